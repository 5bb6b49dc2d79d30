/**
 * Number.prototype.toFixed, toExponential and toPrecision (ECMA-262 21.1.3). The digits are exact; rounding is to nearest, halves up,
 * which the digit behind the last one decides.
 *
 * The digits of a number stand in one buffer, at `digitStart` up to `digitEnd`, the first not 0; its value is 0.d1d2d3… x 10^point.
 */
import { addr, i32, load8, type ref, stackBuffer, store8, u32, u64 } from 'toro:machine';
import { copyBytes } from './copy.ts';
import { INTEGER_DIGITS, LIMB_BUFFER_BYTES, nextFractionDigits, placeFraction, storeIntegerDigits } from './exact-decimal.ts';
import { countDigits, storeDigits } from './integer-to-string.ts';
import { storeExponent, storeZeros, stringOfBuffer } from './number-to-string.ts';
import { computeShortestDecimal, shortestDigits, shortestExponent } from './shortest-decimal.ts';

const ZERO = 0x30;
const NINE = 0x39;
const FIVE = 0x35;
const POINT = 0x2e;
const MINUS = 0x2d;
/** INTEGER_DIGITS and, below them, zeros and digits of the smallest double: 323 + 101 digits, in chunks of nine. */
const DIGIT_BUFFER_BYTES = 768;
/** The longest result: sign, 309 digits or 21 digits with point and 100 more, exponent. */
const RESULT_BUFFER_BYTES = 512;

let digitStart = addr(0n);
let digitEnd = addr(0n);
let point = i32(0);

/** x.toFixed(fractionDigits) for finite |x| < 1e21, 0 <= fractionDigits <= 100. */
export function numberToFixed(x: number, fractionDigits: i32): ref {
  const result = stackBuffer(RESULT_BUFFER_BYTES);
  const digits = stackBuffer(DIGIT_BUFFER_BYTES);
  const limbs = stackBuffer(LIMB_BUFFER_BYTES);
  produceDigits(Math.abs(x), digits, limbs, fractionDigits, true);
  roundTo(i32(point + fractionDigits));
  let at = result;
  if (x < 0) {
    store8(at, MINUS);
    at = addr(at + 1n);
  }
  if (point <= 0) {
    store8(at, ZERO);
    at = addr(at + 1n);
  } else {
    at = takeDigits(at, u32(point));
  }
  if (fractionDigits > 0) {
    store8(at, POINT);
    at = addr(at + 1n);
    const gap = point < 0 ? (i32(-point) < fractionDigits ? i32(-point) : fractionDigits) : i32(0);
    at = takeDigits(storeZeros(at, u32(gap)), u32(fractionDigits - gap));
  }
  return stringOfBuffer(result, at);
}

/** x.toExponential(fractionDigits), or with as many digits as necessary for -1; x finite. */
export function numberToExponential(x: number, fractionDigits: i32): ref {
  const result = stackBuffer(RESULT_BUFFER_BYTES);
  const digits = stackBuffer(DIGIT_BUFFER_BYTES);
  const limbs = stackBuffer(LIMB_BUFFER_BYTES);
  if (fractionDigits < 0) produceShortest(Math.abs(x), digits);
  else produceSignificant(Math.abs(x), digits, limbs, i32(fractionDigits + 1));
  const count = fractionDigits < 0 ? u32(u64(digitEnd - digitStart)) : u32(fractionDigits + 1);
  return stringOfBuffer(result, storeScientific(result, x, count));
}

/** x.toPrecision(precision) for finite x, 1 <= precision <= 100. */
export function numberToPrecision(x: number, precision: i32): ref {
  const result = stackBuffer(RESULT_BUFFER_BYTES);
  const digits = stackBuffer(DIGIT_BUFFER_BYTES);
  const limbs = stackBuffer(LIMB_BUFFER_BYTES);
  produceSignificant(Math.abs(x), digits, limbs, precision);
  const exponent = i32(point - 1);
  if (exponent < -6 || exponent >= precision) return stringOfBuffer(result, storeScientific(result, x, u32(precision)));
  let at = result;
  if (x < 0) {
    store8(at, MINUS);
    at = addr(at + 1n);
  }
  if (exponent >= 0) {
    at = takeDigits(at, u32(point));
    if (point < precision) {
      store8(at, POINT);
      at = takeDigits(addr(at + 1n), u32(precision - point));
    }
  } else {
    store8(at, ZERO);
    store8(at, POINT, 1);
    at = takeDigits(storeZeros(addr(at + 2n), u32(-point)), u32(precision));
  }
  return stringOfBuffer(result, at);
}

/** The sign of x and `count` digits as d.ddde+n; returns the end. */
function storeScientific(to: addr, x: number, count: u32): addr {
  let at = to;
  if (x < 0) {
    store8(at, MINUS);
    at = addr(at + 1n);
  }
  const exponent = i32(point - 1);
  at = takeDigits(at, u32(1));
  if (count > 1) {
    store8(at, POINT);
    at = takeDigits(addr(at + 1n), u32(count - 1));
  }
  return storeExponent(at, exponent);
}

/** Copies the next `count` digits to `at`, zeros where there are no more; returns the end. */
function takeDigits(at: addr, count: u32): addr {
  const available = u64(digitEnd - digitStart);
  const taken = available < u64(count) ? available : u64(count);
  copyBytes(at, digitStart, taken);
  digitStart = addr(digitStart + taken);
  return storeZeros(addr(at + taken), u32(u64(u64(count) - taken)));
}

/** `count` significant digits of x >= 0, rounded; x = 0 has none, at point 1. */
function produceSignificant(x: number, buffer: addr, limbs: addr, count: i32): void {
  produceDigits(x, buffer, limbs, count, false);
  if (x === 0) point = i32(1);
  else roundTo(count);
}

function produceShortest(x: number, buffer: addr): void {
  digitStart = addr(buffer + 1n);
  digitEnd = digitStart;
  point = i32(1);
  if (x === 0) return;
  computeShortestDecimal(x);
  const count = countDigits(shortestDigits);
  storeDigits(digitStart, shortestDigits, count);
  digitEnd = addr(digitStart + u64(count));
  point = i32(i32(count) + shortestExponent);
}

/**
 * The integer digits of x >= 0 and, exactly, as many more as the request and one for rounding: `count` behind the point, or (not
 * `fixed`) from the first that is not 0.
 */
function produceDigits(x: number, buffer: addr, limbs: addr, count: i32, fixed: boolean): void {
  const border = addr(buffer + u64(INTEGER_DIGITS + 1));
  digitStart = storeIntegerDigits(border, x, limbs);
  digitEnd = border;
  point = i32(u64(border - digitStart));
  const fractionLimbs = placeFraction(limbs, x);
  if (fractionLimbs === 0) return;
  let wanted = i32(count + 1 - (fixed ? 0 : point));
  while (wanted > 0) {
    const chunk = nextFractionDigits(limbs, fractionLimbs);
    if (digitStart === digitEnd && chunk === 0n) {
      // Zeros in front of the first digit are only counted.
      point = i32(point - 9);
      if (fixed) wanted = i32(wanted - 9);
      continue;
    }
    storeDigits(digitEnd, chunk, u32(9));
    digitEnd = addr(digitEnd + 9n);
    wanted = i32(wanted - 9);
    while (load8(digitStart) === ZERO && digitStart < digitEnd) {
      digitStart = addr(digitStart + 1n);
      point = i32(point - 1);
      if (!fixed) wanted = i32(wanted + 1);
    }
  }
}

/** Keeps the first `count` digits (none for 0 or less), rounded by the one behind. */
function roundTo(count: i32): void {
  const available = i32(u64(digitEnd - digitStart));
  if (count < 0) {
    digitEnd = digitStart;
    return;
  }
  if (count >= available) return;
  const cut = addr(digitStart + u64(count));
  const up = load8(cut) >= FIVE;
  digitEnd = cut;
  if (!up) return;
  let at = cut;
  while (at > digitStart && load8(addr(at - 1n)) === NINE) {
    at = addr(at - 1n);
    store8(at, ZERO);
  }
  if (at > digitStart) {
    store8(addr(at - 1n), u32(load8(addr(at - 1n)) + 1));
    return;
  }
  // All nines: a 1 in front, one place up. There is a byte free before the first digit.
  digitStart = addr(digitStart - 1n);
  store8(digitStart, 0x31);
  point = i32(point + 1);
}
