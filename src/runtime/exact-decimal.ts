/**
 * The exact decimal expansion of a double, for output with a given number of digits. Integer and fraction part are binary
 * integers of 32-bit limbs; nine digits at a time come out of the first by division, out of the second by multiplication.
 */
import { addr, bitsOfF64, i32, load32, load8, store32, store64, u32, u64 } from 'toro:machine';
import { storeDigits } from './integer-to-string.ts';

/** 10^9: nine digits a step. */
const CHUNK = 1_000_000_000n;
const CHUNK_DIGITS = 9;
const LIMB_BITS = 32n;
const SIGNIFICAND_BITS = 52n;
const SIGNIFICAND_MASK = 0xf_ffff_ffff_ffffn;
const HIDDEN_BIT = 0x10_0000_0000_0000n;
const EXPONENT_BIAS = 1075;

/** Limbs of the larger part of any double: 1074 bits of fraction, rounded up, and one to spare. */
export const LIMB_BUFFER_BYTES = 144;
/** Integer digits of the largest double, rounded up to a multiple of nine. */
export const INTEGER_DIGITS = 315;

/**
 * Stores the digits of the integer part of a finite x >= 0 so that they end at `end`; returns where they start. The part 0 has no digits.
 * `limbs` is a buffer of LIMB_BUFFER_BYTES.
 * @noalloc
 */
export function storeIntegerDigits(end: addr, x: number, limbs: addr): addr {
  let at = end;
  if (x < 18446744073709551616) {
    let rest = integerPart(x);
    while (rest !== 0n) {
      const quotient = u64(rest / CHUNK);
      at = addr(at - u64(CHUNK_DIGITS));
      storeDigits(at, u64(rest - quotient * CHUNK), u32(CHUNK_DIGITS));
      rest = quotient;
    }
  } else {
    let count = placeSignificand(limbs, x, u32(u32(u64(bitsOfF64(x) >> SIGNIFICAND_BITS)) - EXPONENT_BIAS));
    while (count > 0) {
      at = addr(at - u64(CHUNK_DIGITS));
      storeDigits(at, divideByChunk(limbs, count), u32(CHUNK_DIGITS));
      if (load32(limbs, u32(u32(count - 1) << 2)) === 0) count = u32(count - 1);
    }
  }
  while (at < end && load8(at) === 0x30) at = addr(at + 1n);
  return at;
}

/**
 * The integer part of 0 <= x < 2^64.
 * @noalloc
 */
function integerPart(x: number): u64 {
  if (x < 1) return u64(0n);
  const bits = bitsOfF64(x);
  const significand = u64((bits & SIGNIFICAND_MASK) | HIDDEN_BIT);
  const shift = i32(i32(u64(bits >> SIGNIFICAND_BITS)) - EXPONENT_BIAS);
  return shift >= 0 ? u64(significand << u64(shift)) : u64(significand >> u64(i32(-shift)));
}

/**
 * The fraction part of x as limbs below the point: the most significant at index count - 1. Returns count, 0 for no fraction.
 * @noalloc
 */
export function placeFraction(limbs: addr, x: number): u32 {
  const bits = bitsOfF64(x);
  const biased = i32(u64(bits >> SIGNIFICAND_BITS));
  if (biased >= EXPONENT_BIAS) return u32(0);
  const fractionBits = u32(EXPONENT_BIAS - (biased === 0 ? 1 : biased));
  let significand = u64(bits & SIGNIFICAND_MASK);
  if (biased !== 0) significand = u64(significand | HIDDEN_BIT);
  if (fractionBits <= 52) significand = u64(significand & u64((1n << u64(fractionBits)) - 1n));
  if (significand === 0n) return u32(0);
  const count = u32(u32(fractionBits + 31) >>> 5);
  // The significand's lowest bit stands at fractionBits below the point: shifted up to a limb's border.
  const shift = u64(u32(u32(count << 5) - fractionBits));
  clearLimbs(limbs, count < 3 ? u32(3) : count);
  store64(limbs, u64(significand << shift));
  if (shift !== 0n) store32(limbs, u32(u64(significand >> u64(64n - shift))), 8);
  return count;
}

/**
 * The next nine digits of the fraction, which keeps the rest.
 * @noalloc
 */
export function nextFractionDigits(limbs: addr, count: u32): u64 {
  let carry = u64(0n);
  const end = addr(limbs + (u64(count) << 2n));
  for (let at = limbs; at < end; at = addr(at + 4n)) {
    const product = u64(u64(load32(at)) * CHUNK + carry);
    store32(at, u32(product));
    carry = u64(product >> LIMB_BITS);
  }
  return carry;
}

/**
 * Places the significand of x at bit `shift`; returns the number of limbs.
 * @noalloc
 */
function placeSignificand(limbs: addr, x: number, shift: u32): u32 {
  const significand = u64((bitsOfF64(x) & SIGNIFICAND_MASK) | HIDDEN_BIT);
  const first = u32(shift >>> 5);
  const inside = u64(u32(shift & 31));
  const count = u32(first + 3);
  clearLimbs(limbs, count);
  const at = addr(limbs + (u64(first) << 2n));
  store64(at, u64(significand << inside));
  if (inside !== 0n) store32(at, u32(u64(significand >> u64(64n - inside))), 8);
  return count;
}

/**
 * Divides by 10^9 in place; returns the remainder.
 * @noalloc
 */
function divideByChunk(limbs: addr, count: u32): u64 {
  let remainder = u64(0n);
  let at = addr(limbs + (u64(count) << 2n));
  while (at > limbs) {
    at = addr(at - 4n);
    const dividend = u64((remainder << LIMB_BITS) | u64(load32(at)));
    const quotient = u64(dividend / CHUNK);
    store32(at, u32(quotient));
    remainder = u64(dividend - quotient * CHUNK);
  }
  return remainder;
}

/** @noalloc */
function clearLimbs(limbs: addr, count: u32): void {
  const end = addr(limbs + (u64(count) << 2n));
  for (let at = limbs; at < end; at = addr(at + 4n)) store32(at, 0);
}
