/** The text of a stack trace (capture.ts), made when `stack` is first read. */
import { addr, addressOf, asRef, i32, load32, type ref, text, u32, u64 } from 'toro:machine';
import { BYTES_DATA, BYTES_LENGTH } from '../layout/array.ts';
import { unsignedToString } from './integer-to-string.ts';
import { STRING_LENGTH } from '../layout/string.ts';
import { TRACE_CLASS, TRACE_ONLY_ABOVE, TRACE_SHOWN, TRACE_SITES } from './capture.ts';
import { levelColumn, levelFile, levelLine, levelName, openSite, readLevel } from './site-position.ts';
import { stringEquals } from './string-compare.ts';
import { stringConcat } from './string-concat.ts';
import { stringLastIndexOf } from './string-search.ts';

/** The lines of a trace: `\n    at name (file:line:column)` each, at most as many as it was captured for, library frames left out. */
export function formatTrace(trace: ref): ref {
  let lines = text('');
  const limit = u32(load32(trace, TRACE_SHOWN) & ~TRACE_ONLY_ABOVE);
  let shown = u32(0);
  let hidden = countHidden(trace);
  const count = capturedCount(trace);
  for (let i = u32(0); i < count && shown < limit; i = u32(i + 1)) {
    const levels = openSite(capturedSite(trace, i));
    for (let level = u32(0); level < levels && shown < limit; level = u32(level + 1)) {
      readLevel(level, levels);
      if (hidden !== 0) {
        hidden = u32(hidden - 1);
      } else if (addressOf(levelFile()) !== 0n && levelLine() !== 0) {
        lines = stringConcat(lines, formatLevel());
        shown = u32(shown + 1);
      }
    }
  }
  return lines;
}

function capturedCount(trace: ref): u32 {
  return u32(u32(load32(trace, BYTES_LENGTH) - (TRACE_SITES - BYTES_DATA)) >>> 2);
}

function capturedSite(trace: ref, index: u32): u32 {
  return load32(trace, u32(u32(index << 2) + TRACE_SITES));
}

/** Source frames up to and including the innermost of the trace's class or function; where there is none, 0 or all. */
function countHidden(trace: ref): u32 {
  const name = load32(trace, TRACE_CLASS);
  if (name === 0) return u32(0);
  const hidden = asRef(addr(u64(name)));
  const constructor = stringConcat(text('new '), hidden);
  const method = stringConcat(text('.'), hidden);
  const count = capturedCount(trace);
  let passed = u32(0);
  for (let i = u32(0); i < count; i = u32(i + 1)) {
    const levels = openSite(capturedSite(trace, i));
    for (let level = u32(0); level < levels; level = u32(level + 1)) {
      readLevel(level, levels);
      passed = u32(passed + 1);
      const running = levelName();
      if (addressOf(running) === 0n) continue;
      if (stringEquals(running, constructor) || stringEquals(running, hidden) || isMethod(running, method)) return passed;
    }
  }
  return (load32(trace, TRACE_SHOWN) & TRACE_ONLY_ABOVE) === 0 ? u32(0) : passed;
}

/** Whether the name is a class's or object's and then `.method`. */
function isMethod(name: ref, method: ref): boolean {
  const before = i32(load32(name, STRING_LENGTH) - load32(method, STRING_LENGTH));
  return before > 0 && stringLastIndexOf(name, method, before) === before;
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
