/**
 * Captures the stack where an error is made: return addresses only, text is made of them when it is read (trace.ts).
 *
 * A trace is a bytes cell of u32s: the name of the class whose constructor ends the frames that are left out (a static string, 0 =
 * none), how many frames to show (with TRACE_ONLY_ABOVE: none unless that constructor or function is running), then the return addresses, innermost first. It never changes, so that errors made on the same stack share one: comparing ten
 * words is much less than walking ten frames.
 */
import {
  addr, addressOf, bitsOf, callAddress, load16, load32, load64, type ref, refOf, store32, store64, symbol, u32, u64, type value, valueFromBits, valueOf,
} from 'toro:machine';
import { BYTES_DATA } from '../layout/array.ts';
import { FRAME_RECORD_SITE_COUNT, FRAME_RECORD_SIZE_WORDS, FRAME_RECORD_UNSHOWN } from '../layout/frame-table.ts';
import { SHAPE_NAME } from '../layout/shape.ts';
import {
  TRACE_CACHE_ADDRESS, TRACE_CACHE_END, TRACE_CACHE_ENTRIES, TRACE_CACHE_ENTRY_BYTES, TRACE_CACHE_GROUP, TRACE_CACHE_WORD, TRACE_CACHE_WORDS,
} from '../layout/trace-cache.ts';
import { allocateBytes } from './bytes.ts';
import { ENTRY_RECORD, findFrame } from './frames.ts';
import { isFunction, shapeOf } from './value.ts';

/** Offsets in a trace's cell. */
export const TRACE_CLASS = BYTES_DATA;
export const TRACE_SHOWN = BYTES_DATA + 4;
export const TRACE_ONLY_ABOVE = 0x8000_0000;
export const TRACE_SITES = BYTES_DATA + 8;

/** The trace captured last and the class that it was captured for, undefined at first. */
let lastTrace: value = valueFromBits(u64(2n));
let lastTarget: value = valueFromBits(u64(2n));

/**
 * The current stack, as far as it takes to show `limit` frames. Those up to and including the innermost call of `newTarget`'s constructor
 * won't be shown.
 */
export function captureTrace(newTarget: value, limit: u32): ref {
  return refOf(valueFromBits(callAddress(symbol('capture_from_here'), bitsOf(newTarget), u64(limit))));
}

/** As `captureTrace` for a function, of which no frame is shown if it isn't running. That takes the whole stack. */
export function captureTraceAbove(hidden: value, limit: u32): ref {
  return captureTrace(hidden, u32(limit | TRACE_ONLY_ABOVE));
}

/**
 * The trace of the stack from the given site on. Entered through `capture_from_here`.
 * @symbol captureFromStack
 */
export function captureFromStack(newTarget: value, limit: u64, returnAddress: u64, stackPointer: u64): ref {
  const cache = symbol('trace_cache');
  const first = addr(cache + u64(TRACE_CACHE_ENTRIES));
  if (load64(first, TRACE_CACHE_ADDRESS) === u64(stackPointer - 8n) && bitsOf(lastTarget) === bitsOf(newTarget) && isLimit(limit)) {
    let entry = first;
    while (holds(entry, u32(0)) && holds(entry, u32(16)) && holds(entry, u32(32)) && holds(entry, u32(48))) {
      entry = addr(entry + u64(TRACE_CACHE_GROUP * TRACE_CACHE_ENTRY_BYTES));
    }
    if (u64(entry) === load64(cache, TRACE_CACHE_END)) return refOf(lastTrace);
  }
  return captureAnew(newTarget, limit, returnAddress, stackPointer);
}

/** Whether the last trace was captured for so many frames. */
function isLimit(limit: u64): boolean {
  return load32(refOf(lastTrace), TRACE_SHOWN) === u32(limit);
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
function captureAnew(newTarget: value, limit: u64, returnAddress: u64, stackPointer: u64): ref {
  const count = walk(limit, returnAddress, stackPointer, addr(0n));
  const trace = allocateBytes(u32(u32(count << 2) + (TRACE_SITES - BYTES_DATA)));
  store32(trace, isFunction(newTarget) ? load32(shapeOf(refOf(newTarget)), SHAPE_NAME) : u32(0), TRACE_CLASS);
  store32(trace, u32(limit), TRACE_SHOWN);
  walk(limit, returnAddress, stackPointer, addr(addressOf(trace) + u64(TRACE_SITES)));
  fillCache(count, returnAddress, stackPointer);
  lastTrace = valueOf(trace);
  lastTarget = newTarget;
  return trace;
}

/**
 * The number of return addresses from the given site on, until `limit` of them are of functions that traces show; stored at `trace`
 * unless that is 0.
 * @noalloc
 */
function walk(limit: u64, returnAddress: u64, stackPointer: u64, trace: addr): u32 {
  let site = returnAddress;
  let frame = stackPointer;
  let count = u32(0);
  let shown = u64(0n);
  while (site !== 0n && shown < limit) {
    if (trace !== 0n) store32(addr(trace + (u64(count) << 2n)), u32(site));
    count = u32(count + 1);
    const record = addr(u64(load32(findFrame(u32(site)), ENTRY_RECORD)));
    if ((load16(record, FRAME_RECORD_SITE_COUNT) & FRAME_RECORD_UNSHOWN) === 0) shown = u64(shown + 1n);
    const caller = addr(frame + (u64(load16(record, FRAME_RECORD_SIZE_WORDS)) << 3n));
    site = load64(caller);
    frame = u64(caller + 8n);
  }
  return count;
}

/**
 * Notes where the first `count` return addresses lie, and the word behind them, which may be the end of the stack.
 * @noalloc
 */
function fillCache(count: u32, returnAddress: u64, stackPointer: u64): void {
  const cache = symbol('trace_cache');
  let entry = addr(cache + u64(TRACE_CACHE_ENTRIES));
  store64(entry, 0n, TRACE_CACHE_ADDRESS); // no word of a stack lies there
  if (count > TRACE_CACHE_WORDS) return;
  let site = returnAddress;
  let word = addr(stackPointer - 8n);
  for (let rest = count; rest > 0; rest = u32(rest - 1)) {
    store64(entry, u64(word), TRACE_CACHE_ADDRESS);
    store64(entry, site, TRACE_CACHE_WORD);
    entry = addr(entry + u64(TRACE_CACHE_ENTRY_BYTES));
    const record = addr(u64(load32(findFrame(u32(site)), ENTRY_RECORD)));
    word = addr(word + 8n + (u64(load16(record, FRAME_RECORD_SIZE_WORDS)) << 3n));
    site = load64(word);
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
