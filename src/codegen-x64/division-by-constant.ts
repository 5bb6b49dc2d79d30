/**
 * Division by a constant as multiplication by a scaled reciprocal. Granlund and Montgomery, "Division by invariant integers using
 * multiplication" (PLDI 1994); Warren, "Hacker's Delight", chapter 10.
 */
export interface Reciprocal {
  /** floor(n / d) = (n * multiplier) >> shift for all n of the range. */
  readonly multiplier: bigint;
  readonly shift: number;
}

/**
 * The reciprocal of `divisor` with the least shift that is exact for 0 <= n <= `greatest`; null when its multiplier needs more than
 * `multiplierBits`.
 */
export function reciprocal(divisor: bigint, greatest: bigint, multiplierBits: number): Reciprocal | null {
  for (let shift = 0; shift < 2 * 64; shift++) {
    const power = 1n << BigInt(shift);
    const multiplier = power / divisor + 1n;
    if (multiplier >> BigInt(multiplierBits) !== 0n) return null;
    // Exact while the error, multiplier * divisor - power, times n stays below the power.
    if ((multiplier * divisor - power) * greatest < power) return { multiplier, shift };
  }
  return null;
}
