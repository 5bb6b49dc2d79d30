/** Number::toString (ECMA-262 6.1.6.1.20). */
import { addr, f64, i32, load8, type ref, stackBuffer, store8, text, u32, u64 } from 'toro:machine';
import { copyBytes } from './copy.ts';
import { countDigits, integerToString, storeDigits } from './integer-to-string.ts';
import { computeShortestDecimal, shortestDigits, shortestExponent } from './shortest-decimal.ts';
import { allocateString8, unitsOf } from './string-cell.ts';

const BUFFER_BYTES = 32;
const ZERO = 0x30;
const POINT = 0x2e;
const MINUS = 0x2d;
const PLUS = 0x2b;
const LETTER_E = 0x65;
/** Below this a double that equals its int32 needs no search for digits. */
const INT32_LIMIT = 2147483648;
/** Integers below it are exact: their digits are the shortest, unless they end in zeros, which print the same. */
const EXACT_LIMIT = 9007199254740992;

/** String(x), radix 10. */
export function numberToString(x: number): ref {
  if (x > -INT32_LIMIT && x < INT32_LIMIT) {
    const integer = i32(x);
    if (f64(integer) === x) return integerToString(integer);
  }
  if (x !== x) return text('NaN');
  if (x === Infinity) return text('Infinity');
  if (x === -Infinity) return text('-Infinity');
  const magnitude = Math.abs(x);
  let digits = u64(0n);
  let exponent = i32(0);
  if (magnitude < EXACT_LIMIT && f64(u64(magnitude)) === magnitude) {
    digits = u64(magnitude);
  } else {
    computeShortestDecimal(magnitude);
    digits = shortestDigits;
    exponent = shortestExponent;
  }
  return formatDecimal(x < 0, digits, exponent);
}

/**
 * Sign, digits x 10^exponent in the standard's notation. With n the position of the point behind the first digit's left edge:
 * n <= 21 and no fraction: plain integer; 0 < n <= 21: point inside; -6 < n <= 0: 0.000ddd; else d.ddde+nn.
 */
function formatDecimal(negative: boolean, digits: u64, exponent: i32): ref {
  const buffer = stackBuffer(BUFFER_BYTES);
  const start = addr(negative ? buffer + 1n : buffer);
  if (negative) store8(buffer, MINUS);
  const count = countDigits(digits);
  const point = i32(i32(count) + exponent);
  let end = start;
  if (exponent >= 0 && point <= 21) {
    storeDigits(start, digits, count);
    end = storeZeros(addr(start + u64(count)), u32(exponent));
  } else if (point > 0 && point <= 21) {
    storeDigits(addr(start + 1n), digits, count);
    shiftDown(start, u32(point));
    store8(start, POINT, point);
    end = addr(start + u64(count) + 1n);
  } else if (point > -6 && point <= 0) {
    store8(start, ZERO);
    store8(start, POINT, 1);
    const first = storeZeros(addr(start + 2n), u32(-point));
    storeDigits(first, digits, count);
    end = addr(first + u64(count));
  } else {
    storeDigits(addr(start + 1n), digits, count);
    shiftDown(start, u32(1));
    end = addr(start + 1n);
    if (count > 1) {
      store8(end, POINT);
      end = addr(end + u64(count));
    }
    end = storeExponent(end, i32(point - 1));
  }
  return stringOfBuffer(buffer, end);
}

/**
 * `e+d` or `e-d`; returns the end.
 * @noalloc
 */
export function storeExponent(at: addr, exponent: i32): addr {
  store8(at, LETTER_E);
  store8(at, exponent < 0 ? MINUS : PLUS, 1);
  const magnitude = u64(exponent < 0 ? i32(-exponent) : exponent);
  const count = countDigits(magnitude);
  storeDigits(addr(at + 2n), magnitude, count);
  return addr(at + 2n + u64(count));
}

/**
 * Stores `count` zeros; returns the end.
 * @noalloc
 */
export function storeZeros(at: addr, count: u32): addr {
  const end = addr(at + u64(count));
  for (let zero = at; zero < end; zero = addr(zero + 1n)) store8(zero, ZERO);
  return end;
}

/**
 * Moves the `count` bytes behind `to` down by one.
 * @noalloc
 */
function shiftDown(to: addr, count: u32): void {
  for (let i = u32(0); i < count; i = u32(i + 1)) store8(to, load8(to, u32(i + 1)), i);
}

/** The string of the Latin-1 bytes in [start, end). */
export function stringOfBuffer(start: addr, end: addr): ref {
  const length = u64(end - start);
  const s = allocateString8(u32(length));
  copyBytes(unitsOf(s), start, length);
  return s;
}
