/** Conversions of arguments that many built-ins share: ECMA-262 section 7.1. */

import { f64Trunc } from './intrinsics.ts';

/** ToIntegerOrInfinity, 7.1.5. The result is never -0. */
export function toIntegerOrInfinity(value: unknown): number {
  const number = +(value as number);
  if (number !== number) return 0;
  return f64Trunc(number) + 0;
}

/**
 * A relative index as slice, fill, with … take it: negative counts from the end, the result lies in [0, length].
 * 23.1.3.28 (Array.prototype.slice), steps 3 to 6.
 */
export function relativeIndex(value: unknown, length: number): number {
  const index = toIntegerOrInfinity(value);
  if (index < 0) {
    const fromEnd = index + length;
    return fromEnd > 0 ? fromEnd : 0;
  }
  return index < length ? index : length;
}

/** As relativeIndex, where undefined means the length: the `end` of slice and fill. */
export function relativeEnd(value: unknown, length: number): number {
  return value === undefined ? length : relativeIndex(value, length);
}

/** An integer held between two bounds. */
export function clamp(value: number, low: number, high: number): number {
  return value < low ? low : value > high ? high : value;
}

/** SameValueZero, 7.2.11. */
export function sameValueZero(a: unknown, b: unknown): boolean {
  return a === b || (a !== a && b !== b);
}

/** SameValue, 7.2.10. */
export function sameValue(a: unknown, b: unknown): boolean {
  if (a === b) return a !== 0 || 1 / (a as number) === 1 / (b as number);
  return a !== a && b !== b;
}
