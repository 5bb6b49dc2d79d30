/**
 * Lookup in the frame table (src/layout/frame-table.ts) by return address: binary search over records, then over the record's
 * sites and handlers, behind a direct-mapped cache.
 */
import { addr, load16, load32, store32, store64, symbol, text, u32, u64 } from 'toro:machine';
import {
  FRAME_CACHE_ENTRY_BYTES, FRAME_CACHE_SLOT_MASK, FRAME_ENTRY_ADVANCE, FRAME_ENTRY_HANDLER, FRAME_ENTRY_RECORD, FRAME_ENTRY_RETURN_ADDRESS,
  FRAME_ENTRY_SITE, FRAME_RECORD_BYTES, FRAME_RECORD_HANDLERS, FRAME_RECORD_SITES, FRAME_RECORD_SITE_COUNT, FRAME_RECORD_SIZE_WORDS,
  FRAME_RECORD_START, FRAME_RECORD_UNSHOWN, FRAME_SITE_BYTES, FRAME_SITE_OFFSET, FRAME_TABLE_COUNT, FRAME_TABLE_RECORDS,
  HANDLER_ADDRESS, HANDLER_BYTES, HANDLER_LIST_COUNT, HANDLER_LIST_ENTRIES, HANDLER_RETURN_OFFSET,
} from '../layout/frame-table.ts';
import { fatal } from './fatal.ts';

/**
 * The cache entry of a call site: record, site and handler address, until the next `findFrame`.
 * A return address without a site is a broken stack: fatal.
 * @noalloc
 */
export function findFrame(returnAddress: u32): addr {
  const entry = addr(symbol('frame_cache') + u64(returnAddress & FRAME_CACHE_SLOT_MASK) * u64(FRAME_CACHE_ENTRY_BYTES));
  if (load32(entry, FRAME_ENTRY_RETURN_ADDRESS) !== returnAddress) fillEntry(entry, returnAddress);
  return entry;
}

/**
 * The record that covers the address: the last one that starts below it.
 * @noalloc
 */
export function findRecord(returnAddress: u32): addr {
  const table = symbol('frame_table');
  const records = addr(table + u64(FRAME_TABLE_RECORDS));
  let low = u32(0);
  let high = load32(table, FRAME_TABLE_COUNT);
  while (low < high) {
    const middle = u32(u32(low + high) >>> 1);
    const start = load32(addr(records + u64(u32(middle * FRAME_RECORD_BYTES))), FRAME_RECORD_START);
    if (start < returnAddress) low = u32(middle + 1);
    else high = middle;
  }
  if (low === 0) unknownFrame();
  return addr(records + u64(u32(u32(low - 1) * FRAME_RECORD_BYTES)));
}

/**
 * @noalloc
 * @noinline
 */
function fillEntry(entry: addr, returnAddress: u32): void {
  const record = findRecord(returnAddress);
  const offset = u32(returnAddress - load32(record, FRAME_RECORD_START));
  store32(entry, u32(record), FRAME_ENTRY_RECORD);
  store32(entry, u32(findSite(record, offset)), FRAME_ENTRY_SITE);
  store32(entry, findHandlerAddress(record, offset), FRAME_ENTRY_HANDLER);
  store64(entry, u64(u64(load16(record, FRAME_RECORD_SIZE_WORDS)) * 8n + 8n), FRAME_ENTRY_ADVANCE);
  store32(entry, returnAddress, FRAME_ENTRY_RETURN_ADDRESS);
}

/**
 * The number of the record's sites.
 * @noalloc
 */
export function siteCount(record: addr): u32 {
  return u32(load16(record, FRAME_RECORD_SITE_COUNT) & (FRAME_RECORD_UNSHOWN - 1));
}

/** @noalloc */
function findSite(record: addr, offset: u32): addr {
  const sites = addr(u64(load32(record, FRAME_RECORD_SITES)));
  let low = u32(0);
  let high = siteCount(record);
  while (low < high) {
    const middle = u32(u32(low + high) >>> 1);
    const site = addr(sites + u64(u32(middle * FRAME_SITE_BYTES)));
    const found = u32(load16(site, FRAME_SITE_OFFSET));
    if (found === offset) return site;
    if (found < offset) low = u32(middle + 1);
    else high = middle;
  }
  unknownFrame();
}

/**
 * The handler of the site, 0 where it has none.
 * @noalloc
 */
function findHandlerAddress(record: addr, offset: u32): u32 {
  const list = load32(record, FRAME_RECORD_HANDLERS);
  if (list === 0) return u32(0);
  const entries = addr(u64(list) + u64(HANDLER_LIST_ENTRIES));
  let low = u32(0);
  let high = load32(addr(u64(list)), HANDLER_LIST_COUNT);
  while (low < high) {
    const middle = u32(u32(low + high) >>> 1);
    const entry = addr(entries + u64(u32(middle * HANDLER_BYTES)));
    const found = load32(entry, HANDLER_RETURN_OFFSET);
    if (found === offset) return load32(entry, HANDLER_ADDRESS);
    if (found < offset) low = u32(middle + 1);
    else high = middle;
  }
  return u32(0);
}

/** @noalloc */
function unknownFrame(): never {
  fatal(text('FATAL ERROR: a return address on the stack has no entry in the frame table\n'));
}
