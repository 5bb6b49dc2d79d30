/** The Math object: ECMA-262 section 21.3. Arguments are numbers already, or become numbers at their first use. */

import {
  entropy, f64Abs, f64Ceil, f64Floor, f64RoundToSingle, f64Sqrt, f64Trunc, i32CountLeadingZeros, i32Multiply,
} from './intrinsics.ts';

export { exp, expm1, log, log10, log1p, log2 } from './math-exponential.ts';
export { acosh, asinh, atanh, cosh, sinh, tanh } from './math-hyperbolic.ts';
export { cbrt, hypot, pow } from './math-power.ts';
export { acos, asin, atan, atan2, cos, sin, tan } from './math-trigonometry.ts';

export const E = 2.718281828459045;
export const LN10 = 2.302585092994046;
export const LN2 = 0.6931471805599453;
export const LOG10E = 0.4342944819032518;
export const LOG2E = 1.4426950408889634;
export const PI = 3.141592653589793;
export const SQRT1_2 = 0.7071067811865476;
export const SQRT2 = 1.4142135623730951;
const toStringTag = 'Math';
export { toStringTag as '@@toStringTag' };

/** 21.3.2.1. */
export function abs(x: number): number {
  return f64Abs(+x);
}

/** 21.3.2.10. */
export function ceil(x: number): number {
  return f64Ceil(+x);
}

/** 21.3.2.11. */
export function clz32(x: number): number {
  return i32CountLeadingZeros(x | 0);
}

/** 21.3.2.16. */
export function floor(x: number): number {
  return f64Floor(+x);
}

/** 21.3.2.17. */
export function fround(x: number): number {
  return f64RoundToSingle(+x);
}

/** 21.3.2.19. */
export function imul(a: number, b: number): number {
  return i32Multiply(a | 0, b | 0);
}

/** 21.3.2.24 of two arguments. */
export function max_2(a: number, b: number): number {
  const x = +a;
  const y = +b;
  if (x > y) return x;
  if (y > x) return y;
  // Equal (where +0 is greater than -0), or a NaN.
  if (x === 0 && y === 0) return x + y;
  return x === y ? x : x + y;
}

/** 21.3.2.24. */
export function max(...values: number[]): number {
  let result = -1 / 0;
  for (let i = 0; i < values.length; i++) result = max_2(result, values[i]);
  return result;
}

/** 21.3.2.25 of two arguments. */
export function min_2(a: number, b: number): number {
  const x = +a;
  const y = +b;
  if (x < y) return x;
  if (y < x) return y;
  if (x === 0 && y === 0) return -(-x - y);
  return x === y ? x : x + y;
}

/** 21.3.2.25. */
export function min(...values: number[]): number {
  let result = 1 / 0;
  for (let i = 0; i < values.length; i++) result = min_2(result, values[i]);
  return result;
}

/** 21.3.2.28: a half goes up. */
export function round(x: number): number {
  const number = +x;
  const up = f64Ceil(number);
  return up - 0.5 > number ? up - 1 : up;
}

/** 21.3.2.29. */
export function sign(x: number): number {
  const number = +x;
  return number > 0 ? 1 : number < 0 ? -1 : number;
}

/** 21.3.2.32. */
export function sqrt(x: number): number {
  return f64Sqrt(+x);
}

/** 21.3.2.35. */
export function trunc(x: number): number {
  return f64Trunc(+x);
}

/** The state of xorshift128 (Marsaglia 2003); all zero before the first use. */
let state0 = 0;
let state1 = 0;
let state2 = 0;
let state3 = 0;

function nextBits(): number {
  if ((state0 | state1 | state2 | state3) === 0) {
    state0 = entropy();
    state1 = entropy();
    state2 = entropy();
    state3 = entropy() | 1;
  }
  let t = state3;
  t ^= t << 11;
  t ^= t >>> 8;
  state3 = state2;
  state2 = state1;
  state1 = state0;
  state0 = t ^ state0 ^ (state0 >>> 19);
  return state0;
}

/** 21.3.2.27: 53 random bits. */
export function random(): number {
  const high = nextBits() >>> 6;
  const low = nextBits() >>> 5;
  return (high * 134217728 + low) / 9007199254740992;
}
