/**
 * Stack traces: return addresses are captured when an Error is constructed, text is made when `stack` is first read or a panic
 * prints, from the position table (src/layout/positions.ts).
 */
import {
  addr, addressOf, asRef, callAddress, load16, load32, load64, load8, type ref, stackBuffer, store32, symbol, text, u32, u64,
} from 'toro:machine';
import { BYTES_DATA, BYTES_LENGTH } from '../layout/array.ts';
import {
  FRAME_RECORD_BYTES, FRAME_RECORD_SITES, FRAME_RECORD_SIZE_WORDS, FRAME_SITE_BYTES, FRAME_TABLE_RECORDS,
} from '../layout/frame-table.ts';
import { POSITION_STREAM_BYTES, SCOPE_BYTES, SCOPE_FILE, SCOPE_NAME } from '../layout/positions.ts';
import { allocateBytes } from './bytes.ts';
import { ENTRY_RECORD, ENTRY_SITE, findFrame } from './frames.ts';
import { unsignedToString } from './integer-to-string.ts';
import { stringConcat } from './string-concat.ts';

/** Return addresses kept per trace: more than are shown, since library frames are left out. */
const CAPTURE_LIMIT = 24;
const CAPTURE_BYTES = 96;
/** Lines of a trace: node's Error.stackTraceLimit. */
const SHOWN_FRAMES = 10;

/** The return addresses of the current stack, innermost first, as a bytes cell of u32s. */
export function captureStackTrace(): ref {
  const buffer = stackBuffer(CAPTURE_BYTES);
  const count = u32(callAddress(symbol('capture_from_here'), buffer, u64(CAPTURE_LIMIT)));
  const trace = allocateBytes(u32(count << 2));
  for (let i = u32(0); i < count; i = u32(i + 1)) {
    const offset = u32(i << 2);
    store32(trace, load32(buffer, offset), u32(offset + BYTES_DATA));
  }
  return trace;
}

/**
 * Stores up to `limit` return addresses at `buffer`, from the given site on; returns their number. Entered through
 * `capture_from_here`.
 * @noalloc
 * @symbol captureFromStack
 */
export function captureFromStack(buffer: addr, limit: u64, returnAddress: u64, stackPointer: u64): u64 {
  let site = returnAddress;
  let frame = stackPointer;
  let count = u64(0n);
  while (site !== 0n && count < limit) {
    store32(addr(buffer + (count << 2n)), u32(site));
    count = u64(count + 1n);
    const record = addr(u64(load32(findFrame(u32(site)), ENTRY_RECORD)));
    const caller = addr(frame + (u64(load16(record, FRAME_RECORD_SIZE_WORDS)) << 3n));
    site = load64(caller);
    frame = u64(caller + 8n);
  }
  return count;
}

/** The lines of a captured trace: `\n    at name (file:line:column)` each, at most ten, library frames left out. */
export function formatStackTrace(trace: ref): ref {
  let lines = text('');
  let shown = u32(0);
  const count = u32(load32(trace, BYTES_LENGTH) >>> 2);
  for (let i = u32(0); i < count && shown < SHOWN_FRAMES; i = u32(i + 1)) {
    const levels = openSite(load32(trace, u32(u32(i << 2) + BYTES_DATA)));
    for (let level = u32(0); level < levels && shown < SHOWN_FRAMES; level = u32(level + 1)) {
      readLevel(level, levels);
      if (addressOf(levelFile()) !== 0n) {
        lines = stringConcat(lines, formatLevel());
        shown = u32(shown + 1);
      }
    }
  }
  return lines;
}

/** Where the stream of the opened site stands, and what was read last. Streams are static data: no collection moves them. */
let cursor = addr(0n);
let outerScope = u32(0);
let outerLine = u32(0);
let outerColumn = u32(0);
let levelScope = u32(0);
let levelLine = u32(0);
let levelColumn = u32(0);

/** Decodes to the site's position; the number of source frames there (inlined ones and the function's own), 0 = none known. */
function openSite(returnAddress: u32): u32 {
  const entry = findFrame(returnAddress);
  const record = addr(u64(load32(entry, ENTRY_RECORD)));
  const recordIndex = u64(u64(record - (symbol('frame_table') + u64(FRAME_TABLE_RECORDS))) / u64(FRAME_RECORD_BYTES));
  cursor = addr(u64(load32(addr(symbol('position_table') + recordIndex * u64(POSITION_STREAM_BYTES)))));
  if (cursor === 0n) return u32(0);
  const siteIndex = u32(u32(load32(entry, ENTRY_SITE) - load32(record, FRAME_RECORD_SITES)) / u32(FRAME_SITE_BYTES));
  outerScope = readUleb();
  outerLine = u32(0);
  for (let site = u32(0); ; site = u32(site + 1)) {
    const head = readUleb();
    const zigzag = u32(head >>> 1);
    outerLine = u32(outerLine + u32(u32(zigzag >>> 1) ^ -(zigzag & 1)));
    outerColumn = readUleb();
    const inlined = u32(head & 1) === 0 ? u32(0) : readUleb();
    if (site === siteIndex) return u32(inlined + 1);
    for (let skipped = u32(inlined * 3); skipped > 0; skipped = u32(skipped - 1)) readUleb();
  }
}

/** Reads the next source frame of the opened site, innermost first; the last is the compiled function's own. */
function readLevel(level: u32, levels: u32): void {
  if (u32(level + 1) === levels) {
    levelScope = outerScope;
    levelLine = outerLine;
    levelColumn = outerColumn;
  } else {
    levelScope = readUleb();
    levelLine = readUleb();
    levelColumn = readUleb();
  }
}

function levelName(): ref {
  return scopeString(SCOPE_NAME);
}

function levelFile(): ref {
  return scopeString(SCOPE_FILE);
}

function scopeString(field: number): ref {
  const scope = addr(symbol('position_scopes') + u64(levelScope) * u64(SCOPE_BYTES));
  return asRef(addr(u64(load32(scope, u32(field)))));
}

/** `\n    at name (file:line:column)`, or without name and parentheses for anonymous functions, as V8. */
function formatLevel(): ref {
  let place = stringConcat(levelFile(), text(':'));
  place = stringConcat(place, unsignedToString(u64(levelLine)));
  place = stringConcat(stringConcat(place, text(':')), unsignedToString(u64(levelColumn)));
  if (addressOf(levelName()) === 0n) return stringConcat(text('\n    at '), place);
  const named = stringConcat(stringConcat(text('\n    at '), levelName()), text(' ('));
  return stringConcat(stringConcat(named, place), text(')'));
}

function readUleb(): u32 {
  let result = u32(0);
  let shift = u32(0);
  for (;;) {
    const byte = load8(cursor);
    cursor = addr(cursor + 1n);
    result = u32(result | ((byte & 0x7f) << shift));
    if (byte < 0x80) return result;
    shift = u32(shift + 7);
  }
}
