/**
 * Decodes the position table (src/layout/positions.ts): a site is opened, then its source frames are read one by one. Nothing is
 * allocated, so that a panic can print where it happened.
 */
import { addr, asRef, load32, load8, type ref, symbol, u32, u64 } from 'toro:machine';
import {
  FRAME_ENTRY_RECORD, FRAME_ENTRY_SITE, FRAME_RECORD_BYTES, FRAME_RECORD_SITES, FRAME_SITE_BYTES, FRAME_TABLE_RECORDS,
} from '../layout/frame-table.ts';
import { POSITION_STREAM_BYTES, SCOPE_BYTES, SCOPE_FILE, SCOPE_NAME } from '../layout/positions.ts';
import { findFrame } from './frames.ts';

/** Where the stream of the opened site stands, and what was read last. Streams are static data: no collection moves them. */
let cursor = addr(0n);
let outerScope = u32(0);
let outerLine = u32(0);
let outerColumn = u32(0);
let scopeRead = u32(0);
let lineRead = u32(0);
let columnRead = u32(0);

/** Decodes to the site's position; the number of source frames there (inlined ones and the function's own), 0 = none known. */
export function openSite(returnAddress: u32): u32 {
  const entry = findFrame(returnAddress);
  return openSiteOf(addr(u64(load32(entry, FRAME_ENTRY_RECORD))), addr(u64(load32(entry, FRAME_ENTRY_SITE))));
}

/** As `openSite`, for a site of a record of the frame table. */
export function openSiteOf(record: addr, wanted: addr): u32 {
  const recordIndex = u64(u64(record - (symbol('frame_table') + u64(FRAME_TABLE_RECORDS))) / u64(FRAME_RECORD_BYTES));
  cursor = addr(u64(load32(addr(symbol('position_table') + recordIndex * u64(POSITION_STREAM_BYTES)))));
  if (cursor === 0n) return u32(0);
  const siteIndex = u32(u32(u32(wanted) - load32(record, FRAME_RECORD_SITES)) / u32(FRAME_SITE_BYTES));
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
export function readLevel(level: u32, levels: u32): void {
  if (u32(level + 1) === levels) {
    scopeRead = outerScope;
    lineRead = outerLine;
    columnRead = outerColumn;
  } else {
    scopeRead = readUleb();
    lineRead = readUleb();
    columnRead = readUleb();
  }
}

/** The function's name, 0 where it is anonymous or nothing is known. */
export function levelName(): ref {
  return scopeString(SCOPE_NAME);
}

/** The source file, 0 for library and kernel. */
export function levelFile(): ref {
  return scopeString(SCOPE_FILE);
}

function scopeString(field: number): ref {
  const scope = addr(symbol('position_scopes') + u64(scopeRead) * u64(SCOPE_BYTES));
  return asRef(addr(u64(load32(scope, u32(field)))));
}

/** Counted from 1. */
export function levelLine(): u32 {
  return lineRead;
}

/** Counted from 1. */
export function levelColumn(): u32 {
  return columnRead;
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
