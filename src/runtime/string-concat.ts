import { type ref, u32, u64 } from 'toro:machine';
import { ROPE_THRESHOLD } from '../layout/string.ts';
import { allocateString16, allocateString8, checkStringLength, isWide, stringLength } from './string-cell.ts';
import { makeRope } from './string-rope.ts';
import { copyUnits } from './string-units.ts';

/** a + b of two strings. Ropes are never shorter than the threshold, so both are flat where they are copied. */
export function stringConcat(a: ref, b: ref): ref {
  const left = stringLength(a);
  const right = stringLength(b);
  if (left === 0) return b;
  if (right === 0) return a;
  const length = u32(left + right);
  if (length < ROPE_THRESHOLD) {
    const result = isWide(a) || isWide(b) ? allocateString16(length) : allocateString8(length);
    copyUnits(result, u32(0), a, u32(0), left);
    copyUnits(result, left, b, u32(0), right);
    return result;
  }
  checkStringLength(u64(u64(left) + u64(right)));
  return makeRope(a, b);
}
