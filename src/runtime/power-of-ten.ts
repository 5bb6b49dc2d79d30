/** 10^k to 128 bits from a table of every 27th (src/layout/pow10-table.ts). */
import { addr, i32, load64, mulHigh, symbol, u32, u64 } from 'toro:machine';
import { POW10_BASE_BYTES, POW10_FIRST, POW10_STEP } from '../layout/pow10-table.ts';

/** What the last `computePowerOfTen` found: the upper 128 bits of 10^k, rounded down, top bit set. */
export let powerHigh = u64(0n);
export let powerLow = u64(0n);

/**
 * floor(log2(10^k)), |k| <= 1233.
 * @noalloc
 */
export function floorLog2OfPowerOfTen(k: i32): i32 {
  return i32(i32(Math.imul(k, 1741647)) >> 19);
}

/**
 * Sets powerHigh and powerLow for -351 <= k <= 324.
 * @noalloc
 */
export function computePowerOfTen(k: i32): void {
  const index = u32(u32(k - POW10_FIRST) / u32(POW10_STEP));
  const rest = u32(u32(k - POW10_FIRST) % u32(POW10_STEP));
  const base = addr(symbol('pow10_bases') + u64(u32(index * POW10_BASE_BYTES)));
  const factor = load64(addr(symbol('pow5_factors') + u64(u32(rest << 3))));
  const high = load64(base, 16);
  if (rest === 0) {
    powerHigh = high;
    powerLow = load64(base, 8);
    return;
  }
  // The upper three of the product's four words.
  const middle = load64(base, 8);
  let first = u64(mulHigh(load64(base), factor));
  let second = u64(mulHigh(middle, factor));
  let third = mulHigh(high, factor);
  const middleLow = u64(middle * factor);
  first = u64(first + middleLow);
  if (first < middleLow) second = u64(second + 1n);
  const highLow = u64(high * factor);
  second = u64(second + highLow);
  if (second < highLow) third = u64(third + 1n);

  const baseExponent = i32(POW10_FIRST + Math.imul(index, POW10_STEP));
  const shift = u64(i32(floorLog2OfPowerOfTen(k) - floorLog2OfPowerOfTen(baseExponent) - i32(rest)));
  if (shift === 0n) {
    powerHigh = second;
    powerLow = first;
  } else {
    powerHigh = u64((second >> shift) | (third << u64(64n - shift)));
    powerLow = u64((first >> shift) | (second << u64(64n - shift)));
  }
}
