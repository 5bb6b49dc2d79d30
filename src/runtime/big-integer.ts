/**
 * Natural numbers in buffers, as large as exact decimal conversion needs: u32 number of limbs, u32 0, then 32-bit limbs, lowest first,
 * the last not 0.
 */
import { addr, i32, load32, store32, u32, u64 } from 'toro:machine';

/** Room for 160 limbs: the longest products of decimal conversion have 2,800 bits. */
export const BIG_BYTES = 648;
const LIMBS = 8;
/** 5^13, the largest power of five in a limb. */
const FIVES = 1_220_703_125;
const FIVES_EXPONENT = 13;

/** @noalloc */
export function setBig(big: addr, x: u64): void {
  store32(big, u32(x), LIMBS);
  store32(big, u32(u64(x >> 32n)), LIMBS + 4);
  store32(big, x > 0xffff_ffffn ? 2 : x === 0n ? 0 : 1);
}

/**
 * big = big x factor + addend.
 * @noalloc
 */
export function multiplyAddBig(big: addr, factor: u32, addend: u32): void {
  const count = load32(big);
  let carry = u64(addend);
  let at = addr(big + u64(LIMBS));
  for (let i = u32(0); i < count; i = u32(i + 1)) {
    const sum = u64(u64(load32(at)) * u64(factor) + carry);
    store32(at, u32(sum));
    carry = u64(sum >> 32n);
    at = addr(at + 4n);
  }
  if (carry !== 0n) {
    store32(at, u32(carry));
    store32(big, u32(count + 1));
  }
}

/**
 * big = big x 5^exponent.
 * @noalloc
 */
export function multiplyByFives(big: addr, exponent: u32): void {
  let rest = exponent;
  for (; rest >= FIVES_EXPONENT; rest = u32(rest - FIVES_EXPONENT)) multiplyAddBig(big, u32(FIVES), u32(0));
  for (; rest > 0; rest = u32(rest - 1)) multiplyAddBig(big, u32(5), u32(0));
}

/**
 * big = big x 2^bits.
 * @noalloc
 */
export function shiftBigLeft(big: addr, bits: u32): void {
  if ((bits & 31) !== 0) multiplyAddBig(big, u32(1 << (bits & 31)), u32(0));
  const words = u32(bits >>> 5);
  const count = load32(big);
  if (words === 0 || count === 0) return;
  for (let i = count; i > 0; i = u32(i - 1)) store32(big, load32(big, u32(LIMBS - 4 + (i << 2))), u32(LIMBS - 4 + (u32(i + words) << 2)));
  for (let i = u32(0); i < words; i = u32(i + 1)) store32(big, 0, u32(LIMBS + (i << 2)));
  store32(big, u32(count + words));
}

/**
 * -1, 0 or 1.
 * @noalloc
 */
export function compareBig(a: addr, b: addr): i32 {
  const count = load32(a);
  if (count !== load32(b)) return count < load32(b) ? i32(-1) : i32(1);
  for (let i = count; i > 0; i = u32(i - 1)) {
    const left = load32(a, u32(LIMBS - 4 + (i << 2)));
    const right = load32(b, u32(LIMBS - 4 + (i << 2)));
    if (left !== right) return left < right ? i32(-1) : i32(1);
  }
  return i32(0);
}
