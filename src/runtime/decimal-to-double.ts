/**
 * The double nearest to w x 10^q. Lemire, "Number parsing at a gigabyte per second" (2021), with the proof of Mushtak and Lemire
 * (2023) that the 128-bit product always decides.
 */
import { clz64, i32, mulHigh, u64 } from 'toro:machine';
import { computePowerOfTen, powerHigh, powerLow } from './power-of-ten.ts';

const INFINITY_BITS = 0x7ff0_0000_0000_0000n;
const HIDDEN_BIT = 0x10_0000_0000_0000n;
/** Decimal exponents beyond which every w < 2^64 gives 0 or infinity. */
const LEAST_EXPONENT = -342;
const LARGEST_EXPONENT = 308;
/** Reciprocals of 5^1 to 5^27 are rounded up in the algorithm's table, all others down. */
const LEAST_ROUNDED_UP = -27;

/**
 * The bits of the positive double nearest to w x 10^q, ties to even; infinity's where it is too large.
 * @noalloc
 */
export function bitsOfDecimal(w: u64, q: i32): u64 {
  if (w === 0n || q < LEAST_EXPONENT) return u64(0n);
  if (q > LARGEST_EXPONENT) return u64(INFINITY_BITS);
  const leadingZeros = clz64(w);
  const normal = u64(w << u64(leadingZeros));
  computePowerOfTen(q);
  const roundedUp = q < 0 && q >= LEAST_ROUNDED_UP;
  const tableLow = roundedUp ? u64(powerLow + 1n) : powerLow;
  const tableHigh = roundedUp && tableLow === 0n ? u64(powerHigh + 1n) : powerHigh;

  let low = u64(normal * tableHigh);
  let high = mulHigh(normal, tableHigh);
  if ((high & 0x1ffn) === 0x1ffn) {
    const carried = mulHigh(normal, tableLow);
    low = u64(low + carried);
    if (carried > low) high = u64(high + 1n);
  }
  const upperBit = u64(high >> 63n);
  const shift = u64(upperBit + 9n);
  let significand = u64(high >> shift);
  // floor(log2 10^q) + 63, and the bias.
  let exponent = i32(i32(i32(Math.imul(q, 217706)) >> 16) + 63 + i32(upperBit) - i32(leadingZeros) + 1023);

  if (exponent <= 0) {
    if (exponent <= -63) return u64(0n);
    significand = u64(significand >> u64(i32(1 - exponent)));
    significand = u64(u64(significand + (significand & 1n)) >> 1n);
    return significand;
  }
  if (low <= 1n && q >= -4 && q <= 23 && (significand & 3n) === 1n && u64(significand << shift) === high) {
    // Exactly halfway: to even.
    significand = u64(significand & ~1n);
  }
  significand = u64(u64(significand + (significand & 1n)) >> 1n);
  if (significand >= u64(HIDDEN_BIT << 1n)) {
    significand = u64(HIDDEN_BIT);
    exponent = i32(exponent + 1);
  }
  if (exponent >= 0x7ff) return u64(INFINITY_BITS);
  return u64((significand & ~HIDDEN_BIT) | (u64(exponent) << 52n));
}
