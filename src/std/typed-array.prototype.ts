/** What the prototypes of all typed arrays share: %TypedArray%.prototype, ECMA-262 section 23.2.3, with V8's messages. */

import { ArrayEntryIterator, ArrayIterator, ArrayKeyIterator } from './array-iterator.ts';
import { relativeEnd, relativeIndex, toIntegerOrInfinity } from './conversion.ts';
import { RangeError } from './error.ts';
import {
  bufferOf, byteOffsetOf, elementByteSize, isTypedArray, moveBytes, newArray, newTypedArrayLike, numberToString, stringJoin, typedArrayKind,
  viewLike,
} from './intrinsics.ts';
import { assignAll, listOf } from './typed-array-construction.ts';
import type { NumberArray } from './typed-array-type.ts';

export * from './typed-array-iteration.ts';
export * from './typed-array-sort.ts';

/** 23.2.3.2. */
export function get_buffer(this: NumberArray): ArrayBuffer {
  return bufferOf(this);
}

/** 23.2.3.3. */
export function get_byteLength(this: NumberArray): number {
  return this.length * elementByteSize(this);
}

/** 23.2.3.4. */
export function get_byteOffset(this: NumberArray): number {
  return byteOffsetOf(this);
}

/** 23.2.3.1. */
export function at(this: NumberArray, index: number): number | undefined {
  const relative = toIntegerOrInfinity(index);
  const i = relative >= 0 ? relative : this.length + relative;
  return i >= 0 && i < this.length ? this[i] : undefined;
}

/** 23.2.3.6. */
export function copyWithin(this: NumberArray, target: number, start: number, end?: number): NumberArray {
  const length = this.length;
  const to = relativeIndex(target, length);
  const from = relativeIndex(start, length);
  const final = relativeEnd(end, length);
  const count = final - from < length - to ? final - from : length - to;
  const size = elementByteSize(this);
  if (count > 0) moveBytes(this, to * size, this, from * size, count * size);
  return this;
}

/** 23.2.3.9, with V8's departure: without a start, the end isn't looked at. */
export function fill(this: NumberArray, value: number, start?: number, end?: number): NumberArray {
  const length = this.length;
  const number = +value;
  const from = start === undefined ? 0 : relativeIndex(start, length);
  const to = start === undefined ? length : relativeEnd(end, length);
  for (let i = from; i < to; i++) this[i] = number;
  return this;
}

/** 23.2.3.16. */
export function includes(this: NumberArray, search: number, from?: number): boolean {
  const length = this.length;
  for (let i = relativeIndex(from, length); i < length; i++) {
    const value = this[i];
    if (value === search || (value !== value && search !== search)) return true;
  }
  return false;
}

/** 23.2.3.17. */
export function indexOf(this: NumberArray, search: number, from?: number): number {
  const length = this.length;
  for (let i = relativeIndex(from, length); i < length; i++) {
    if (this[i] === search) return i;
  }
  return -1;
}

/** 23.2.3.20 from the end. */
export function lastIndexOf_1(this: NumberArray, search: number): number {
  for (let i = this.length - 1; i >= 0; i--) {
    if (this[i] === search) return i;
  }
  return -1;
}

/** 23.2.3.20. */
export function lastIndexOf(this: NumberArray, search: number, ...from: number[]): number {
  if (from.length === 0) return lastIndexOf_1.call(this, search);
  const length = this.length;
  const relative = toIntegerOrInfinity(from[0]);
  for (let i = relative < 0 ? length + relative : relative < length ? relative : length - 1; i >= 0; i--) {
    if (this[i] === search) return i;
  }
  return -1;
}

/** 23.2.3.18. */
export function join(this: NumberArray, separator?: string): string {
  const between = separator === undefined ? ',' : `${separator}`;
  const length = this.length;
  const parts = newArray<string>(length);
  for (let i = 0; i < length; i++) parts[i] = numberToString(this[i]);
  return stringJoin(parts, length, between);
}

/** 23.2.3.32. */
export function toString(this: NumberArray): string {
  return join.call(this);
}

/** 23.2.3.25. */
export function reverse(this: NumberArray): NumberArray {
  for (let low = 0, high = this.length - 1; low < high; low++, high--) {
    const swapped = this[low];
    this[low] = this[high];
    this[high] = swapped;
  }
  return this;
}

/** 23.2.3.32: a reversed copy. */
export function toReversed(this: NumberArray): NumberArray {
  return reverse.call(assignAll(newTypedArrayLike(this, this.length), this));
}

/** 23.2.3.26. */
export function set(this: NumberArray, source: ArrayLike<number> | Iterable<number>, offset?: number): void {
  const start = toIntegerOrInfinity(offset);
  if (start < 0) throw new RangeError('offset is out of bounds');
  if (isTypedArray(source)) {
    const count = source.length;
    if (start + count > this.length) throw new RangeError('offset is out of bounds');
    if (typedArrayKind(source) === typedArrayKind(this)) {
      const size = elementByteSize(this);
      moveBytes(this, start * size, source, 0, count * size);
      return;
    }
    // The two may share their bytes, so all is read before anything is written.
    const values = newArray<number>(count);
    for (let i = 0; i < count; i++) values[i] = source[i];
    for (let i = 0; i < count; i++) this[start + i] = values[i];
    return;
  }
  const list = arrayLikeOf(source);
  const count = list.length;
  if (start + count > this.length) throw new RangeError('offset is out of bounds');
  for (let i = 0; i < count; i++) this[start + i] = list[i];
}

/** set takes array-likes only: an iterable without a length is empty. */
function arrayLikeOf(source: ArrayLike<number> | Iterable<number>): ArrayLike<number> {
  if ((source as ArrayLike<number>).length === undefined) return [];
  return typeof source === 'string' ? listOf<number>(source) : (source as ArrayLike<number>);
}

/** 23.2.3.27. */
export function slice(this: NumberArray, start?: number, end?: number): NumberArray {
  const length = this.length;
  const from = relativeIndex(start, length);
  const to = relativeEnd(end, length);
  const count = to > from ? to - from : 0;
  const result = newTypedArrayLike(this, count);
  const size = elementByteSize(this);
  if (count > 0) moveBytes(result, 0, this, from * size, count * size);
  return result;
}

/** 23.2.3.30. */
export function subarray(this: NumberArray, start?: number, end?: number): NumberArray {
  const length = this.length;
  const from = relativeIndex(start, length);
  const to = relativeEnd(end, length);
  return viewLike(this, byteOffsetOf(this) + from * elementByteSize(this), to > from ? to - from : 0);
}

/** 23.2.3.36. */
function with_(this: NumberArray, index: number, value: number): NumberArray {
  const length = this.length;
  const relative = toIntegerOrInfinity(index);
  const actual = relative >= 0 ? relative : length + relative;
  const number = +value;
  if (actual >= length || actual < 0) throw new RangeError('Invalid typed array index');
  const result = assignAll(newTypedArrayLike(this, length), this);
  result[actual] = number;
  return result;
}
export { with_ as with };

/** 23.2.3.7. */
export function entries(this: NumberArray): ArrayEntryIterator<number> {
  return new ArrayEntryIterator<number>(this);
}

/** 23.2.3.19. */
export function keys(this: NumberArray): ArrayKeyIterator {
  return new ArrayKeyIterator(this);
}

/** 23.2.3.35. */
export function values(this: NumberArray): ArrayIterator<number> {
  return new ArrayIterator<number>(this);
}

/** 23.2.3.37. */
export { values as '@@iterator' };
