/** What the constructors of all typed arrays share: ECMA-262 section 23.2.5, with V8's messages. */

import { from_1 } from './array.ts';
import { requireCallable } from './callable.ts';
import { toIntegerOrInfinity } from './conversion.ts';
import { RangeError } from './error.ts';
import { bufferByteLength, isArray, isTypedArray } from './intrinsics.ts';
import type { NumberArray } from './typed-array-type.ts';

export type Source = number | ArrayBuffer | Iterable<number> | ArrayLike<number> | null;

/** 2^32 - 1 elements: more than any memory here. */
const MAX_LENGTH = 0xffffffff;

/** ToIndex of a length. */
export function typedArrayLength(value: unknown): number {
  const length = toIntegerOrInfinity(value);
  if (length < 0 || length > MAX_LENGTH) throw new RangeError(`Invalid typed array length: ${value as string}`);
  return length;
}

/** The elements of an iterable or array-like, in something that has a length and indices. */
export function listOf<T>(source: Iterable<T> | ArrayLike<T>): ArrayLike<T> {
  if (isArray(source) || isTypedArray(source)) return source as ArrayLike<T>;
  return from_1<T>(source);
}

/** listOf with a function applied to each element. */
export function mappedList<T>(
  source: Iterable<T> | ArrayLike<T>, mapper: ((this: unknown, value: T, index: number) => number) | undefined, thisArg: unknown,
): ArrayLike<number> {
  if (mapper !== undefined) requireCallable(mapper);
  const list = listOf<T>(source);
  if (mapper === undefined) return list as unknown as ArrayLike<number>;
  const mapped: number[] = [];
  for (let i = 0; i < list.length; i++) mapped[i] = mapper.call(thisArg, list[i], i);
  return mapped;
}

/** Stores each element, converted as the array's kind says. */
export function assignAll<T extends NumberArray>(target: T, list: ArrayLike<number>): T {
  const length = list.length;
  for (let i = 0; i < length; i++) target[i] = list[i];
  return target;
}

/** Offset of a view over a buffer. 23.2.5.1.3, steps 2 to 4. */
export function viewOffset(byteOffset: unknown, size: number, name: string): number {
  const offset = toIntegerOrInfinity(byteOffset);
  if (offset < 0) throw new RangeError(`Start offset ${byteOffset as string} is outside the bounds of the buffer`);
  if (offset % size !== 0) throw new RangeError(`start offset of ${name} should be a multiple of ${size}`);
  return offset;
}

/** Length of a view over a buffer, in elements: to the buffer's end if none is given. 23.2.5.1.3, steps 5 to 9. */
export function viewLength(buffer: ArrayBuffer, offset: number, length: unknown, size: number, name: string): number {
  const available = bufferByteLength(buffer);
  if (length === undefined) {
    if (available % size !== 0) throw new RangeError(`byte length of ${name} should be a multiple of ${size}`);
    if (offset > available) throw new RangeError(`Start offset ${offset} is outside the bounds of the buffer`);
    return (available - offset) / size;
  }
  const count = typedArrayLength(length);
  if (offset + count * size > available) throw new RangeError(`Invalid typed array length: ${count}`);
  return count;
}
