/** Doubles taken apart, for the functions that follow fdlibm. */

import { f64FromWords, f64High, f64Low } from './intrinsics.ts';

/** x with its lower 32 bits cleared: the leading 21 bits of its significand. */
export function withoutLowWord(x: number): number {
  return f64FromWords(f64High(x), 0);
}

/** x with its upper 32 bits replaced. */
export function withHighWord(x: number, high: number): number {
  return f64FromWords(high, f64Low(x));
}

/** The upper 32 bits of |x|. */
export function absHigh(x: number): number {
  return f64High(x) & 0x7fffffff;
}

/** 2^n for -1022 <= n <= 1023. */
export function powerOfTwo(n: number): number {
  return f64FromWords((n + 1023) << 20, 0);
}

/** x * 2^n, rounded once: C's scalbn, for -1991 <= n <= 2046. */
export function scale(x: number, n: number): number {
  if (n > 1023) return x * powerOfTwo(1023) * powerOfTwo(n - 1023);
  // The second factor alone may leave the normal range, so that no bit is rounded twice.
  if (n < -1022) return x * powerOfTwo(-969) * powerOfTwo(n + 969);
  return x * powerOfTwo(n);
}
