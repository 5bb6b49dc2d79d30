/**
 * x modulo pi / 2, for the trigonometric functions: fdlibm's e_rem_pio2.c and k_rem_pio2.c, as V8's src/base/ieee754.cc has them.
 * "Copyright (C) 1993 by Sun Microsystems, Inc. All rights reserved. Developed at SunPro, a Sun Microsystems, Inc. business. Permission to use,
 * copy, modify, and distribute this software is freely granted, provided that this notice is preserved."
 *
 * Up to 2^19 pi / 2, multiples of pi / 2 in three parts are subtracted until enough bits are left (Cody and Waite). Beyond, x is multiplied
 * by as many bits of 2 / pi as matter (Payne and Hanek), in digits of 24 bits.
 */

import { f64Abs, f64Floor, f64High, f64Low, f64FromWords, f64Trunc } from './intrinsics.ts';
import { absHigh, scale } from './math-words.ts';

/** A reduced argument in two parts: |high + low| <= pi / 4. */
export class Quadrant {
  high = 0;
  low = 0;
}

const TWO_OVER_PI = 6.36619772367581382433e-01;
/** pi / 2 in parts of 33 bits, each with what is left of it. */
const PART_1 = 1.57079632673412561417e+00;
const REST_1 = 6.07710050650619224932e-11;
const PART_2 = 6.07710050630396597660e-11;
const REST_2 = 2.02226624879595063154e-21;
const PART_3 = 2.02226624871116645580e-21;
const REST_3 = 8.47842766036889956997e-32;

/** Fills in x - n pi / 2 and returns n, of which the last bits are right. |x| > pi / 4, finite. */
export function reduceToQuadrant(x: number, reduced: Quadrant): number {
  const high = absHigh(x);
  const isNegative = x < 0;
  const magnitude = f64Abs(x);
  let n: number;
  if (high < 0x4002d97c) n = reduceByOne(magnitude, high, reduced); // |x| < 3 pi / 4
  else if (high <= 0x413921fb) n = reduceByMultiple(magnitude, high, reduced); // |x| <= 2^19 pi / 2
  else n = reduceByDigits(magnitude, high, reduced);
  if (!isNegative) return n;
  reduced.high = -reduced.high;
  reduced.low = -reduced.low;
  return -n;
}

function reduceByOne(x: number, high: number, reduced: Quadrant): number {
  let z = x - PART_1;
  let rest = REST_1;
  if (high === 0x3ff921fb) { // near pi / 2
    z -= PART_2;
    rest = REST_2;
  }
  reduced.high = z - rest;
  reduced.low = z - reduced.high - rest;
  return 1;
}

function reduceByMultiple(x: number, high: number, reduced: Quadrant): number {
  const n = f64Trunc(x * TWO_OVER_PI + 0.5);
  let r = x - n * PART_1;
  let w = n * REST_1;
  reduced.high = r - w;
  if (lostBits(high, reduced.high) > 16) {
    let t = r;
    w = n * PART_2;
    r = t - w;
    w = n * REST_2 - (t - r - w);
    reduced.high = r - w;
    if (lostBits(high, reduced.high) > 49) {
      t = r;
      w = n * PART_3;
      r = t - w;
      w = n * REST_3 - (t - r - w);
      reduced.high = r - w;
    }
  }
  reduced.low = r - reduced.high - w;
  return n;
}

/** By how many binary orders the difference is smaller than what it came from. */
function lostBits(high: number, difference: number): number {
  return (high >> 20) - ((f64High(difference) >> 20) & 0x7ff);
}

/** 2 / pi in digits of 24 bits. */
const INVERSE_DIGITS = [
  0xa2f983, 0x6e4e44, 0x1529fc, 0x2757d1, 0xf534dd, 0xc0db62, 0x95993c, 0x439041, 0xfe5163, 0xabdebb, 0xc561b7, 0x246e3a, 0x424dd2, 0xe00649,
  0x2eea09, 0xd1921c, 0xfe1deb, 0x1cb129, 0xa73ee8, 0x8235f5, 0x2ebb44, 0x84e99c, 0x7026b4, 0x5f7e41, 0x3991d6, 0x398353, 0x39f49c, 0x845f8b,
  0xbdf928, 0x3b1ff8, 0x97ffde, 0x05980f, 0xef2f11, 0x8b5a0a, 0x6d1f6d, 0x367ecf, 0x27cb09, 0xb74f46, 0x3f669e, 0x5fea2d, 0x7527ba, 0xc7ebe5,
  0xf17b3d, 0x0739f7, 0x8a5292, 0xea6bfb, 0x5fb11f, 0x8d5d08, 0x560330, 0x46fc7b, 0x6babf0, 0xcfbc20, 0x9af436, 0x1da9e3, 0x91615e, 0xe61b08,
  0x659985, 0x5f14a0, 0x68408d, 0xffd880, 0x4d7327, 0x310606, 0x1556ca, 0x73a8c9, 0x60e27b, 0xc08c6b,
];

/** pi / 2 in parts of 24 bits. */
const HALF_PI_DIGITS = [
  1.57079625129699707031e+00, 7.54978941586159635335e-08, 5.39030252995776476554e-15, 3.28200341580791294123e-22, 1.27065575308067607349e-29,
  1.22933308981111328932e-36, 2.73370053816464559624e-44, 2.16741683877804819444e-51,
];

const DIGIT = 16777216;
const INVERSE_DIGIT = 5.96046447753906250000e-08;
/** Index of the last digit of the quotient that is computed at first. */
const LAST_DIGIT = 4;

function reduceByDigits(x: number, high: number, reduced: Quadrant): number {
  // x = (d0 + d1 2^-24 + d2 2^-48) 2^exponent
  const exponent = (high >> 20) - 1046;
  let z = f64FromWords(high - (exponent << 20), f64Low(x));
  const digits: number[] = [];
  for (let i = 0; i < 2; i++) {
    digits[i] = f64Trunc(z);
    z = (z - digits[i]) * DIGIT;
  }
  digits[2] = z;
  let count = 3;
  while (digits[count - 1] === 0) count--;

  // Digits of 2 / pi before the first only add multiples of 8 to the quotient.
  const lastX = count - 1;
  const skipped = exponent > 3 ? f64Floor((exponent - 3) / 24) : 0;
  let scaleBits = exponent - 24 * (skipped + 1);
  const factors: number[] = [];
  for (let i = 0; i <= lastX + LAST_DIGIT; i++) {
    const j = skipped - lastX + i;
    factors[i] = j < 0 ? 0 : INVERSE_DIGITS[j];
  }
  const q: number[] = [];
  for (let i = 0; i <= LAST_DIGIT; i++) q[i] = productDigit(digits, factors, lastX, i);

  let last = LAST_DIGIT;
  const integers: number[] = [];
  let n: number;
  let isUpperHalf: number;
  for (;;) {
    // Carry from the last digit up; integers has the digits below the point, last first.
    z = q[last];
    for (let i = 0, j = last; j > 0; i++, j--) {
      const carry = f64Trunc(INVERSE_DIGIT * z);
      integers[i] = z - DIGIT * carry;
      z = q[j - 1] + carry;
    }
    z = scale(z, scaleBits);
    z -= 8 * f64Floor(z * 0.125);
    n = f64Trunc(z);
    z -= n;
    isUpperHalf = 0;
    if (scaleBits > 0) {
      const carried = integers[last - 1] >> (24 - scaleBits);
      n += carried;
      integers[last - 1] -= carried << (24 - scaleBits);
      isUpperHalf = integers[last - 1] >> (23 - scaleBits);
    } else if (scaleBits === 0) {
      isUpperHalf = integers[last - 1] >> 23;
    } else if (z >= 0.5) {
      isUpperHalf = 2;
    }
    if (isUpperHalf > 0) { // The fraction is at least a half: take 1 - fraction.
      n++;
      const borrowed = complement(integers, last);
      if (scaleBits === 1) integers[last - 1] &= 0x7fffff;
      else if (scaleBits === 2) integers[last - 1] &= 0x3fffff;
      if (isUpperHalf === 2) {
        z = 1 - z;
        if (borrowed) z -= scale(1, scaleBits);
      }
    }
    if (z !== 0 || !areZero(integers, LAST_DIGIT, last)) break;
    // All computed digits of the fraction cancelled: compute more.
    let more = 1;
    while (more <= LAST_DIGIT && integers[LAST_DIGIT - more] === 0) more++;
    for (let i = last + 1; i <= last + more; i++) {
      factors[lastX + i] = INVERSE_DIGITS[skipped + i];
      q[i] = productDigit(digits, factors, lastX, i);
    }
    last += more;
  }

  if (z === 0) {
    last--;
    scaleBits -= 24;
    while (integers[last] === 0) {
      last--;
      scaleBits -= 24;
    }
  } else {
    z = scale(z, -scaleBits);
    if (z >= DIGIT) {
      const carry = f64Trunc(INVERSE_DIGIT * z);
      integers[last] = z - DIGIT * carry;
      last++;
      scaleBits += 24;
      integers[last] = carry;
    } else {
      integers[last] = z;
    }
  }

  // The fraction times pi / 2, in parts.
  let unit = scale(1, scaleBits);
  for (let i = last; i >= 0; i--) {
    q[i] = unit * integers[i];
    unit *= INVERSE_DIGIT;
  }
  const parts: number[] = [];
  for (let i = last; i >= 0; i--) {
    let sum = 0;
    for (let k = 0; k <= LAST_DIGIT && k <= last - i; k++) sum += HALF_PI_DIGITS[k] * q[i + k];
    parts[last - i] = sum;
  }
  let sum = 0;
  for (let i = last; i >= 0; i--) sum += parts[i];
  reduced.high = isUpperHalf === 0 ? sum : -sum;
  sum = parts[0] - sum;
  for (let i = 1; i <= last; i++) sum += parts[i];
  reduced.low = isUpperHalf === 0 ? sum : -sum;
  return n & 7;
}

/** Digit i of the product of x and 2 / pi, without carries. */
function productDigit(digits: number[], factors: number[], lastX: number, i: number): number {
  let sum = 0;
  for (let j = 0; j <= lastX; j++) sum += digits[j] * factors[lastX + i - j];
  return sum;
}

/** 1 - fraction, in place; whether any digit wasn't zero. */
function complement(integers: number[], count: number): boolean {
  let borrowed = false;
  for (let i = 0; i < count; i++) {
    const digit = integers[i];
    if (borrowed) {
      integers[i] = 0xffffff - digit;
    } else if (digit !== 0) {
      borrowed = true;
      integers[i] = 0x1000000 - digit;
    }
  }
  return borrowed;
}

function areZero(integers: number[], from: number, to: number): boolean {
  for (let i = from; i < to; i++) {
    if (integers[i] !== 0) return false;
  }
  return true;
}
