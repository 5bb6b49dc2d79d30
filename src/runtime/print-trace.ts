/**
 * The stack trace of a panic: from any instruction, without allocating, every frame shown. A frame of library or kernel, which traces of
 * errors leave out, has its name where one is known, and its address.
 */
import { addr, addressOf, asRef, load16, load32, load64, type ref, symbol, text, u32, u64 } from 'toro:machine';
import {
  FRAME_RECORD_SITES, FRAME_RECORD_SIZE_WORDS, FRAME_RECORD_START, FRAME_SITE_BYTES, FRAME_SITE_OFFSET,
  FRAME_TABLE_COUNT, FRAME_TABLE_RECORDS,
} from '../layout/frame-table.ts';
import { findRecord, siteCount } from './frames.ts';
import { panicDecimal, panicHex, panicText } from './panic-text.ts';
import { levelColumn, levelFile, levelLine, levelName, openSiteOf, readLevel } from './site-position.ts';

const FRAMES_SHOWN = 32;

/**
 * Writes a line for each frame, from the one that executed `instruction` with this stack pointer. A position is that of the call site
 * at or behind the address: for a caller its call, for the first frame the call that it would have come to next.
 */
export function printTrace(instruction: u64, stackPointer: u64): void {
  let frame = stackPointer;
  let address = instruction;
  if (!isCompiled(address)) { // a jump to nowhere: its caller's return address is on top of the stack
    address = load64(addr(frame));
    frame = u64(frame + 8n);
  }
  for (let shown = u32(0); shown < FRAMES_SHOWN && isCompiled(address); shown = u32(shown + 1)) {
    const record = findRecord(u32(address));
    writeFrame(record, u32(address));
    const caller = addr(frame + (u64(load16(record, FRAME_RECORD_SIZE_WORDS)) << 3n));
    address = load64(caller);
    frame = u64(caller + 8n);
  }
}

/** Whether a record of the frame table can cover the address. */
function isCompiled(address: u64): boolean {
  const table = symbol('frame_table');
  if (load32(table, FRAME_TABLE_COUNT) === 0) return false;
  return address > u64(load32(table, FRAME_TABLE_RECORDS + FRAME_RECORD_START)) && address < u64(symbol('text_end'));
}

function writeFrame(record: addr, address: u32): void {
  const site = siteBehind(record, address);
  const levels = site === 0n ? u32(0) : openSiteOf(record, site);
  if (levels === 0) writeInternalFrame(asRef(addr(0n)), address);
  for (let level = u32(0); level < levels; level = u32(level + 1)) {
    readLevel(level, levels);
    if (addressOf(levelFile()) === 0n) writeInternalFrame(levelName(), address);
    else writeSourceFrame();
  }
}

/** The first site at or behind the address, 0 where there is none in its record. */
function siteBehind(record: addr, address: u32): addr {
  const offset = u32(address - load32(record, FRAME_RECORD_START));
  let site = addr(load32(record, FRAME_RECORD_SITES));
  const end = addr(site + u64(u32(siteCount(record) * FRAME_SITE_BYTES)));
  while (site < end && load16(site, FRAME_SITE_OFFSET) < offset) site = addr(site + u64(FRAME_SITE_BYTES));
  return site < end ? site : addr(0n);
}

function writeSourceFrame(): void {
  panicText(text('    at '));
  const named = addressOf(levelName()) !== 0n;
  if (named) {
    panicText(levelName());
    panicText(text(' ('));
  }
  panicText(levelFile());
  panicText(text(':'));
  panicDecimal(levelLine());
  panicText(text(':'));
  panicDecimal(levelColumn());
  panicText(named ? text(')\n') : text('\n'));
}

function writeInternalFrame(name: ref, address: u32): void {
  panicText(text('    at '));
  if (addressOf(name) !== 0n) {
    panicText(name);
    panicText(text(' '));
  }
  panicText(text('0x'));
  panicHex(u64(address), u32(8));
  panicText(text('\n'));
}
