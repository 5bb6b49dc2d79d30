/**
 * Powers of ten to 128 bits, for the shortest decimal of a double and back (src/runtime/power-of-ten.ts). 667 of them would need
 * 10 KB; every 27th to 192 bits and the powers of five below 5^27 give all of them exactly (a test checks each).
 *
 *   pow10_bases   for k = FIRST, FIRST + 27, …: floor(10^k / 2^(floor(log2 10^k) - 191)) as three u64, low first
 *   pow5_factors  5^0 … 5^26, one u64 each
 */
export const POW10_FIRST = -351;
export const POW10_STEP = 27;
export const POW10_LAST = 324;
export const POW10_BASE_BYTES = 24;
/** 10^k is the exact 128-bit number only in this range, else its upper 128 bits with more to follow. */
export const POW10_LAST_EXACT = 55;

/** floor(log2(10^k)) for |k| <= 1233. */
export function floorLog2Pow10(k: number): number {
  return (k * 1741647) >> 19;
}

/** The upper `bits` bits of 10^k. */
export function powerOfTen(k: number, bits: number): bigint {
  const shift = bits - 1 - floorLog2Pow10(k);
  const numerator = (k >= 0 ? 10n ** BigInt(k) : 1n) << BigInt(Math.max(shift, 0));
  const denominator = (k < 0 ? 10n ** BigInt(-k) : 1n) << BigInt(Math.max(-shift, 0));
  return numerator / denominator;
}

/** The words of `pow10_bases`. */
export function pow10Bases(): bigint[] {
  const words: bigint[] = [];
  for (let k = POW10_FIRST; k <= POW10_LAST; k += POW10_STEP) {
    const base = powerOfTen(k, 192);
    words.push(BigInt.asUintN(64, base), BigInt.asUintN(64, base >> 64n), base >> 128n);
  }
  return words;
}

/** The words of `pow5_factors`. */
export function pow5Factors(): bigint[] {
  return Array.from({ length: POW10_STEP }, (_, exponent) => 5n ** BigInt(exponent));
}

/** The text of src/runtime-asm/pow10-table.asm. */
export function pow10TableSource(): string {
  const section = (name: string, words: readonly bigint[]): string =>
    `section .rodata.${name} progbits alloc noexec nowrite align=8\nglobal ${name}\n${name}:\n${words.map((word) => `    dq 0x${word.toString(16)}\n`).join('')}`;
  return `; Generated from src/layout/pow10-table.ts, which says what the numbers mean: BLESS=1 npx vitest run test/runtime/power-of-ten.test.ts\n\n${section('pow10_bases', pow10Bases())}\n${section('pow5_factors', pow5Factors())}`;
}
