import { bitsOfF64, clz64, f64, f64FromBits, i32, i64, u64 } from 'toro:machine';

const SIGN = 0x8000_0000_0000_0000n;
const INFINITY_BITS = 0x7ff0_0000_0000_0000n;
const SIGNIFICAND_MASK = 0xf_ffff_ffff_ffffn;
const HIDDEN_BIT = 0x10_0000_0000_0000n;

/**
 * a % b of doubles (ECMA-262 6.1.6.1.6): exact, with the sign of a. Long division in binary, eleven quotient bits a step: the
 * remainder has 53 bits, so that many more fit a word.
 */
export function f64Remainder(a: number, b: number): number {
  const sign = u64(bitsOfF64(a) & SIGN);
  const dividend = u64(bitsOfF64(a) & ~SIGN);
  const divisor = u64(bitsOfF64(b) & ~SIGN);
  if (dividend >= INFINITY_BITS || divisor > INFINITY_BITS || divisor === 0n) return NaN;
  if (dividend < divisor) return a;
  if (dividend < 0x4340_0000_0000_0000n && divisor < 0x4340_0000_0000_0000n) {
    // Both below 2^53: if both are integers, their remainder is one of integers.
    const wholeDividend = u64(Math.abs(a));
    const wholeDivisor = u64(Math.abs(b));
    if (wholeDivisor !== 0n && f64OfWhole(wholeDividend) === Math.abs(a) && f64OfWhole(wholeDivisor) === Math.abs(b)) {
      return f64FromBits(u64(bitsOfF64(f64OfWhole(u64(wholeDividend % wholeDivisor))) | sign));
    }
  }
  let exponent = exponentOf(dividend);
  const target = exponentOf(divisor);
  let rest = significandOf(dividend);
  const unit = significandOf(divisor);
  rest = u64(rest % unit);
  while (exponent > target && rest !== 0n) {
    const distance = i32(exponent - target);
    const step = distance < 11 ? distance : i32(11);
    rest = u64(u64(rest << u64(step)) % unit);
    exponent = i32(exponent - step);
  }
  if (rest === 0n) return f64FromBits(sign);
  return f64FromBits(u64(pack(rest, target) | sign));
}

/** @noalloc */
function f64OfWhole(x: u64): number {
  return f64(i64(x));
}

/**
 * The biased exponent, of a subnormal as of the smallest normal one.
 * @noalloc
 */
function exponentOf(magnitude: u64): i32 {
  const biased = i32(u64(magnitude >> 52n));
  return biased === 0 ? i32(1) : biased;
}

/** @noalloc */
function significandOf(magnitude: u64): u64 {
  const fraction = u64(magnitude & SIGNIFICAND_MASK);
  return magnitude >= HIDDEN_BIT ? u64(fraction | HIDDEN_BIT) : fraction;
}

/**
 * The bits of significand x 2^(exponent - 1075), which is exact.
 * @noalloc
 */
function pack(significand: u64, exponent: i32): u64 {
  const room = i32(i32(clz64(significand)) - 11);
  const shift = room < i32(exponent - 1) ? room : i32(exponent - 1);
  const normal = u64(significand << u64(shift));
  if (normal < HIDDEN_BIT) return normal;
  return u64((normal & SIGNIFICAND_MASK) | (u64(i32(exponent - shift)) << 52n));
}
