/**
 * pow, cbrt and hypot, bit for bit as V8 computes them.
 *
 * pow follows fdlibm's e_pow.c and cbrt FreeBSD's s_cbrt.c, as V8's src/base/ieee754.cc has them: "Copyright (C) 1993, 2004 by Sun
 * Microsystems, Inc. All rights reserved. Permission to use, copy, modify, and distribute this software is freely granted, provided that this
 * notice is preserved." hypot follows V8's src/builtins/math.tq.
 *
 * pow: log2|x| in two parts of which the upper has 29 trailing zeros; times y in two parts; 2 to that power.
 */

import { f64Abs, f64FromWords, f64High, f64Low, f64Sqrt } from './intrinsics.ts';
import { absHigh, scale, withHighWord, withoutLowWord } from './math-words.ts';

const INFINITY = 1 / 0;
const NOT_A_NUMBER = 0 / 0;
const TWO_53 = 9007199254740992;
/** 1 / ln2 in two parts. */
const INVERSE_LN2 = 1.44269504088896338700e+00;
const INVERSE_LN2_HIGH = 1.44269502162933349609e+00;
const INVERSE_LN2_LOW = 1.92596299112661746887e-08;
/** 2 / (3 ln2), whole and in two parts. */
const CP = 9.61796693925975554329e-01;
const CP_HIGH = 9.61796700954437255859e-01;
const CP_LOW = -7.02846165095275826516e-09;
const LN2 = 6.93147180559945286227e-01;
const LN2_HIGH = 6.93147182464599609375e-01;
const LN2_LOW = -1.90465429995776804525e-09;
/** log2(1.5) in two parts. */
const LOG2_1_5_HIGH = 5.84962487220764160156e-01;
const LOG2_1_5_LOW = 1.35003920212974897128e-08;
/** -(1024 - log2(overflow + half an ulp)). */
const OVERFLOW_TAIL = 8.0085662595372944372e-17;

/** 21.3.2.26, and the operator **: Number::exponentiate, 6.1.6.1.3. */
export function pow(x: number, y: number): number {
  if (y === 0) return 1;
  if (x !== x || y !== y) return NOT_A_NUMBER;
  const magnitude = f64Abs(x);
  if (y === INFINITY || y === -INFINITY) {
    if (magnitude === 1) return NOT_A_NUMBER;
    return magnitude > 1 === y > 0 ? INFINITY : 0;
  }
  if (y === 1) return x;
  if (y === -1) return 1 / x;
  if (y === 2) return x * x;
  const isNegative = f64High(x) < 0;
  if (y === 0.5 && !isNegative) return f64Sqrt(x);
  const isInteger = y % 1 === 0;
  const isOdd = isInteger && y % 2 !== 0;
  if (magnitude === 0 || magnitude === INFINITY || magnitude === 1) {
    const z = y < 0 ? 1 / magnitude : magnitude;
    if (!isNegative) return z;
    if (magnitude === 1 && !isInteger) return NOT_A_NUMBER;
    return isOdd ? -z : z;
  }
  if (isNegative && !isInteger) return NOT_A_NUMBER;
  return powerOfPositive(magnitude, y, isNegative && isOdd ? -1 : 1);
}

/** sign * x^y for finite x > 0, not 1, and finite y. */
function powerOfPositive(x: number, y: number, sign: number): number {
  const high = f64High(x);
  const yHigh = absHigh(y);
  let t1: number;
  let t2: number;
  if (yHigh > 0x41e00000) { // |y| > 2^31
    const overflows = y > 0 ? x > 1 : x < 1;
    if (yHigh > 0x43f00000 || high < 0x3fefffff || high > 0x3ff00000) return overflows ? sign * INFINITY : sign * 0;
    // |1 - x| <= 2^-20: log(x) is x - x^2/2 + x^3/3 - x^4/4.
    const t = x - 1;
    const w = t * t * (0.5 - t * (0.3333333333333333333333 - t * 0.25));
    const u = INVERSE_LN2_HIGH * t;
    const v = t * INVERSE_LN2_LOW - w * INVERSE_LN2;
    t1 = withoutLowWord(u + v);
    t2 = v - (t1 - u);
  } else {
    let n = 0;
    let m = x;
    let mHigh = high;
    if (mHigh < 0x00100000) { // subnormal
      m *= TWO_53;
      n = -53;
      mHigh = f64High(m);
    }
    n += (mHigh >> 20) - 0x3ff;
    const fraction = mHigh & 0x000fffff;
    mHigh = fraction | 0x3ff00000;
    let nearOneAndHalf = false;
    if (fraction > 0x3988e) { // m > sqrt(3/2)
      if (fraction < 0xbb67a) { // m < sqrt(3)
        nearOneAndHalf = true;
      } else {
        n++;
        mHigh -= 0x00100000;
      }
    }
    m = withHighWord(m, mHigh);

    // ss = sHigh + sLow = (m - b) / (m + b), with b = 1 or 1.5.
    const b = nearOneAndHalf ? 1.5 : 1;
    const u = m - b;
    const v = 1 / (m + b);
    const ss = u * v;
    const sHigh = withoutLowWord(ss);
    const sumHigh = f64FromWords(((mHigh >> 1) | 0x20000000) + 0x00080000 + (nearOneAndHalf ? 0x40000 : 0), 0);
    const sumLow = m - (sumHigh - b);
    const sLow = v * (u - sHigh * sumHigh - sHigh * sumLow);
    // log(m)
    const square = ss * ss;
    let r = square * square * (5.99999999999994648725e-01 + square * (4.28571428578550184252e-01 + square * (3.33333329818377432918e-01 +
      square * (2.72728123808534006489e-01 + square * (2.30660745775561754067e-01 + square * 2.06975017800338417784e-01)))));
    r += sLow * (sHigh + ss);
    const highSquare = sHigh * sHigh;
    const tHigh = withoutLowWord(3 + highSquare + r);
    const tLow = r - (tHigh - 3 - highSquare);
    const productHigh = sHigh * tHigh;
    const productLow = sLow * tHigh + tLow * ss;
    const pHigh = withoutLowWord(productHigh + productLow);
    const pLow = productLow - (pHigh - productHigh);
    const zHigh = CP_HIGH * pHigh;
    const zLow = CP_LOW * pHigh + pLow * CP + (nearOneAndHalf ? LOG2_1_5_LOW : 0);
    const dHigh = nearOneAndHalf ? LOG2_1_5_HIGH : 0;
    t1 = withoutLowWord(zHigh + zLow + dHigh + n);
    t2 = zLow - (t1 - n - dHigh - zHigh);
  }

  const yUpper = withoutLowWord(y);
  const pLow = (y - yUpper) * t1 + y * t2;
  const pHigh = yUpper * t1;
  const z = pLow + pHigh;
  if (z > 1024 || (z === 1024 && pLow + OVERFLOW_TAIL > z - pHigh)) return sign * INFINITY;
  if (z < -1075 || (z === -1075 && pLow <= z - pHigh)) return sign * 0;
  return sign * powerOfTwoParts(pHigh, pLow, z);
}

/** 2^(high + low), where z is their rounded sum, -1075 <= z <= 1024. */
function powerOfTwoParts(high: number, low: number, z: number): number {
  const zHigh = f64High(z);
  const zAbs = zHigh & 0x7fffffff;
  let n = 0;
  let rest = high;
  if (zAbs > 0x3fe00000) { // |z| > 0.5: n = round(z)
    const rounded = zHigh + (0x00100000 >> ((zAbs >> 20) - 0x3ff + 1));
    const k = ((rounded & 0x7fffffff) >> 20) - 0x3ff;
    rest -= f64FromWords(rounded & ~(0x000fffff >> k), 0);
    n = ((rounded & 0x000fffff) | 0x00100000) >> (20 - k);
    if (zHigh < 0) n = -n;
  }
  const t = withoutLowWord(low + rest);
  const u = t * LN2_HIGH;
  const v = (low - (t - rest)) * LN2 + t * LN2_LOW;
  const w = u + v;
  const tail = v - (w - u);
  const square = w * w;
  const t1 = w - square * (1.66666666666666019037e-01 + square * (-2.77777777770155933842e-03 + square * (6.61375632143793436117e-05 +
    square * (-1.65339022054652515390e-06 + square * 4.13813679705723846039e-08))));
  // V8 divides by the tail's term too, where fdlibm subtracts it from the quotient.
  const r = (w * t1) / (t1 - 2 - (tail + w * tail));
  const result = 1 - (r - w);
  return scale(result, n);
}

/** 21.3.2.9. */
export function cbrt(x: number): number {
  if (x - x !== 0 || x === 0) return x;
  const sign = f64High(x) & 0x80000000;
  const high = absHigh(x);
  // The exponent divided by three gives 5 bits.
  let t: number;
  if (high < 0x00100000) t = f64FromWords(sign | (thirdOf(absHigh(x * 18014398509481984)) + 696219795), 0);
  else t = f64FromWords(sign | (thirdOf(high) + 715094163), 0);
  // A polynomial in t^3 / x gives 23 bits.
  let r = t * t * (t / x);
  t *= 1.87595182427177009643 + r * (-1.88497979543377169875 + r * 1.621429720105354466140) +
    r * r * r * (-0.758397934778766047437 + r * 0.145996192886612446982);
  // Away from zero to 23 bits, so that t^2 is exact.
  const lowWord = f64Low(t) >>> 0;
  const carry = lowWord + 0x80000000 >= 0x100000000 ? 1 : 0;
  t = f64FromWords(f64High(t) + carry, (lowWord + 0x80000000) & 0xc0000000);
  // One step of Newton's iteration gives 53.
  r = x / (t * t);
  r = (r - t) / (t + t + r);
  return t + t * r;
}

function thirdOf(n: number): number {
  return (n - (n % 3)) / 3;
}


/** 21.3.2.18: the arguments are divided by the largest, and summed with Kahan's compensation. */
export function hypot(...args: number[]): number {
  let largest = 0;
  let hasNaN = false;
  for (let i = 0; i < args.length; i++) {
    const value = f64Abs(+args[i]);
    args[i] = value;
    if (value !== value) hasNaN = true;
    else if (value > largest) largest = value;
  }
  if (largest === INFINITY) return INFINITY;
  if (hasNaN) return NOT_A_NUMBER;
  if (largest === 0) return 0;
  let sum = 0;
  let compensation = 0;
  for (let i = 0; i < args.length; i++) {
    const n = args[i] / largest;
    const summand = n * n - compensation;
    const preliminary = sum + summand;
    compensation = preliminary - sum - summand;
    sum = preliminary;
  }
  return f64Sqrt(sum) * largest;
}
