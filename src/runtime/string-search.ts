/** indexOf and lastIndexOf: the first unit is looked for eight bytes at a time in Latin-1 text, the rest compared in place. */
import { addr, ctz64, i32, load64, load8, type ref, u32, u64 } from 'toro:machine';
import { flatUnitAt, isWide, stringLength, unitsOf } from './string-cell.ts';
import { flatten } from './string-rope.ts';

const EACH_BYTE = 0x0101_0101_0101_0101n;
const TOP_BITS = 0x8080_8080_8080_8080n;

/** The first place at or after `from` (0 to length), or -1. */
export function stringIndexOf(s: ref, search: ref, from: i32): i32 {
  const sought = flatten(search);
  const flat = flatten(s);
  const count = stringLength(sought);
  if (count === 0) return from;
  if (count > stringLength(flat)) return i32(-1);
  const last = i32(stringLength(flat) - count);
  const first = flatUnitAt(sought, u32(0));
  if (!isWide(flat)) {
    if (first > 255) return i32(-1);
    return indexOfLatin1(flat, sought, first, from, last);
  }
  for (let at = from; at <= last; at = i32(at + 1)) {
    if (flatUnitAt(flat, u32(at)) === first && matchesAt(flat, sought, u32(at))) return at;
  }
  return i32(-1);
}

/** The last place at or before `from` (0 to length), or -1. */
export function stringLastIndexOf(s: ref, search: ref, from: i32): i32 {
  const sought = flatten(search);
  const flat = flatten(s);
  const last = i32(stringLength(flat) - stringLength(sought));
  for (let at = from < last ? from : last; at >= 0; at = i32(at - 1)) {
    if (matchesAt(flat, sought, u32(at))) return at;
  }
  return i32(-1);
}

/**
 * A byte of the word equals `first` where `difference` has a zero byte; the lowest bit that the classic test sets is exact.
 * @noalloc
 */
function indexOfLatin1(flat: ref, sought: ref, first: u32, from: i32, last: i32): i32 {
  const units = unitsOf(flat);
  const pattern = u64(u64(first) * EACH_BYTE);
  const end = u64(last);
  let at = u64(from);
  while (at <= end) {
    if (u64(at + 8n) <= u64(stringLength(flat))) {
      const difference = u64(load64(addr(units + at)) ^ pattern);
      const zeros = u64((difference - EACH_BYTE) & ~difference & TOP_BITS);
      if (zeros === 0n) {
        at = u64(at + 8n);
        continue;
      }
      at = u64(at + u64(ctz64(zeros) >>> 3));
      if (at > end) return i32(-1);
    }
    if (u32(load8(addr(units + at))) === first && matchesAt(flat, sought, u32(at))) return i32(at);
    at = u64(at + 1n);
  }
  return i32(-1);
}

/**
 * The units of `sought` stand at `at` of `flat`, where they have room.
 * @noalloc
 */
function matchesAt(flat: ref, sought: ref, at: u32): boolean {
  const count = stringLength(sought);
  for (let i = u32(0); i < count; i = u32(i + 1)) {
    if (flatUnitAt(flat, u32(at + i)) !== flatUnitAt(sought, i)) return false;
  }
  return true;
}
