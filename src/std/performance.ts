/** The global performance: W3C High Resolution Time. */

import { epochMs, nowMs } from './intrinsics.ts';

/** Milliseconds since the program's start, with a fraction. */
export function now(): number {
  return nowMs();
}

/** When the program started, in milliseconds since the epoch. */
export function get_timeOrigin(): number {
  return epochMs() - nowMs();
}
