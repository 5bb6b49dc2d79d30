/**
 * Stack traces of errors: return addresses are captured when an Error is constructed, text is made when `stack` is first read.
 *
 * A trace is a bytes cell of u32s: the name of the class whose constructor ends the frames that are left out (a static string, 0 =
 * none), then the return addresses, innermost first.
 */
import {
  addr, addressOf, asRef, callAddress, load16, load32, load64, type ref, refOf, stackBuffer, store32, symbol, text, u32, u64, type value,
} from 'toro:machine';
import { BYTES_DATA, BYTES_LENGTH } from '../layout/array.ts';
import { FRAME_RECORD_SIZE_WORDS } from '../layout/frame-table.ts';
import { SHAPE_NAME } from '../layout/shape.ts';
import { allocateBytes } from './bytes.ts';
import { ENTRY_RECORD, findFrame } from './frames.ts';
import { unsignedToString } from './integer-to-string.ts';
import { levelColumn, levelFile, levelLine, levelName, openSite, readLevel } from './site-position.ts';
import { stringEquals } from './string-compare.ts';
import { stringConcat } from './string-concat.ts';
import { isFunction, shapeOf } from './value.ts';

/** Return addresses kept per trace: more than are shown, since library frames and constructors are left out. */
const CAPTURE_LIMIT = 24;
const CAPTURE_BYTES = 96;
/** Lines of a trace: node's Error.stackTraceLimit. */
const SHOWN_FRAMES = 10;

/** The current stack. The frames up to and including the innermost call of `newTarget`'s constructor won't be shown. */
export function captureTrace(newTarget: value): ref {
  const buffer = stackBuffer(CAPTURE_BYTES);
  const count = u32(callAddress(symbol('capture_from_here'), buffer, u64(CAPTURE_LIMIT)));
  const trace = allocateBytes(u32(u32(count + 1) << 2));
  store32(trace, isFunction(newTarget) ? load32(shapeOf(refOf(newTarget)), SHAPE_NAME) : u32(0), BYTES_DATA);
  for (let i = u32(0); i < count; i = u32(i + 1)) {
    const offset = u32(i << 2);
    store32(trace, load32(buffer, offset), u32(offset + BYTES_DATA + 4));
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

/** The lines of a trace: `\n    at name (file:line:column)` each, at most ten, library frames left out. */
export function formatTrace(trace: ref): ref {
  let lines = text('');
  let shown = u32(0);
  let hidden = countHidden(trace);
  const count = capturedCount(trace);
  for (let i = u32(0); i < count && shown < SHOWN_FRAMES; i = u32(i + 1)) {
    const levels = openSite(capturedSite(trace, i));
    for (let level = u32(0); level < levels && shown < SHOWN_FRAMES; level = u32(level + 1)) {
      readLevel(level, levels);
      if (hidden !== 0) {
        hidden = u32(hidden - 1);
      } else if (addressOf(levelFile()) !== 0n) {
        lines = stringConcat(lines, formatLevel());
        shown = u32(shown + 1);
      }
    }
  }
  return lines;
}

function capturedCount(trace: ref): u32 {
  return u32(u32(load32(trace, BYTES_LENGTH) >>> 2) - 1);
}

function capturedSite(trace: ref, index: u32): u32 {
  return load32(trace, u32(u32(index << 2) + BYTES_DATA + 4));
}

/** Source frames up to and including the innermost constructor of the trace's class; 0 where there is none. */
function countHidden(trace: ref): u32 {
  const name = load32(trace, BYTES_DATA);
  if (name === 0) return u32(0);
  const constructor = stringConcat(text('new '), asRef(addr(u64(name))));
  const count = capturedCount(trace);
  let passed = u32(0);
  for (let i = u32(0); i < count; i = u32(i + 1)) {
    const levels = openSite(capturedSite(trace, i));
    for (let level = u32(0); level < levels; level = u32(level + 1)) {
      readLevel(level, levels);
      passed = u32(passed + 1);
      if (addressOf(levelName()) !== 0n && stringEquals(levelName(), constructor)) return passed;
    }
  }
  return u32(0);
}

/** What node prints above an uncaught error: the source is not in the image, so nothing. */
export function throwSite(): ref {
  return text('');
}

/** `\n    at name (file:line:column)`, or without name and parentheses for anonymous functions, as V8. */
function formatLevel(): ref {
  let place = stringConcat(levelFile(), text(':'));
  place = stringConcat(place, unsignedToString(u64(levelLine())));
  place = stringConcat(stringConcat(place, text(':')), unsignedToString(u64(levelColumn())));
  if (addressOf(levelName()) === 0n) return stringConcat(text('\n    at '), place);
  const named = stringConcat(stringConcat(text('\n    at '), levelName()), text(' ('));
  return stringConcat(stringConcat(named, place), text(')'));
}
