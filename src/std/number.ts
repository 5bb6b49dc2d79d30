/** The Number constructor's statics, and the global functions on numbers: ECMA-262 sections 21.1.2 and 19.2. */

import { parseFloatPrefix, stringSlice } from './intrinsics.ts';
import { isWhiteSpace } from './white-space.ts';

export const EPSILON = 2.220446049250313e-16;
export const MAX_SAFE_INTEGER = 9007199254740991;
export const MIN_SAFE_INTEGER = -9007199254740991;
export const MAX_VALUE = 1.7976931348623157e308;
export const MIN_VALUE = 5e-324;
export const POSITIVE_INFINITY = 1 / 0;
export const NEGATIVE_INFINITY = -1 / 0;
const NOT_A_NUMBER = 0 / 0;
export { NOT_A_NUMBER as NaN };

/** 21.1.1.1 of no argument. */
export function call_0(): number {
  return 0;
}

/** 21.1.1.1: Number(value). */
export function call_1(value: unknown): number {
  return typeof value === 'bigint' ? +`${value}` : +(value as number);
}

/** 21.1.1.1. */
export function call(...args: unknown[]): number {
  return args.length === 0 ? 0 : call_1(args[0]);
}

/** 21.1.2.2. */
export function isFinite(value: unknown): boolean {
  return typeof value === 'number' && value - value === 0;
}

/** 21.1.2.3. */
export function isInteger(value: unknown): boolean {
  return typeof value === 'number' && value - value === 0 && value % 1 === 0;
}

/** 21.1.2.4. */
export function isNaN(value: unknown): boolean {
  return typeof value === 'number' && value !== value;
}

/** 21.1.2.5. */
export function isSafeInteger(value: unknown): boolean {
  return isInteger(value) && (value as number) <= MAX_SAFE_INTEGER && (value as number) >= MIN_SAFE_INTEGER;
}

/** The global isFinite, 19.2.2: converts. */
export function isFiniteNumber(value: unknown): boolean {
  const number = +(value as number);
  return number - number === 0;
}

/** The global isNaN, 19.2.3: converts. */
export function isNotANumber(value: unknown): boolean {
  const number = +(value as number);
  return number !== number;
}

/** 19.2.4 and 21.1.2.12. */
export function parseFloat(value: string): number {
  if (typeof value === 'number') return value === 0 ? 0 : value;
  const s = `${value}`;
  return parseFloatPrefix(stringSlice(s, skipWhiteSpace(s), s.length));
}

function skipWhiteSpace(s: string): number {
  let i = 0;
  while (i < s.length && isWhiteSpace(s.charCodeAt(i))) i++;
  return i;
}

const PLUS = 43;
const ZERO = 48;
const MINUS = 45;

/** 19.2.5 and 21.1.2.13. */
export function parseInt(value: string, radix?: number): number {
  const s = `${value}`;
  let i = skipWhiteSpace(s);
  let negative = false;
  if (i < s.length) {
    const sign = s.charCodeAt(i);
    negative = sign === MINUS;
    if (sign === MINUS || sign === PLUS) i++;
  }
  let base = (radix as number) | 0;
  if (base !== 0 && (base < 2 || base > 36)) return NOT_A_NUMBER;
  if ((base === 0 || base === 16) && i + 1 < s.length && s.charCodeAt(i) === ZERO && (s.charCodeAt(i + 1) | 32) === 120) {
    i += 2;
    base = 16;
  }
  if (base === 0) base = 10;
  const start = i;
  let result = 0;
  for (; i < s.length; i++) {
    const digit = digitValue(s.charCodeAt(i));
    if (digit >= base) break;
    result = result * base + digit;
  }
  if (i === start) return NOT_A_NUMBER;
  if (result > MAX_SAFE_INTEGER) result = parseLargeInteger(s, start, i, base);
  return negative ? -result : result;
}

/** 0 to 35, or 36 for what is no digit in any radix. */
function digitValue(unit: number): number {
  if (unit >= 48 && unit <= 57) return unit - 48;
  const lower = unit | 32;
  return lower >= 97 && lower <= 122 && unit < 128 ? lower - 87 : 36;
}

/**
 * The digits of s[start, end), a value beyond 2^53, rounded as V8 does it: correctly for a radix that is 10 or a power of two; otherwise
 * digits are taken in parts that fit 32 bits, and the products are rounded as they come.
 */
function parseLargeInteger(s: string, start: number, end: number, radix: number): number {
  if (radix === 10) return parseFloatPrefix(stringSlice(s, start, end));
  if ((radix & (radix - 1)) === 0) return parsePowerOfTwo(s, start, end, radix);
  let value = 0;
  let i = start;
  while (s.charCodeAt(i) === ZERO) i++;
  while (i < end) {
    let part = 0;
    let multiplier = 1;
    while (i < end && multiplier * radix <= MULTIPLIER_LIMIT) {
      part = part * radix + digitValue(s.charCodeAt(i++));
      multiplier *= radix;
    }
    value = value * multiplier + part;
  }
  return value;
}

/** 0xffffffff / 36. */
const MULTIPLIER_LIMIT = 119304647;

/** Bits of the digits from the top: 53 are kept, the rest rounds to even. */
function parsePowerOfTwo(s: string, start: number, end: number, radix: number): number {
  let bitsPerDigit = 1;
  while (1 << bitsPerDigit < radix) bitsPerDigit++;
  let value = 0;
  let bitCount = 0;
  let exponent = 0;
  let half = 0;
  let sticky = 0;
  for (let i = start; i < end; i++) {
    const digit = digitValue(s.charCodeAt(i));
    for (let bit = bitsPerDigit - 1; bit >= 0; bit--) {
      const set = (digit >> bit) & 1;
      if (bitCount < 53) {
        value = value * 2 + set;
        if (value > 0) bitCount++;
      } else {
        if (exponent === 0) half = set;
        else sticky |= set;
        exponent++;
      }
    }
  }
  if (half === 1 && (sticky === 1 || value % 2 === 1)) value += 1;
  for (let i = 0; i < exponent; i++) value *= 2;
  return value;
}
