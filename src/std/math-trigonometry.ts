/**
 * sin, cos, tan and their inverses, bit for bit as V8 computes them.
 *
 * The methods and coefficients are those of fdlibm (k_sin.c, k_cos.c, k_tan.c, e_asin.c, e_acos.c, s_atan.c, e_atan2.c), as V8's
 * src/base/ieee754.cc has them: "Copyright (C) 1993 by Sun Microsystems, Inc. All rights reserved. Developed at SunPro, a Sun Microsystems,
 * Inc. business. Permission to use, copy, modify, and distribute this software is freely granted, provided that this notice is preserved."
 */

import { f64Abs, f64FromWords, f64High, f64Sqrt } from './intrinsics.ts';
import { Quadrant, reduceToQuadrant } from './math-argument-reduction.ts';
import { absHigh, withoutLowWord } from './math-words.ts';

/** The upper word of pi / 4. */
const QUARTER_PI_HIGH = 0x3fe921fb;
const NOT_A_NUMBER = 0 / 0;
const PI = 3.14159265358979311600e+00;
const PI_LOW = 1.2246467991473531772e-16;
const HALF_PI = 1.57079632679489655800e+00;
const HALF_PI_LOW = 6.12323399573676603587e-17;
const QUARTER_PI = 7.85398163397448278999e-01;
const QUARTER_PI_LOW = 3.06161699786838301793e-17;

/** sin(x + y) for |x| <= pi / 4, y the tail of x. */
function kernelSin(x: number, y: number, hasTail: boolean): number {
  if (absHigh(x) < 0x3e400000) return x; // |x| < 2^-27
  const z = x * x;
  const v = z * x;
  const r = 8.33333333332248946124e-03 + z * (-1.98412698298579493134e-04 + z * (2.75573137070700676789e-06 +
    z * (-2.50507602534068634195e-08 + z * 1.58969099521155010221e-10)));
  if (!hasTail) return x + v * (-1.66666666666666324348e-01 + z * r);
  return x - (z * (0.5 * y - v * r) - y - v * -1.66666666666666324348e-01);
}

/** cos(x + y) for |x| <= pi / 4, y the tail of x. */
function kernelCos(x: number, y: number): number {
  const high = absHigh(x);
  if (high < 0x3e400000) return 1; // |x| < 2^-27
  const z = x * x;
  const r = z * (4.16666666666666019037e-02 + z * (-1.38888888888741095749e-03 + z * (2.48015872894767294178e-05 +
    z * (-2.75573143513906633035e-07 + z * (2.08757232129817482790e-09 + z * -1.13596475577881948265e-11)))));
  if (high < 0x3fd33333) return 1 - (0.5 * z - (z * r - x * y)); // |x| < 0.3
  const quarter = high > 0x3fe90000 ? 0.28125 : f64FromWords(high - 0x00200000, 0);
  const rest = 0.5 * z - quarter;
  return 1 - quarter - (rest - (z * r - x * y));
}

/** 21.3.2.30. */
export function sin(x: number): number {
  if (absHigh(x) <= QUARTER_PI_HIGH) return kernelSin(x, 0, false);
  if (x - x !== 0) return NOT_A_NUMBER;
  const reduced = new Quadrant();
  switch (reduceToQuadrant(x, reduced) & 3) {
    case 0: return kernelSin(reduced.high, reduced.low, true);
    case 1: return kernelCos(reduced.high, reduced.low);
    case 2: return -kernelSin(reduced.high, reduced.low, true);
    default: return -kernelCos(reduced.high, reduced.low);
  }
}

/** 21.3.2.12. */
export function cos(x: number): number {
  if (absHigh(x) <= QUARTER_PI_HIGH) return kernelCos(x, 0);
  if (x - x !== 0) return NOT_A_NUMBER;
  const reduced = new Quadrant();
  switch (reduceToQuadrant(x, reduced) & 3) {
    case 0: return kernelCos(reduced.high, reduced.low);
    case 1: return -kernelSin(reduced.high, reduced.low, true);
    case 2: return -kernelCos(reduced.high, reduced.low);
    default: return kernelSin(reduced.high, reduced.low, true);
  }
}

/** -1 / (w + tail of w), where w + tail = x + r exactly in two parts. */
function negativeReciprocal(w: number, x: number, r: number): number {
  const z = withoutLowWord(w);
  const v = r - (z - x);
  const a = -1 / w;
  const t = withoutLowWord(a);
  const s = 1 + t * z;
  return t + a * (s + t * v);
}

/** tan(x + y), or -1 / tan(x + y) if asked, for |x| <= pi / 4, y the tail of x. */
function kernelTan(x: number, y: number, reciprocal: boolean): number {
  const high = absHigh(x);
  if (high < 0x3e300000) return reciprocal ? negativeReciprocal(x + y, x, y) : x; // |x| < 2^-28
  const isNegative = x < 0;
  const isLarge = high >= 0x3fe59428; // |x| >= 0.6744: tan(pi/4 - x) is computed
  let u = x;
  let tail = y;
  if (isLarge) {
    if (isNegative) {
      u = -u;
      tail = -tail;
    }
    u = QUARTER_PI - u + (QUARTER_PI_LOW - tail);
    tail = 0;
  }
  const z = u * u;
  const w = z * z;
  const odd = 1.33333333333201242699e-01 + w * (2.18694882948595424599e-02 + w * (3.59207910759131235356e-03 +
    w * (5.88041240820264096874e-04 + w * (7.81794442939557092300e-05 + w * -1.85586374855275456654e-05))));
  const even = z * (5.39682539762260521377e-02 + w * (8.86323982359930005737e-03 + w * (1.45620945432529025516e-03 +
    w * (2.46463134818469906812e-04 + w * (7.14072491382608190305e-05 + w * 2.59073051863633712884e-05)))));
  const s = z * u;
  let r = tail + z * (s * (odd + even) + tail);
  r += 3.33333333333334091986e-01 * s;
  const sum = u + r;
  if (isLarge) {
    const v = reciprocal ? -1 : 1;
    return (isNegative ? -1 : 1) * (v - 2 * (u - ((sum * sum) / (sum + v) - r)));
  }
  return reciprocal ? negativeReciprocal(sum, u, r) : sum;
}

/** 21.3.2.33. */
export function tan(x: number): number {
  if (absHigh(x) <= QUARTER_PI_HIGH) return kernelTan(x, 0, false);
  if (x - x !== 0) return NOT_A_NUMBER;
  const reduced = new Quadrant();
  const isOdd = (reduceToQuadrant(x, reduced) & 1) === 1;
  return kernelTan(reduced.high, reduced.low, isOdd);
}

/** (asin(x) - x) / x^3 at t = x^2. */
function asinRational(t: number): number {
  const p = t * (1.66666666666666657415e-01 + t * (-3.25565818622400915405e-01 + t * (2.01212532134862925881e-01 +
    t * (-4.00555345006794114027e-02 + t * (7.91534994289814532176e-04 + t * 3.47933107596021167570e-05)))));
  const q = 1 + t * (-2.40339491173441421878e+00 + t * (2.02094576023350569471e+00 + t * (-6.88283971605453293030e-01 +
    t * 7.70381505559019352791e-02)));
  return p / q;
}

/** 21.3.2.4. */
export function asin(x: number): number {
  const high = absHigh(x);
  const magnitude = f64Abs(x);
  if (magnitude === 1) return x * HALF_PI + x * HALF_PI_LOW;
  if (!(magnitude < 1)) return NOT_A_NUMBER;
  if (high < 0x3fe00000) return high < 0x3e400000 ? x : x + x * asinRational(x * x); // |x| < 0.5, 2^-27
  const t = (1 - magnitude) * 0.5;
  const s = f64Sqrt(t);
  const r = asinRational(t);
  let result: number;
  if (high >= 0x3fef3333) { // |x| > 0.975
    result = HALF_PI - (2 * (s + s * r) - HALF_PI_LOW);
  } else {
    const w = withoutLowWord(s);
    const c = (t - w * w) / (s + w);
    const p = 2 * s * r - (HALF_PI_LOW - 2 * c);
    result = QUARTER_PI - (p - (QUARTER_PI - 2 * w));
  }
  return x > 0 ? result : -result;
}

/** 21.3.2.2. */
export function acos(x: number): number {
  const high = absHigh(x);
  if (x === 1) return 0;
  if (x === -1) return PI + 2 * HALF_PI_LOW;
  if (!(f64Abs(x) < 1)) return NOT_A_NUMBER;
  if (high < 0x3fe00000) { // |x| < 0.5
    if (high <= 0x3c600000) return HALF_PI + HALF_PI_LOW;
    return HALF_PI - (x - (HALF_PI_LOW - x * asinRational(x * x)));
  }
  if (x < 0) {
    const z = (1 + x) * 0.5;
    const s = f64Sqrt(z);
    return PI - 2 * (s + (asinRational(z) * s - HALF_PI_LOW));
  }
  const z = (1 - x) * 0.5;
  const s = f64Sqrt(z);
  const upper = withoutLowWord(s);
  const c = (z - upper * upper) / (s + upper);
  return 2 * (upper + (asinRational(z) * s + c));
}

/** 21.3.2.6. */
export function atan(x: number): number {
  const high = absHigh(x);
  if (high >= 0x44100000) { // |x| >= 2^66
    if (x !== x) return x;
    return x > 0 ? HALF_PI + HALF_PI_LOW : -HALF_PI - HALF_PI_LOW;
  }
  if (high < 0x3fdc0000) { // |x| < 7/16
    return high < 0x3e400000 ? x : x - x * atanPolynomial(x);
  }
  const a = f64Abs(x);
  let result: number;
  if (high < 0x3fe60000) result = atanFrom((2 * a - 1) / (2 + a), 4.63647609000806093515e-01, 2.26987774529616870924e-17); // < 11/16
  else if (high < 0x3ff30000) result = atanFrom((a - 1) / (a + 1), QUARTER_PI, QUARTER_PI_LOW); // < 19/16
  else if (high < 0x40038000) result = atanFrom((a - 1.5) / (1 + 1.5 * a), 9.82793723247329054082e-01, 1.39033110312309984516e-17); // < 39/16
  else result = atanFrom(-1 / a, HALF_PI, HALF_PI_LOW);
  return x < 0 ? -result : result;
}

/** atan(base) + atan(x), where atan(base) = high + low. */
function atanFrom(x: number, high: number, low: number): number {
  return high - (x * atanPolynomial(x) - low - x);
}

/** (x - atan(x)) / x. */
function atanPolynomial(x: number): number {
  const z = x * x;
  const w = z * z;
  const even = z * (3.33333333333329318027e-01 + w * (1.42857142725034663711e-01 + w * (9.09088713343650656196e-02 +
    w * (6.66107313738753120669e-02 + w * (4.97687799461593236017e-02 + w * 1.62858201153657823623e-02)))));
  const odd = w * (-1.99999999998764832476e-01 + w * (-1.11111104054623557880e-01 + w * (-7.69187620504482999495e-02 +
    w * (-5.83357013379057348645e-02 + w * -3.65315727442169155270e-02))));
  return even + odd;
}

/** 21.3.2.8. */
export function atan2(y: number, x: number): number {
  if (x !== x || y !== y) return NOT_A_NUMBER;
  if (x === 1) return atan(y);
  const yNegative = f64High(y) < 0;
  const xNegative = f64High(x) < 0;
  if (y === 0) return xNegative ? (yNegative ? -PI : PI) : y;
  if (x === 0) return yNegative ? -HALF_PI : HALF_PI;
  const yInfinite = y - y !== 0;
  if (x - x !== 0) {
    const angle = yInfinite ? (xNegative ? 3 * QUARTER_PI : QUARTER_PI) : xNegative ? PI : 0;
    return yNegative ? -angle : angle;
  }
  if (yInfinite) return yNegative ? -HALF_PI : HALF_PI;
  const k = (absHigh(y) - absHigh(x)) >> 20;
  if (k > 60) { // |y / x| > 2^60
    const angle = HALF_PI + 0.5 * PI_LOW;
    return yNegative ? -angle : angle;
  }
  const z = xNegative && k < -60 ? 0 : atan(f64Abs(y / x));
  if (!xNegative) return yNegative ? -z : z;
  return yNegative ? z - PI_LOW - PI : PI - (z - PI_LOW);
}
