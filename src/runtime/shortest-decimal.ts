/**
 * The shortest decimal that reads back as the same double, the closest one where there are several.
 *
 * Giulietti, "The Schubfach way to render doubles" (2020). With x = c 2^q, the numbers that round to x lie between 4c - 2 and
 * 4c + 2 in units of 2^(q-2) (below: 4c - 1, where c is a power of two). Scaled by 10^-k, for the k at which that interval is at
 * least one unit wide and less than ten, they become vbl <= vb <= vbr in quarters of a unit, each rounded to odd so that comparisons
 * stay right. One of the four candidates s, s + 1 and (with one digit less) s', s' + 1 next to vb is the answer.
 */
import { bitsOfF64, i32, mulHigh, u32, u64 } from 'toro:machine';
import { POW10_LAST_EXACT } from '../layout/pow10-table.ts';
import { computePowerOfTen, floorLog2OfPowerOfTen, powerHigh, powerLow } from './power-of-ten.ts';

const SIGNIFICAND_BITS = 52n;
const SIGNIFICAND_MASK = 0xf_ffff_ffff_ffffn;
const HIDDEN_BIT = 0x10_0000_0000_0000n;
const EXPONENT_MASK = 0x7ffn;
const EXPONENT_BIAS = 1075;

/** What the last `computeShortestDecimal` found: digits x 10^exponent, the last digit not 0. */
export let shortestDigits = u64(0n);
export let shortestExponent = i32(0);

/**
 * Sets shortestDigits and shortestExponent for a positive finite double.
 * @noalloc
 */
export function computeShortestDecimal(x: number): void {
  const bits = bitsOfF64(x);
  const fraction = u64(bits & SIGNIFICAND_MASK);
  const biased = i32(u64(bits >> SIGNIFICAND_BITS) & EXPONENT_MASK);
  const c = biased === 0 ? fraction : u64(fraction | HIDDEN_BIT);
  const q = i32((biased === 0 ? 1 : biased) - EXPONENT_BIAS);
  const closerBelow = fraction === 0n && biased > 1;

  const k = i32(i32(Math.imul(q, 1262611) - (closerBelow ? 524031 : 0)) >> 22);
  const h = u64(i32(q + floorLog2OfPowerOfTen(i32(-k)) + 1));
  computePowerOfTen(i32(-k));
  const exact = k <= 0 && k >= -POW10_LAST_EXACT;
  const low = exact ? powerLow : u64(powerLow + 1n);
  const high = low === 0n && !exact ? u64(powerHigh + 1n) : powerHigh;

  const odd = u64(c & 1n);
  const vbl = roundToOdd(high, low, u64(u64(c * 4n - (closerBelow ? 1n : 2n)) << h));
  const vb = roundToOdd(high, low, u64(u64(c * 4n) << h));
  const vbr = roundToOdd(high, low, u64(u64(c * 4n + 2n) << h));
  const lower = u64(vbl + odd);
  const upper = u64(vbr - odd);

  const s = u64(vb >> 2n);
  if (s >= 10n) {
    const shorter = u64(s / 10n);
    const below = lower <= u64(shorter * 40n);
    const above = u64(shorter * 40n + 40n) <= upper;
    if (below !== above) {
      setWithoutZeros(above ? u64(shorter + 1n) : shorter, i32(k + 1));
      return;
    }
  }
  const below = lower <= u64(s * 4n);
  const above = u64(s * 4n + 4n) <= upper;
  if (below !== above) {
    setWithoutZeros(above ? u64(s + 1n) : s, k);
    return;
  }
  const middle = u64(s * 4n + 2n);
  const up = vb > middle || (vb === middle && (s & 1n) !== 0n);
  setWithoutZeros(up ? u64(s + 1n) : s, k);
}

/**
 * The upper 64 bits of the 192-bit product of a 128-bit number and `factor`, the lowest set where bits below are.
 * @noalloc
 */
function roundToOdd(high: u64, low: u64, factor: u64): u64 {
  const carried = mulHigh(low, factor);
  const middle = u64(high * factor + carried);
  const top = u64(mulHigh(high, factor) + (middle < carried ? 1n : 0n));
  return u64(top | (middle > 1n ? 1n : 0n));
}

/** @noalloc */
function setWithoutZeros(digits: u64, exponent: i32): void {
  let rest = digits;
  let zeros = u32(0);
  while (rest % 10n === 0n) {
    rest = u64(rest / 10n);
    zeros = u32(zeros + 1);
  }
  shortestDigits = rest;
  shortestExponent = i32(exponent + i32(zeros));
}
