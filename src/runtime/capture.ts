/**
 * Captures the stack where an error is made: return addresses only, text is made of them when it is read (trace.ts).
 *
 * A trace is a bytes cell of u32s: the name of the class whose constructor ends the frames that are left out (a static string, 0 =
 * none), how many frames to show (with TRACE_ONLY_ABOVE: none unless that constructor or function is running), then the return addresses, innermost first. It never changes, so that errors made on the same stack share one: comparing ten
 * words is much less than walking ten frames.
 */
import {
  addr, addressOf, bitsOf, callSite, load16, load32, load64, type ref, refOf, store32, store64, symbol, u32, u64, type value, valueFromBits, valueOf,
} from 'toro:machine';
import { BYTES_DATA } from '../layout/array.ts';
import { FRAME_ENTRY_ADVANCE, FRAME_ENTRY_RECORD, FRAME_RECORD_SITE_COUNT, FRAME_RECORD_UNSHOWN } from '../layout/frame-table.ts';
import { SHAPE_NAME } from '../layout/shape.ts';
import {
  TRACE_CACHE_ADDRESS, TRACE_CACHE_END, TRACE_CACHE_ENTRY_BYTES, TRACE_CACHE_GROUP, TRACE_CACHE_KEY,
  TRACE_CACHE_WORD, TRACE_CACHE_WORDS,
} from '../layout/trace-cache.ts';
import { allocateBytes } from './bytes.ts';
import { findFrame } from './frames.ts';
import { isFunction, shapeOf } from './value.ts';

/** Offsets in a trace's cell. */
export const TRACE_CLASS = BYTES_DATA;
export const TRACE_SHOWN = BYTES_DATA + 4;
export const TRACE_ONLY_ABOVE = 0x1_0000;
export const TRACE_SITES = BYTES_DATA + 8;

/** The trace captured last, undefined at first. */
let lastTrace: value = valueFromBits(u64(2n));

/**
 * The current stack, as far as it takes to show `limit` frames. Those up to and including the innermost call of `newTarget`'s constructor
 * won't be shown.
 * @noinline
 */
export function captureTrace(newTarget: value, limit: u32): ref {
  const site = callSite();
  const cache = symbol('trace_cache');
  if (load64(cache, TRACE_CACHE_ADDRESS) === u64(site) && load64(cache, TRACE_CACHE_KEY) === traceKey(newTarget, limit)) {
    let entry = cache;
    while (holds(entry, u32(0)) && holds(entry, u32(16)) && holds(entry, u32(32)) && holds(entry, u32(48))) {
      entry = addr(entry + u64(TRACE_CACHE_GROUP * TRACE_CACHE_ENTRY_BYTES));
    }
    if (u64(entry) === load64(cache, TRACE_CACHE_END)) return refOf(lastTrace);
  }
  return captureAnew(newTarget, limit, site);
}

/** As `captureTrace` for a function, of which no frame is shown if it isn't running. That takes the whole stack. */
export function captureTraceAbove(hidden: value, limit: u32): ref {
  return captureTrace(hidden, u32(limit | TRACE_ONLY_ABOVE));
}

/**
 * Forgets the trace captured last, whose class may move.
 * @noalloc
 */
export function emptyTraceCache(): void {
  store64(symbol('trace_cache'), 0n, TRACE_CACHE_ADDRESS); // no word of a stack lies there
}

/** Cells lie below 2^47, and a limit has 17 bits with TRACE_ONLY_ABOVE. */
function traceKey(newTarget: value, limit: u32): u64 {
  return u64(bitsOf(newTarget) ^ (u64(limit) << 47n));
}

/** Whether the word that the entry names is what it was. */
function holds(entry: addr, offset: u32): boolean {
  const at = addr(entry + u64(offset));
  return load64(addr(load64(at, TRACE_CACHE_ADDRESS))) === load64(at, TRACE_CACHE_WORD);
}

/**
 * Walks the stack, and again to fill the trace.
 * @noinline
 */
function captureAnew(newTarget: value, limit: u32, site: addr): ref {
  const count = walk(limit, site, addr(0n));
  const trace = allocateBytes(u32(u32(count << 2) + (TRACE_SITES - BYTES_DATA)));
  store32(trace, isFunction(newTarget) ? load32(shapeOf(refOf(newTarget)), SHAPE_NAME) : u32(0), TRACE_CLASS);
  store32(trace, limit, TRACE_SHOWN);
  walk(limit, site, addr(addressOf(trace) + u64(TRACE_SITES)));
  fillCache(count, site);
  store64(symbol('trace_cache'), traceKey(newTarget, limit), TRACE_CACHE_KEY);
  lastTrace = valueOf(trace);
  return trace;
}

/**
 * The number of return addresses from the word `site` on, until `limit` of them are of functions that traces show; stored at `trace`
 * unless that is 0.
 * @noalloc
 */
function walk(limit: u32, site: addr, trace: addr): u32 {
  let word = site;
  let count = u32(0);
  let shown = u32(0);
  for (let returnAddress = load64(word); returnAddress !== 0n && shown < limit; returnAddress = load64(word)) {
    if (trace !== 0n) store32(addr(trace + (u64(count) << 2n)), u32(returnAddress));
    count = u32(count + 1);
    const entry = findFrame(u32(returnAddress));
    if ((load16(addr(u64(load32(entry, FRAME_ENTRY_RECORD))), FRAME_RECORD_SITE_COUNT) & FRAME_RECORD_UNSHOWN) === 0) shown = u32(shown + 1);
    word = addr(word + load64(entry, FRAME_ENTRY_ADVANCE));
  }
  return count;
}

/**
 * Notes where the first `count` return addresses lie.
 * @noalloc
 */
function fillCache(count: u32, site: addr): void {
  emptyTraceCache();
  if (count > TRACE_CACHE_WORDS) return;
  const cache = symbol('trace_cache');
  let entry = cache;
  let word = site;
  for (let rest = count; rest > 0; rest = u32(rest - 1)) {
    const returnAddress = load64(word);
    store64(entry, u64(word), TRACE_CACHE_ADDRESS);
    store64(entry, returnAddress, TRACE_CACHE_WORD);
    entry = addr(entry + u64(TRACE_CACHE_ENTRY_BYTES));
    word = addr(word + load64(findFrame(u32(returnAddress)), FRAME_ENTRY_ADVANCE));
  }
  for (let rest = count; (rest & (TRACE_CACHE_GROUP - 1)) !== 0; rest = u32(rest + 1)) {
    store64(entry, u64(entry + u64(TRACE_CACHE_WORD)), TRACE_CACHE_ADDRESS); // names its own word
    store64(entry, 0n, TRACE_CACHE_WORD);
    entry = addr(entry + u64(TRACE_CACHE_ENTRY_BYTES));
  }
  store64(entry, u64(entry), TRACE_CACHE_ADDRESS); // names its own address, which isn't 0
  store64(entry, 0n, TRACE_CACHE_WORD);
  store64(cache, u64(entry), TRACE_CACHE_END);
}
