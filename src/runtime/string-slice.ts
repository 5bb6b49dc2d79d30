import { i32, type ref, text, u32 } from 'toro:machine';
import { allocateString16, allocateString8, flatUnitAt, isWide, singleUnit, stringLength } from './string-cell.ts';
import { flatten } from './string-rope.ts';
import { copyUnits } from './string-units.ts';

/** The units of s in [start, end), 0 <= start <= end <= length. */
export function stringSlice(s: ref, start: i32, end: i32): ref {
  const count = u32(end - start);
  if (count === 0) return text('');
  if (count === stringLength(s)) return s;
  const flat = flatten(s);
  if (count === 1) return singleUnit(flatUnitAt(flat, u32(start)));
  const result = isWide(flat) ? allocateString16(count) : allocateString8(count);
  copyUnits(result, u32(0), flat, u32(start), count);
  return result;
}

/** s[index] as a string, the index below the length. */
export function stringAt(s: ref, index: u32): ref {
  return singleUnit(flatUnitAt(flatten(s), index));
}

/** The code point that starts at an index below the length, as a string: two units for a surrogate pair. */
export function stringCodePointAt(s: ref, index: u32): ref {
  const flat = flatten(s);
  const unit = flatUnitAt(flat, index);
  if (u32(unit & 0xfc00) === 0xd800 && u32(index + 1) < stringLength(flat)) {
    const next = flatUnitAt(flat, u32(index + 1));
    if (u32(next & 0xfc00) === 0xdc00) return stringSlice(flat, i32(index), i32(index + 2));
  }
  return singleUnit(unit);
}
