/**
 * Representations: how a value lies in a register or slot. They are the IR's only types.
 *
 *   i32    32-bit integer (dialect u8..u32 and i8..i32 too), upper half of the register undefined
 *   i64    64-bit integer or raw address; in ordinary code an integer proven within 2^53
 *   f64    double
 *   f64u   double, or one of two reserved signalling NaNs: undefined, hole (see src/layout/value.ts)
 *   bool   0 or 1, upper bits of the 32-bit register zero
 *   ref    address of a heap or static cell, never null; tracked by the collector
 *   value  boxed value; tracked by the collector. JS-level IR has only this one and bool
 */
export const REPS = ['i32', 'i64', 'f64', 'f64u', 'bool', 'ref', 'value'] as const;
export type Rep = (typeof REPS)[number];

/** True where the collector must find (and may move) what the value points to. */
export function isTracked(rep: Rep): boolean {
  return rep === 'ref' || rep === 'value';
}

/** True where the value lives in an xmm register. */
export function isFloat(rep: Rep): boolean {
  return rep === 'f64' || rep === 'f64u';
}
