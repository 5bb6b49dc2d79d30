/** Equality and order of strings. The zero padding of cells lets both compare whole words. */
import { addr, ctz64, i32, load32, load64, load8, type ref, u32, u64 } from 'toro:machine';
import { STRING_HASH } from '../layout/string.ts';
import { flatUnitAt, isWide, stringLength, unitsOf } from './string-cell.ts';
import { flatten } from './string-rope.ts';

/** The same code units. */
export function stringEquals(a: ref, b: ref): boolean {
  if (a === b) return true;
  if (stringLength(a) !== stringLength(b)) return false;
  const left = flatten(a);
  const right = flatten(b);
  const leftHash = load32(left, STRING_HASH);
  const rightHash = load32(right, STRING_HASH);
  if (leftHash !== rightHash && leftHash !== 0 && rightHash !== 0) return false;
  if (isWide(left) !== isWide(right)) return compareUnits(left, right, stringLength(left)) === 0;
  return sameWords(left, right);
}

/** @noalloc */
function sameWords(left: ref, right: ref): boolean {
  const bytes = u64(u64(stringLength(left)) << (isWide(left) ? 1n : 0n));
  let at = unitsOf(left);
  const end = addr(at + bytes);
  let other = unitsOf(right);
  while (at < end) {
    if (load64(at) !== load64(other)) return false;
    at = addr(at + 8n);
    other = addr(other + 8n);
  }
  return true;
}

/** -1, 0 or 1 by code units (ECMA-262 7.2.13, IsLessThan of strings). */
export function stringCompare(a: ref, b: ref): i32 {
  if (a === b) return i32(0);
  const right = flatten(b);
  const left = flatten(a);
  const shorter = stringLength(left) < stringLength(right) ? stringLength(left) : stringLength(right);
  const order = isWide(left) || isWide(right) ? compareUnits(left, right, shorter) : compareBytes(left, right, shorter);
  if (order !== 0) return order;
  if (stringLength(left) === stringLength(right)) return i32(0);
  return stringLength(left) < stringLength(right) ? i32(-1) : i32(1);
}

/**
 * The order of the first `count` units of any widths.
 * @noalloc
 */
function compareUnits(left: ref, right: ref, count: u32): i32 {
  for (let i = u32(0); i < count; i = u32(i + 1)) {
    const l = flatUnitAt(left, i);
    const r = flatUnitAt(right, i);
    if (l !== r) return l < r ? i32(-1) : i32(1);
  }
  return i32(0);
}

/** @noalloc */
function compareBytes(left: ref, right: ref, count: u32): i32 {
  const l = unitsOf(left);
  const r = unitsOf(right);
  for (let at = u64(0n); at < u64(count); at = u64(at + 8n)) {
    const difference = u64(load64(addr(l + at)) ^ load64(addr(r + at)));
    if (difference !== 0n) {
      const first = u64(at + u64(ctz64(difference) >>> 3));
      if (first >= u64(count)) return i32(0);
      return load8(addr(l + first)) < load8(addr(r + first)) ? i32(-1) : i32(1);
    }
  }
  return i32(0);
}
