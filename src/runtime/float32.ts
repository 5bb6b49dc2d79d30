/** Single-precision floats (IEEE 754 binary32) by their bits: for typed arrays whose type is known at run time only. */
import { bitsOfF64, ctz64, f64FromBits, u32, u64 } from 'toro:machine';

const EXPONENT = 0x7f80_0000;
const FRACTION = 0x7f_ffff;

/** The double of a single's bits. */
export function f64OfSingle(bits: u32): number {
  const sign = u64(u64(bits >>> 31) << 63n);
  const exponent = u32(u32(bits & EXPONENT) >>> 23);
  const fraction = u64(u32(bits & FRACTION));
  if (exponent === 255) return fraction !== 0n ? NaN : f64FromBits(u64(sign | 0x7ff0_0000_0000_0000n));
  if (exponent !== 0) return f64FromBits(u64(sign | (u64(u32(exponent + 896)) << 52n) | (fraction << 29n)));
  // Subnormal: fraction x 2^-149, exact in a double.
  const magnitude = f64OfSmall(fraction) * f64FromBits(u64(0x36a0_0000_0000_0000n));
  return sign !== 0n ? -magnitude : magnitude;
}

function f64OfSmall(x: u64): number {
  return f64FromBits(u64(x | 0x4330_0000_0000_0000n)) - 4503599627370496;
}

/** The bits of the single nearest to x, ties to even. */
export function singleOfF64(x: number): u32 {
  const bits = bitsOfF64(x);
  const sign = u32(u64(u64(bits >> 63n) << 31n));
  const magnitude = u64(bits & 0x7fff_ffff_ffff_ffffn);
  if (magnitude > 0x7ff0_0000_0000_0000n) return u32(0x7fc0_0000);
  // At or above halfway from the largest single to 2^128.
  if (magnitude >= 0x47ef_ffff_f000_0000n) return u32(sign | EXPONENT);
  const exponent = u64(magnitude >> 52n);
  if (exponent >= 897n) {
    const rebiased = u64(magnitude - (896n << 52n));
    return u32(sign | u32(roundShift(rebiased, u64(29n))));
  }
  // Subnormal or zero: units of 2^-149.
  if (exponent < 872n) return sign;
  const significand = u64((magnitude & 0xf_ffff_ffff_ffffn) | 0x10_0000_0000_0000n);
  return u32(sign | u32(roundShift(significand, u64(926n - exponent))));
}

/** x / 2^shift to nearest, ties to even. */
function roundShift(x: u64, shift: u64): u64 {
  const kept = u64(x >> shift);
  const half = u64(shift - 1n);
  const isHalfSet = (u64(x >> half) & 1n) !== 0n;
  if (!isHalfSet) return kept;
  const isTie = u64(ctz64(x)) === half;
  return isTie && (kept & 1n) === 0n ? kept : u64(kept + 1n);
}
