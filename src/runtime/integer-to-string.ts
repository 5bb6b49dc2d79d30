/** Decimal digits of integers. */
import { addr, type i32, type ref, store8, store16, u32, u64 } from 'toro:machine';
import { allocateString8, singleUnit, unitsOf } from './string-cell.ts';

const ZERO = 0x30;
const MINUS = 0x2d;

/** The number of decimal digits, 1 for 0. */
export function countDigits(x: u64): u32 {
  let digits = u32(1);
  let limit = u64(10n);
  while (x >= limit) {
    digits = u32(digits + 1);
    if (digits === 20) break;
    limit = u64(limit * 10n);
  }
  return digits;
}

/**
 * Stores exactly `count` digits of x at `to`, zeros in front.
 * @noalloc
 */
export function storeDigits(to: addr, x: u64, count: u32): void {
  let rest = x;
  let at = addr(to + u64(count));
  while (rest > 0xffff_ffffn && at > to) {
    const quotient = u64(rest / 10n);
    at = addr(at - 1n);
    store8(at, u32(u32(u64(rest - quotient * 10n)) + ZERO));
    rest = quotient;
  }
  let small = u32(rest);
  while (addr(at - 1n) > to) {
    const quotient = u32(small / u32(100));
    const pair = u32(small - Math.imul(quotient, 100));
    const tens = u32(Math.imul(pair, 205) >>> 11);
    at = addr(at - 2n);
    store16(at, u32(tens + ZERO + ((u32(pair - Math.imul(tens, 10)) + ZERO) << 8)));
    small = quotient;
  }
  if (at > to) store8(to, u32(u32(small % u32(10)) + ZERO));
}

/** String(x) of an unsigned integer. */
export function unsignedToString(x: u64): ref {
  if (x < 10n) return singleUnit(u32(u32(x) + ZERO));
  const count = countDigits(x);
  const s = allocateString8(count);
  storeDigits(unitsOf(s), x, count);
  return s;
}

/** String(x) of an int32. */
export function integerToString(x: i32): ref {
  if (x >= 0) return unsignedToString(u64(x));
  const magnitude = u64(-u64(x));
  const count = countDigits(magnitude);
  const s = allocateString8(u32(count + 1));
  store8(unitsOf(s), MINUS);
  storeDigits(addr(unitsOf(s) + 1n), magnitude, count);
  return s;
}
