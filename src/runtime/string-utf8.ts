/** UTF-8 (Unicode 15, 3.9) from and to strings. A lone surrogate is written as U+FFFD, as node writes it. */
import { addr, addressOf, i32, load64, load8, type ref, stackBuffer, store16, store8, u32, u64 } from 'toro:machine';
import { platformWrite } from 'toro:platform';
import { BYTES_DATA } from '../layout/array.ts';
import { allocateBytes } from './bytes.ts';
import { copyBytes } from './copy.ts';
import { allocateString16, allocateString8, flatUnitAt, isWide, stringLength, unitsOf } from './string-cell.ts';
import { flatten } from './string-rope.ts';

const REPLACEMENT = 0xfffd;
const TOP_BITS = 0x8080_8080_8080_8080n;
const CHUNK_BYTES = 2048;
/** The longest encoding of one code point. */
const POINT_BYTES = 4;

/** Writes all of s to the file descriptor; ASCII text straight from its cell. */
export function writeString(fileDescriptor: i32, s: ref): void {
  const flat = flatten(s);
  const length = stringLength(flat);
  if (length === 0) return;
  if (isAscii(flat)) {
    platformWrite(fileDescriptor, unitsOf(flat), u64(length));
    return;
  }
  const chunk = stackBuffer(CHUNK_BYTES);
  let used = u64(0n);
  let at = u32(0);
  while (at < length) {
    const point = codePointAt(flat, at);
    at = u32(at + (point > 0xffff ? 2 : 1));
    used = u64(used + encodePoint(addr(chunk + used), point));
    if (used > u64(CHUNK_BYTES - POINT_BYTES)) {
      platformWrite(fileDescriptor, chunk, used);
      used = u64(0n);
    }
  }
  if (used !== 0n) platformWrite(fileDescriptor, chunk, used);
}

/** A bytes cell with the encoding of s. */
export function encodeToBytes(s: ref): ref {
  const flat = flatten(s);
  const bytes = allocateBytes(encodedLength(flat));
  let to = addr(addressOf(bytes) + u64(BYTES_DATA));
  const length = stringLength(flat);
  if (isAscii(flat)) {
    copyBytes(to, unitsOf(flat), u64(length));
    return bytes;
  }
  let at = u32(0);
  while (at < length) {
    const point = codePointAt(flat, at);
    at = u32(at + (point > 0xffff ? 2 : 1));
    to = addr(to + encodePoint(to, point));
  }
  return bytes;
}

/** All units of the flat string are below 0x80, and in one byte each. */
function isAscii(flat: ref): boolean {
  if (isWide(flat)) return false;
  const end = addr(unitsOf(flat) + u64(stringLength(flat)));
  for (let at = unitsOf(flat); at < end; at = addr(at + 8n)) {
    if ((load64(at) & TOP_BITS) !== 0n) return false;
  }
  return true;
}

/** The code point at an index; U+FFFD for a lone surrogate. */
function codePointAt(flat: ref, index: u32): u32 {
  const unit = flatUnitAt(flat, index);
  if (u32(unit & 0xf800) !== 0xd800) return unit;
  if (unit < 0xdc00 && u32(index + 1) < stringLength(flat)) {
    const low = flatUnitAt(flat, u32(index + 1));
    if (u32(low & 0xfc00) === 0xdc00) return u32(0x10000 + ((unit & 0x3ff) << 10) + (low & 0x3ff));
  }
  return u32(REPLACEMENT);
}

function encodedLength(flat: ref): u32 {
  const length = stringLength(flat);
  if (isAscii(flat)) return length;
  let bytes = u32(0);
  let at = u32(0);
  while (at < length) {
    const point = codePointAt(flat, at);
    at = u32(at + (point > 0xffff ? 2 : 1));
    bytes = u32(bytes + (point < 0x80 ? 1 : point < 0x800 ? 2 : point < 0x10000 ? 3 : 4));
  }
  return bytes;
}

/**
 * Stores the bytes of a code point; their number.
 * @noalloc
 */
function encodePoint(to: addr, point: u32): u64 {
  if (point < 0x80) {
    store8(to, point);
    return u64(1n);
  }
  if (point < 0x800) {
    store8(to, u32(0xc0 | (point >>> 6)));
    store8(to, u32(0x80 | (point & 0x3f)), 1);
    return u64(2n);
  }
  if (point < 0x10000) {
    store8(to, u32(0xe0 | (point >>> 12)));
    store8(to, u32(0x80 | ((point >>> 6) & 0x3f)), 1);
    store8(to, u32(0x80 | (point & 0x3f)), 2);
    return u64(3n);
  }
  store8(to, u32(0xf0 | (point >>> 18)));
  store8(to, u32(0x80 | ((point >>> 12) & 0x3f)), 1);
  store8(to, u32(0x80 | ((point >>> 6) & 0x3f)), 2);
  store8(to, u32(0x80 | (point & 0x3f)), 3);
  return u64(4n);
}

/** The string in `count` bytes from `offset` of a bytes cell. Each maximal invalid part becomes U+FFFD (WHATWG Encoding 8.1.1). */
export function decodeFromBytes(bytes: ref, offset: u32, count: u32): ref {
  const start = addr(addressOf(bytes) + u64(BYTES_DATA) + u64(offset));
  const end = addr(start + u64(count));
  let units = u32(0);
  let widest = u32(0);
  for (let at = start; at < end; at = addr(at + decodedBytes(at, end))) {
    const point = decodePoint(at, end);
    units = u32(units + (point > 0xffff ? 2 : 1));
    widest = u32(widest | point);
  }
  if (widest < 0x100) return decodeNarrow(bytes, offset, count, units);
  return decodeWide(bytes, offset, count, units);
}

function decodeNarrow(bytes: ref, offset: u32, count: u32, units: u32): ref {
  const s = allocateString8(units);
  const start = addr(addressOf(bytes) + u64(BYTES_DATA) + u64(offset));
  const end = addr(start + u64(count));
  let to = unitsOf(s);
  if (units === count) {
    copyBytes(to, start, u64(count));
    return s;
  }
  for (let at = start; at < end; at = addr(at + decodedBytes(at, end))) {
    store8(to, decodePoint(at, end));
    to = addr(to + 1n);
  }
  return s;
}

function decodeWide(bytes: ref, offset: u32, count: u32, units: u32): ref {
  const s = allocateString16(units);
  const start = addr(addressOf(bytes) + u64(BYTES_DATA) + u64(offset));
  const end = addr(start + u64(count));
  let to = unitsOf(s);
  for (let at = start; at < end; at = addr(at + decodedBytes(at, end))) {
    const point = decodePoint(at, end);
    if (point > 0xffff) {
      store16(to, u32(0xd7c0 + (point >>> 10)));
      store16(to, u32(0xdc00 | (point & 0x3ff)), 2);
      to = addr(to + 4n);
    } else {
      store16(to, point);
      to = addr(to + 2n);
    }
  }
  return s;
}

/**
 * The code point that starts at `at`, U+FFFD where none does.
 * @noalloc
 */
function decodePoint(at: addr, end: addr): u32 {
  const lead = u32(load8(at));
  if (lead < 0x80) return lead;
  const need = sequenceBytes(lead);
  if (need === 0 || decodedBytes(at, end) !== u64(need)) return u32(REPLACEMENT);
  let point = u32(lead & (0x7f >>> need));
  for (let i = u32(1); i < need; i = u32(i + 1)) point = u32((point << 6) | (load8(at, i) & 0x3f));
  return point;
}

/**
 * The bytes that one step of decoding consumes: a whole sequence, or the maximal part of an invalid one (at least 1).
 * @noalloc
 */
function decodedBytes(at: addr, end: addr): u64 {
  const lead = u32(load8(at));
  const need = u64(sequenceBytes(lead));
  if (need < 2n) return u64(1n);
  let taken = u64(1n);
  while (taken < need && addr(at + taken) < end && isContinuation(lead, taken, u32(load8(addr(at + taken))))) taken = u64(taken + 1n);
  return taken;
}

/**
 * The length that a lead byte announces, 0 for a byte that is none.
 * @noalloc
 */
function sequenceBytes(lead: u32): u32 {
  if (lead < 0x80) return u32(1);
  if (lead < 0xc2 || lead > 0xf4) return u32(0);
  return u32(lead < 0xe0 ? 2 : lead < 0xf0 ? 3 : 4);
}

/**
 * Whether a byte may stand at an index of a sequence: the second byte has a narrower range after E0, ED, F0 and F4 (no overlong forms,
 * no surrogates, nothing above U+10FFFF).
 * @noalloc
 */
function isContinuation(lead: u32, index: u64, byte: u32): boolean {
  if (index === 1n) {
    if (lead === 0xe0) return byte >= 0xa0 && byte < 0xc0;
    if (lead === 0xed) return byte >= 0x80 && byte < 0xa0;
    if (lead === 0xf0) return byte >= 0x90 && byte < 0xc0;
    if (lead === 0xf4) return byte >= 0x80 && byte < 0x90;
  }
  return byte >= 0x80 && byte < 0xc0;
}
