/** String cells (src/layout/string.ts): making them, their length, width and code units. */
import { addr, addressOf, asRef, i32, load16, load32, load8, type ref, store32, store64, symbol, text, u32, u64 } from 'toro:machine';
import { throwRangeError } from 'toro:hooks';
import { HEADER_SHAPE } from '../layout/cell.ts';
import { SINGLE_CHARACTER_BYTES, STRING_HASH, STRING_LENGTH, STRING_MAX_LENGTH, STRING_UNITS } from '../layout/string.ts';
import { allocate } from './heap.ts';
import { flatten } from './string-rope.ts';

/** The number of code units. */
export function stringLength(s: ref): u32 {
  return load32(s, STRING_LENGTH);
}

/** True for two-byte units; s is flat. */
export function isWide(s: ref): boolean {
  return load32(s, HEADER_SHAPE) === u32(symbol('shape_string16'));
}

/** The first code unit's address in a flat string, until the next allocation. */
export function unitsOf(s: ref): addr {
  return addr(addressOf(s) + u64(STRING_UNITS));
}

/** The code unit at an index below the length. Flattens a rope, so that a loop over a string built piece by piece is linear. */
export function codeUnitAt(s: ref, index: u32): u32 {
  const shape = load32(s, HEADER_SHAPE);
  if (shape === u32(symbol('shape_string8'))) return u32(load8(unitsOf(s), index));
  if (shape === u32(symbol('shape_string16'))) return u32(load16(unitsOf(s), u32(index << 1)));
  return flatUnitAt(flatten(s), index);
}

/** s.charCodeAt(index), the index below the length. */
export function stringCharCode(s: ref, index: i32): i32 {
  return i32(codeUnitAt(s, u32(index)));
}

/** A flat string's unit without the search for its rope. */
export function flatUnitAt(flat: ref, index: u32): u32 {
  return isWide(flat) ? u32(load16(unitsOf(flat), u32(index << 1))) : u32(load8(unitsOf(flat), index));
}

/** A string of `length` Latin-1 units for the caller to fill; the padding is zero. */
export function allocateString8(length: u32): ref {
  const bytes = u64((u64(length) + u64(STRING_UNITS) + 7n) & ~7n);
  return startString(allocate(bytes, u64(symbol('shape_string8'))), length, bytes);
}

/** A string of `length` UTF-16 units for the caller to fill; the padding is zero. */
export function allocateString16(length: u32): ref {
  const bytes = u64(((u64(length) << 1n) + u64(STRING_UNITS) + 7n) & ~7n);
  return startString(allocate(bytes, u64(symbol('shape_string16'))), length, bytes);
}

/** The last word first: it holds the padding. */
function startString(s: ref, length: u32, bytes: u64): ref {
  store64(addr(addressOf(s) + bytes - 8n), u64(0n));
  store32(s, length, STRING_LENGTH);
  store32(s, 0, STRING_HASH);
  return s;
}

/** RangeError "Invalid string length", where V8 throws it. */
export function checkStringLength(length: u64): void {
  if (length > u64(STRING_MAX_LENGTH)) throwRangeError(text('Invalid string length'));
}

/** The string of one code unit; Latin-1 ones are static cells. */
export function singleUnit(unit: u32): ref {
  if (unit < 256) return asRef(addr(symbol('single_characters') + u64(unit) * u64(SINGLE_CHARACTER_BYTES)));
  const s = allocateString16(u32(1));
  store64(unitsOf(s), u64(unit));
  return s;
}

/** String.fromCharCode of one unit, 0 to 0xffff. */
export function stringFromCharCode(code: i32): ref {
  return singleUnit(u32(code));
}
