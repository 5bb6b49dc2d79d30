/**
 * exp, expm1, log, log1p, log2 and log10, bit for bit as V8 computes them.
 *
 * The methods and coefficients are those of fdlibm (e_exp.c, s_expm1.c, e_log.c, s_log1p.c) and of FreeBSD's msun (e_log2.c), as V8's
 * src/base/ieee754.cc has them: "Copyright (C) 1993 by Sun Microsystems, Inc. All rights reserved. Developed at SunPro, a Sun Microsystems,
 * Inc. business. Permission to use, copy, modify, and distribute this software is freely granted, provided that this notice is preserved."
 *
 * exp: x = k ln2 + r with |r| <= ln2 / 2; exp(r) from a rational function of r^2; times 2^k.
 * log: x = 2^k (1 + f) with sqrt(1/2) < 1 + f < sqrt(2); log(1 + f) from a polynomial in s = f / (2 + f); plus k ln2 in two parts.
 */

import { f64FromWords, f64High, f64Low, f64Trunc } from './intrinsics.ts';
import { absHigh, powerOfTwo, withHighWord, withoutLowWord } from './math-words.ts';

const LN2_HIGH = 6.93147180369123816490e-01;
const LN2_LOW = 1.90821492927058770002e-10;
const INVERSE_LN2 = 1.44269504088896338700e+00;
const OVERFLOW = 7.09782712893383973096e+02;
const UNDERFLOW = -7.45133219101941108420e+02;
const TWO_54 = 18014398509481984;
const INFINITY = 1 / 0;
const NOT_A_NUMBER = 0 / 0;

/** 21.3.2.14. */
export function exp(x: number): number {
  const high = absHigh(x);
  if (x !== x) return x;
  if (x > OVERFLOW) return INFINITY;
  if (x < UNDERFLOW) return 0;
  if (high < 0x3e300000) return 1 + x; // |x| < 2^-28
  let r = x;
  let hi = 0;
  let lo = 0;
  let k = 0;
  if (high > 0x3fd62e42) { // |x| > ln2 / 2
    if (high < 0x3ff0a2b2) { // |x| < 1.5 ln2
      if (x === 1) return 2.718281828459045; // The method below is off by one bit.
      k = x < 0 ? -1 : 1;
      hi = x < 0 ? x + LN2_HIGH : x - LN2_HIGH;
      lo = x < 0 ? -LN2_LOW : LN2_LOW;
    } else {
      k = f64Trunc(INVERSE_LN2 * x + (x < 0 ? -0.5 : 0.5));
      hi = x - k * LN2_HIGH;
      lo = k * LN2_LOW;
    }
    r = hi - lo;
  }
  const t = r * r;
  const c = r - t * (1.66666666666666019037e-01 + t * (-2.77777777770155933842e-03 + t * (6.61375632143793436117e-05 +
    t * (-1.65339022054652515390e-06 + t * 4.13813679705723846039e-08))));
  if (k === 0) return 1 - ((r * c) / (c - 2) - r);
  const y = 1 - (lo - (r * c) / (2 - c) - hi);
  if (k < -1021) return y * powerOfTwo(k + 1000) * 9.33263618503218878990e-302; // 2^-1000
  if (k === 1024) return y * 2 * 8.98846567431157953865e+307; // 2^1023
  return y * powerOfTwo(k);
}

/** 21.3.2.15: exp(x) - 1. */
export function expm1(x: number): number {
  const high = absHigh(x);
  if (x !== x) return x;
  if (x > OVERFLOW) return INFINITY;
  if (high >= 0x4043687a && x < 0) return -1; // x <= -56 ln2
  if (high < 0x3c900000) return x; // |x| < 2^-54
  let r = x;
  let c = 0;
  let k = 0;
  if (high > 0x3fd62e42) { // |x| > ln2 / 2
    let hi: number;
    let lo: number;
    if (high < 0x3ff0a2b2) { // |x| < 1.5 ln2
      k = x < 0 ? -1 : 1;
      hi = x < 0 ? x + LN2_HIGH : x - LN2_HIGH;
      lo = x < 0 ? -LN2_LOW : LN2_LOW;
    } else {
      k = f64Trunc(INVERSE_LN2 * x + (x < 0 ? -0.5 : 0.5));
      hi = x - k * LN2_HIGH;
      lo = k * LN2_LOW;
    }
    r = hi - lo;
    c = hi - r - lo;
  }
  const halfR = 0.5 * r;
  const halfSquare = r * halfR;
  const r1 = 1 + halfSquare * (-3.33333333333331316428e-02 + halfSquare * (1.58730158725481460165e-03 +
    halfSquare * (-7.93650757867487942473e-05 + halfSquare * (4.00821782732936239552e-06 + halfSquare * -2.01099218183624371326e-07))));
  const t = 3 - r1 * halfR;
  let e = halfSquare * ((r1 - t) / (6 - r * t));
  if (k === 0) return r - (r * e - halfSquare);
  e = r * (e - c) - c;
  e -= halfSquare;
  if (k === -1) return 0.5 * (r - e) - 0.5;
  if (k === 1) return r < -0.25 ? -2 * (e - (r + 0.5)) : 1 + 2 * (r - e);
  if (k <= -2 || k > 56) {
    const y = 1 - (e - r);
    return (k === 1024 ? y * 2 * 8.98846567431158e+307 : y * powerOfTwo(k)) - 1;
  }
  if (k < 20) return (f64FromWords(0x3ff00000 - (0x200000 >> k), 0) - (e - r)) * powerOfTwo(k);
  return (r - (e + powerOfTwo(-k)) + 1) * powerOfTwo(k);
}

/** log(1 + f) - f + f^2 / 2, where s = f / (2 + f) and the polynomial in s^2 is split into two of half the length. */
function logPolynomial(s: number): number {
  const z = s * s;
  const w = z * z;
  const odd = w * (3.999999999940941908e-01 + w * (2.222219843214978396e-01 + w * 1.531383769920937332e-01));
  const even = z * (6.666666666666735130e-01 + w * (2.857142874366239149e-01 + w * (1.818357216161805012e-01 + w * 1.479819860511658591e-01)));
  return even + odd;
}

/** 21.3.2.20. */
export function log(x: number): number {
  let high = f64High(x);
  let k = 0;
  let m = x;
  if (high < 0x00100000) { // x < 2^-1022
    if (x === 0) return -INFINITY;
    if (x < 0 || x !== x) return NOT_A_NUMBER;
    k = -54;
    m *= TWO_54;
    high = f64High(m);
  }
  if (high >= 0x7ff00000) return x + x;
  k += (high >> 20) - 1023;
  high &= 0x000fffff;
  const carry = (high + 0x95f64) & 0x100000;
  m = withHighWord(m, high | (carry ^ 0x3ff00000));
  k += carry >> 20;
  const f = m - 1;
  if ((0x000fffff & (2 + high)) < 3) { // |f| < 2^-20
    if (f === 0) return k === 0 ? 0 : k * LN2_HIGH + k * LN2_LOW;
    const remainder = f * f * (0.5 - 0.33333333333333333 * f);
    return k === 0 ? f - remainder : k * LN2_HIGH - (remainder - k * LN2_LOW - f);
  }
  const s = f / (2 + f);
  const r = logPolynomial(s);
  if (((high - 0x6147a) | (0x6b851 - high)) > 0) {
    const halfSquare = 0.5 * f * f;
    return k === 0 ? f - (halfSquare - s * (halfSquare + r)) : k * LN2_HIGH - (halfSquare - (s * (halfSquare + r) + k * LN2_LOW) - f);
  }
  return k === 0 ? f - s * (f - r) : k * LN2_HIGH - (s * (f - r) - k * LN2_LOW - f);
}

/** 21.3.2.21: log(1 + x). */
export function log1p(x: number): number {
  const high = f64High(x);
  const abs = high & 0x7fffffff;
  if (x !== x || x < -1) return NOT_A_NUMBER;
  if (x === -1) return -INFINITY;
  if (high >= 0x7ff00000) return x;
  if (abs < 0x3e200000) return abs < 0x3c900000 ? x : x - x * x * 0.5; // |x| < 2^-29, 2^-54
  let k = 0;
  let f = x;
  let fraction = 1;
  let c = 0;
  if (high >= 0x3fda827a || (high <= 0 && high > (0xbfd2bec4 | 0))) { // 1 + x lies outside (sqrt(1/2), sqrt(2))
    let u = x;
    if (high < 0x43400000) {
      u = 1 + x;
      k = (f64High(u) >> 20) - 1023;
      c = (k > 0 ? 1 - (u - x) : x - (u - 1)) / u;
    } else {
      k = (f64High(u) >> 20) - 1023;
    }
    fraction = f64High(u) & 0x000fffff;
    if (fraction < 0x6a09e) {
      u = withHighWord(u, fraction | 0x3ff00000);
    } else {
      k++;
      u = withHighWord(u, fraction | 0x3fe00000);
      fraction = (0x00100000 - fraction) >> 2;
    }
    f = u - 1;
  }
  const halfSquare = 0.5 * f * f;
  if (fraction === 0) { // |f| < 2^-20
    if (f === 0) return k === 0 ? 0 : k * LN2_HIGH + (c + k * LN2_LOW);
    const remainder = halfSquare * (1 - 0.66666666666666666 * f);
    return k === 0 ? f - remainder : k * LN2_HIGH - (remainder - (k * LN2_LOW + c) - f);
  }
  const s = f / (2 + f);
  const z = s * s;
  const r = z * (6.666666666666735130e-01 + z * (3.999999999940941908e-01 + z * (2.857142874366239149e-01 + z * (2.222219843214978396e-01 +
    z * (1.818357216161805012e-01 + z * (1.531383769920937332e-01 + z * 1.479819860511658591e-01))))));
  return k === 0 ? f - (halfSquare - s * (halfSquare + r)) : k * LN2_HIGH - (halfSquare - (s * (halfSquare + r) + (k * LN2_LOW + c)) - f);
}

/** 21.3.2.23. */
export function log2(x: number): number {
  let high = f64High(x);
  let k = 0;
  let m = x;
  if (high < 0x00100000) { // x < 2^-1022
    if (x === 0) return -INFINITY;
    if (x < 0 || x !== x) return NOT_A_NUMBER;
    k = -54;
    m *= TWO_54;
    high = f64High(m);
  }
  if (high >= 0x7ff00000) return x + x;
  if (x === 1) return 0;
  k += (high >> 20) - 1023;
  high &= 0x000fffff;
  const carry = (high + 0x95f64) & 0x100000;
  m = withHighWord(m, high | (carry ^ 0x3ff00000));
  k += carry >> 20;
  const f = m - 1;
  const halfSquare = 0.5 * f * f;
  const s = f / (2 + f);
  const r = s * (halfSquare + logPolynomial(s));
  // f - halfSquare and k + value are kept in two parts each, since they may cancel.
  const hi = withoutLowWord(f - halfSquare);
  const lo = f - hi - halfSquare + r;
  const valueHigh = hi * 1.44269504072144627571e+00;
  const valueLow = (lo + hi) * 1.67517131648865118353e-10 + lo * 1.44269504072144627571e+00;
  const sum = k + valueHigh;
  return valueLow + (k - sum + valueHigh) + sum;
}

/** 21.3.2.22. */
export function log10(x: number): number {
  let high = f64High(x);
  let k = 0;
  let m = x;
  if (high < 0x00100000) { // x < 2^-1022
    if (x === 0) return -INFINITY;
    if (x < 0 || x !== x) return NOT_A_NUMBER;
    k = -54;
    m *= TWO_54;
    high = f64High(m);
  }
  if (high >= 0x7ff00000) return x + x;
  if (x === 1) return 0;
  k += (high >> 20) - 1023;
  const below = k < 0 ? 1 : 0;
  const y = k + below;
  m = f64FromWords((high & 0x000fffff) | ((0x3ff - below) << 20), f64Low(m));
  const z = y * 3.69423907715893078616e-13 + 4.34294481903251816668e-01 * log(m);
  return z + y * 3.01029995663611771306e-01;
}
