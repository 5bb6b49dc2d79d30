/** Copies of code units between flat strings and buffers of either width. */
import { addr, load16, load8, type ref, store16, store8, u32, u64 } from 'toro:machine';
import { copyBytes } from './copy.ts';
import { isWide, unitsOf } from './string-cell.ts';

/**
 * Copies `count` units of the flat string `from`, starting at `start`, to unit `at` of `to`, which is at least as wide.
 * @noalloc
 */
export function copyUnits(to: ref, at: u32, from: ref, start: u32, count: u32): void {
  if (!isWide(to)) {
    copyBytes(addr(unitsOf(to) + u64(at)), addr(unitsOf(from) + u64(start)), u64(count));
  } else if (isWide(from)) {
    copyBytes(addr(unitsOf(to) + (u64(at) << 1n)), addr(unitsOf(from) + (u64(start) << 1n)), u64(u64(count) << 1n));
  } else {
    widenUnits(addr(unitsOf(to) + (u64(at) << 1n)), addr(unitsOf(from) + u64(start)), u64(count));
  }
}

/** @noalloc */
function widenUnits(to: addr, from: addr, count: u64): void {
  const end = addr(from + count);
  let target = to;
  for (let source = from; source < end; source = addr(source + 1n)) {
    store16(target, load8(source));
    target = addr(target + 2n);
  }
}

/**
 * Narrows `count` units that are all Latin-1.
 * @noalloc
 */
export function narrowUnits(to: addr, from: addr, count: u64): void {
  const end = addr(to + count);
  let source = from;
  for (let target = to; target < end; target = addr(target + 1n)) {
    store8(target, load16(source));
    source = addr(source + 2n);
  }
}
