/** Statics of Date: ECMA-262 section 21.4.3. Dates themselves can't be made yet. */

import { epochMs, f64Floor } from './intrinsics.ts';

/** 21.4.3.1. */
export function now(): number {
  return f64Floor(epochMs());
}
