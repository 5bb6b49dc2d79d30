/** The two widths of integer operations: operand size, representation, and the load that can be an operand. */
export type Width = { readonly size: 'd' | 'q'; readonly rep: 'i32' | 'i64'; readonly load: string };
export const W32: Width = { size: 'd', rep: 'i32', load: 'load.i32' };
export const W64: Width = { size: 'q', rep: 'i64', load: 'load.i64' };

/** The exponent of a power of two. */
export const log2 = (power: bigint): number => power.toString(2).length - 1;
