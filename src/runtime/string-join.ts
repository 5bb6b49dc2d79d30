import { type i64, type ref, refOf, text, u32, u64 } from 'toro:machine';
import { arrayElement } from './array.ts';
import { allocateString16, allocateString8, checkStringLength, isWide, stringLength } from './string-cell.ts';
import { flatten } from './string-rope.ts';
import { copyUnits } from './string-units.ts';

/** The strings in [0, count) of the array with the separator between them, copied once. */
export function stringJoin(parts: ref, count: i64, separator: ref): ref {
  if (count === 0n) return text('');
  const between = flatten(separator);
  const gap = stringLength(between);
  let length = u64(u64(gap) * u64(count - 1n));
  let wide = isWide(between) && gap !== 0;
  for (let i = u32(0); i < u32(count); i = u32(i + 1)) {
    const part = flatten(refOf(arrayElement(parts, i)));
    length = u64(length + u64(stringLength(part)));
    checkStringLength(length);
    if (isWide(part)) wide = true;
  }
  const result = wide ? allocateString16(u32(length)) : allocateString8(u32(length));
  let at = u32(0);
  for (let i = u32(0); i < u32(count); i = u32(i + 1)) {
    if (i !== 0) {
      copyUnits(result, at, between, u32(0), gap);
      at = u32(at + gap);
    }
    const part = flatten(refOf(arrayElement(parts, i)));
    copyUnits(result, at, part, u32(0), stringLength(part));
    at = u32(at + stringLength(part));
  }
  return result;
}
