/**
 * Hyperbolic functions and their inverses, bit for bit as V8 computes them (src/base/ieee754.cc, after fdlibm). "Copyright (C) 1993 by Sun
 * Microsystems, Inc. All rights reserved. Developed at SunPro, a Sun Microsystems, Inc. business. Permission to use, copy, modify, and distribute
 * this software is freely granted, provided that this notice is preserved."
 */

import { f64Abs, f64Sqrt } from './intrinsics.ts';
import { exp, expm1, log, log1p } from './math-exponential.ts';
import { absHigh } from './math-words.ts';

const LN2 = 6.93147180559945286227e-01;
const OVERFLOW = 710.4758600739439;
const LOG_MAX = 709.7822265625;
const INFINITY = 1 / 0;
const NOT_A_NUMBER = 0 / 0;
/** The upper word of 2^-28. */
const TINY_HIGH = 0x3e300000;

/** 21.3.2.31. */
export function sinh(x: number): number {
  const half = x < 0 ? -0.5 : 0.5;
  const a = f64Abs(x);
  if (a < 22) {
    if (a < 3.725290298461914e-9) return x; // 2^-28
    const t = expm1(a);
    return a < 1 ? half * (2 * t - (t * t) / (t + 1)) : half * (t + t / (t + 1));
  }
  if (a < LOG_MAX) return half * exp(a);
  if (a <= OVERFLOW) {
    const w = exp(0.5 * a);
    return half * w * w;
  }
  return x * INFINITY;
}

/** 21.3.2.13. */
export function cosh(x: number): number {
  const high = absHigh(x);
  const a = f64Abs(x);
  if (high < 0x3fd62e43) { // |x| < ln2 / 2
    const t = expm1(a);
    const w = 1 + t;
    return high < 0x3c800000 ? w : 1 + (t * t) / (w + w);
  }
  if (high < 0x40360000) { // |x| < 22
    const t = exp(a);
    return 0.5 * t + 0.5 / t;
  }
  if (high < 0x40862e42) return 0.5 * exp(a);
  if (a <= OVERFLOW) {
    const w = exp(0.5 * a);
    return 0.5 * w * w;
  }
  return x !== x ? x : INFINITY;
}

/** 21.3.2.34. */
export function tanh(x: number): number {
  const high = absHigh(x);
  if (x !== x || high < TINY_HIGH) return x;
  let z = 1;
  if (high < 0x40360000) { // |x| < 22
    if (high >= 0x3ff00000) {
      z = 1 - 2 / (expm1(2 * f64Abs(x)) + 2);
    } else {
      const t = expm1(-2 * f64Abs(x));
      z = -t / (t + 2);
    }
  }
  return x < 0 ? -z : z;
}

/** 21.3.2.5. */
export function asinh(x: number): number {
  const high = absHigh(x);
  if (high >= 0x7ff00000 || high < TINY_HIGH) return x;
  const a = f64Abs(x);
  let w: number;
  if (high > 0x41b00000) { // |x| > 2^28
    w = log(a) + LN2;
  } else if (high > 0x40000000) { // |x| > 2
    w = log(2 * a + 1 / (f64Sqrt(x * x + 1) + a));
  } else {
    const t = x * x;
    w = log1p(a + t / (1 + f64Sqrt(1 + t)));
  }
  return x > 0 ? w : -w;
}

/** 21.3.2.3. */
export function acosh(x: number): number {
  if (!(x >= 1)) return NOT_A_NUMBER;
  if (x >= 268435456) return x === INFINITY ? x : log(x) + LN2; // 2^28
  if (x === 1) return 0;
  if (absHigh(x) > 0x40000000) return log(2 * x - 1 / (x + f64Sqrt(x * x - 1)));
  const t = x - 1;
  return log1p(t + f64Sqrt(2 * t + t * t));
}

/** 21.3.2.7. */
export function atanh(x: number): number {
  const a = f64Abs(x);
  if (!(a <= 1)) return NOT_A_NUMBER;
  if (a === 1) return x * INFINITY;
  if (absHigh(x) < TINY_HIGH) return x;
  const t = a < 0.5 ? 0.5 * log1p(a + a + ((a + a) * a) / (1 - a)) : 0.5 * log1p((a + a) / (1 - a));
  return x < 0 ? -t : t;
}
