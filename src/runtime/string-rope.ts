/**
 * Ropes: a concatenation that is not yet copied. The first look at its units copies all leaves into one flat string, which then
 * stands in its left word, with right 0.
 *
 * The walk goes from the last unit to the first and needs no stack: its state is (head, tail), the text still to be copied being
 * head + tail.
 *
 *   tail flat        copy it to the end; then (head, tail) = (head.left, head.right)
 *   tail = (b, c)    (head, tail) = (head + b, c), one new rope
 *
 * so the usual left-deep rope allocates nothing but the result, and a right-deep one a rope for each of its nodes.
 */
import { load32, load64, loadRef, type ref, store32, store64, storeRef, symbol, u32, u64 } from 'toro:machine';
import { HEADER_SHAPE } from '../layout/cell.ts';
import { ROPE_BYTES, ROPE_LEFT, ROPE_RIGHT, ROPE_WIDE, STRING_LENGTH } from '../layout/string.ts';
import { allocate } from './heap.ts';
import { allocateString16, allocateString8, isWide, stringLength } from './string-cell.ts';
import { copyUnits } from './string-units.ts';

export function isRope(s: ref): boolean {
  return load32(s, HEADER_SHAPE) === u32(symbol('shape_rope'));
}

/** The same string as a flat cell. */
export function flatten(s: ref): ref {
  return isRope(s) ? flattenRope(s) : s;
}

/** The rope left + right, both not empty, the sum of lengths within the limit. */
export function makeRope(left: ref, right: ref): ref {
  const rope = allocate(u64(ROPE_BYTES), u64(symbol('shape_rope')));
  store32(rope, u32(stringLength(left) + stringLength(right)), STRING_LENGTH);
  store32(rope, u32(widthOf(left) | widthOf(right)), ROPE_WIDE);
  storeRef(rope, left, ROPE_LEFT);
  storeRef(rope, right, ROPE_RIGHT);
  return rope;
}

/** 1 where a leaf has two-byte units. */
function widthOf(s: ref): u32 {
  if (isRope(s)) return load32(s, ROPE_WIDE);
  return isWide(s) ? u32(1) : u32(0);
}

function isFlattened(rope: ref): boolean {
  return load64(rope, ROPE_RIGHT) === 0n;
}

function flattenRope(rope: ref): ref {
  if (isFlattened(rope)) return loadRef(rope, ROPE_LEFT);
  const length = stringLength(rope);
  const result = load32(rope, ROPE_WIDE) !== 0 ? allocateString16(length) : allocateString8(length);
  let head = loadRef(rope, ROPE_LEFT);
  let tail = loadRef(rope, ROPE_RIGHT);
  let end = length;
  for (;;) {
    if (!isRope(tail)) {
      end = u32(end - stringLength(tail));
      copyUnits(result, end, tail, u32(0), stringLength(tail));
      while (isRope(head) && isFlattened(head)) head = loadRef(head, ROPE_LEFT);
      if (!isRope(head)) break;
      tail = loadRef(head, ROPE_RIGHT);
      head = loadRef(head, ROPE_LEFT);
    } else if (isFlattened(tail)) {
      tail = loadRef(tail, ROPE_LEFT);
    } else {
      head = makeRope(head, loadRef(tail, ROPE_LEFT));
      tail = loadRef(tail, ROPE_RIGHT);
    }
  }
  copyUnits(result, u32(0), head, u32(0), stringLength(head));
  storeRef(rope, result, ROPE_LEFT);
  store64(rope, u64(0n), ROPE_RIGHT);
  return result;
}
