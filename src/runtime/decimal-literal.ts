/**
 * StrDecimalLiteral (ECMA-262 7.1.4.1): the number that the longest prefix of some code units denotes, correctly rounded. Nineteen
 * digits go through the fast algorithm; where more could matter, the halfway point between its two candidates is compared exactly.
 */
import { f64, f64FromBits, i32, i64, type ref, stackBuffer, text, u32, u64 } from 'toro:machine';
import { BIG_BYTES, compareBig, multiplyAddBig, multiplyByFives, setBig, shiftBigLeft } from './big-integer.ts';
import { bitsOfDecimal } from './decimal-to-double.ts';
import { flatUnitAt } from './string-cell.ts';

/** 19 digits always fit 64 bits. */
const FAST_DIGITS = 19;
/** No halfway point of doubles has more digits: the rest only says "more". */
const EXACT_DIGITS = 800;
/** Exponents are cut there: any that large is 0 or infinity, whatever the digits of a string can be. */
const EXPONENT_LIMIT = 1_000_000_000;
/** Digits are taken nine at a time. */
const CHUNK = 1_000_000_000;
const FRACTION_MASK = 0xf_ffff_ffff_ffffn;
const HIDDEN_BIT = 0x10_0000_0000_0000n;
const INFINITY_LENGTH = 8;

/** Integers and powers of ten that are exact doubles: one rounding is left, so the result is right (Clinger 1990). */
const EXACT_INTEGER = 0x20_0000_0000_0000n;
const LARGEST_EXACT_POWER = 22;
const EXACT_POWERS = [
  1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16, 1e17, 1e18, 1e19, 1e20, 1e21, 1e22,
];

/** Where the last literal ended; its start when there was none. */
export let literalEnd = u32(0);

/** The number of the longest StrDecimalLiteral at `start` of the flat string, before `end`; NaN where there is none. */
export function parseDecimalLiteral(flat: ref, start: u32, end: u32): number {
  literalEnd = start;
  let at = start;
  const sign = at < end ? flatUnitAt(flat, at) : u32(0);
  if (sign === 0x2b || sign === 0x2d) at = u32(at + 1);
  const magnitude = parseMagnitude(flat, at, end);
  return sign === 0x2d ? -magnitude : magnitude;
}

function parseMagnitude(flat: ref, start: u32, end: u32): number {
  if (start < end && flatUnitAt(flat, start) === 0x49) return parseInfinity(flat, start, end);
  let digits = u64(0n);
  let count = u32(0);
  let anyDigit = false;
  let truncated = false;
  let afterPoint = false;
  let exponent = i32(0);
  let at = start;
  for (; at < end; at = u32(at + 1)) {
    const unit = flatUnitAt(flat, at);
    if (unit >= 0x30 && unit <= 0x39) {
      anyDigit = true;
      if (count < FAST_DIGITS) {
        digits = u64(digits * 10n + u64(u32(unit - 0x30)));
        if (digits !== 0n) count = u32(count + 1);
        if (afterPoint) exponent = i32(exponent - 1);
      } else {
        if (unit !== 0x30) truncated = true;
        if (!afterPoint) exponent = i32(exponent + 1);
      }
    } else if (unit === 0x2e && !afterPoint) {
      afterPoint = true;
    } else {
      break;
    }
  }
  if (!anyDigit) return NaN;
  const digitsEnd = at;
  const power = i32(exponent + parseExponent(flat, at, end));
  if (digits <= u64(EXACT_INTEGER) && !truncated && power >= -LARGEST_EXACT_POWER && power <= LARGEST_EXACT_POWER) {
    const whole = f64(i64(digits));
    return power < 0 ? whole / EXACT_POWERS[-power]! : whole * EXACT_POWERS[power]!;
  }
  const bits = bitsOfDecimal(digits, power);
  if (truncated && bitsOfDecimal(u64(digits + 1n), power) !== bits) {
    // The exponent belongs to the 19 digits; the exact comparison counts its own.
    return f64FromBits(roundExactly(flat, start, digitsEnd, i32(power - exponent), bits));
  }
  return f64FromBits(bits);
}

function parseInfinity(flat: ref, start: u32, end: u32): number {
  const word = text('Infinity');
  if (u32(start + INFINITY_LENGTH) > end) return NaN;
  for (let i = u32(0); i < INFINITY_LENGTH; i = u32(i + 1)) {
    if (flatUnitAt(flat, u32(start + i)) !== flatUnitAt(word, i)) return NaN;
  }
  literalEnd = u32(start + INFINITY_LENGTH);
  return Infinity;
}

/** The exponent part at `start`, 0 where none is complete; sets the end of the literal. */
function parseExponent(flat: ref, start: u32, end: u32): i32 {
  literalEnd = start;
  if (start >= end || u32(flatUnitAt(flat, start) | 0x20) !== 0x65) return i32(0);
  let at = u32(start + 1);
  const sign = at < end ? flatUnitAt(flat, at) : u32(0);
  if (sign === 0x2b || sign === 0x2d) at = u32(at + 1);
  let exponent = i32(0);
  for (; at < end; at = u32(at + 1)) {
    const unit = flatUnitAt(flat, at);
    if (unit < 0x30 || unit > 0x39) break;
    if (exponent < EXPONENT_LIMIT / 10) exponent = i32(Math.imul(exponent, 10) + i32(unit) - 0x30);
    literalEnd = u32(at + 1);
  }
  return sign === 0x2d ? i32(-exponent) : exponent;
}

/**
 * The nearer of the double with these bits and the next one to all digits in [start, end) times 10^exponent, which lies between them.
 * With D the digits and (2m + 1) 2^e the halfway point, both sides are made integers by powers of five and two.
 */
function roundExactly(flat: ref, start: u32, end: u32, exponent: i32, lower: u64): u64 {
  const decimal = stackBuffer(BIG_BYTES);
  const halfway = stackBuffer(BIG_BYTES);
  setBig(decimal, u64(0n));
  let power = exponent;
  let count = u32(0);
  let chunk = u32(0);
  let scale = u32(1);
  let afterPoint = false;
  let more = false;
  for (let at = start; at < end; at = u32(at + 1)) {
    const unit = flatUnitAt(flat, at);
    if (unit === 0x2e) {
      afterPoint = true;
    } else if (count < EXACT_DIGITS) {
      chunk = u32(Math.imul(chunk, 10) + i32(unit) - 0x30);
      scale = u32(Math.imul(scale, 10));
      if (scale === CHUNK) {
        multiplyAddBig(decimal, scale, chunk);
        chunk = u32(0);
        scale = u32(1);
      }
      if (count !== 0 || unit !== 0x30) count = u32(count + 1);
      if (afterPoint) power = i32(power - 1);
    } else {
      if (unit !== 0x30) more = true;
      if (!afterPoint) power = i32(power + 1);
    }
  }
  multiplyAddBig(decimal, scale, chunk);
  const biased = i32(u64(lower >> 52n));
  const fraction = u64(lower & FRACTION_MASK);
  const significand = biased === 0 ? fraction : u64(fraction | HIDDEN_BIT);
  setBig(halfway, u64(u64(significand << 1n) + 1n));
  const binary = i32((biased === 0 ? 1 : biased) - 1076);
  if (power >= 0) multiplyByFives(decimal, u32(power));
  else multiplyByFives(halfway, u32(-power));
  if (power > binary) shiftBigLeft(decimal, u32(power - binary));
  else shiftBigLeft(halfway, u32(binary - power));
  const order = compareBig(decimal, halfway);
  const up = order > 0 || (order === 0 && (more || (lower & 1n) !== 0n));
  return up ? u64(lower + 1n) : lower;
}
