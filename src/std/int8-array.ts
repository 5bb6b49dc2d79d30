/** The Int8Array constructor and its statics: ECMA-262 sections 23.2.2, 23.2.5 and 23.2.6. */

import { isArrayBuffer, newInt8Array, viewInt8Array } from './intrinsics.ts';
import { assignAll, listOf, mappedList, typedArrayLength, viewLength, viewOffset, type Source } from './typed-array-construction.ts';

export const BYTES_PER_ELEMENT = 1;

/** 23.2.5.1: of a length, of elements, or over a buffer. */
export function construct(source?: Source, byteOffset?: number, length?: number): Int8Array {
  if (isArrayBuffer(source)) {
    const offset = viewOffset(byteOffset, 1, 'Int8Array');
    return viewInt8Array(source, offset, viewLength(source, offset, length, 1, 'Int8Array'));
  }
  if (typeof source !== 'object' || source === null) return newInt8Array(typedArrayLength(source));
  const list = listOf(source);
  return assignAll(newInt8Array(list.length), list);
}

/** 23.2.2.1. */
export function from<T>(source: Iterable<T> | ArrayLike<T>, mapper?: (this: unknown, value: T, index: number) => number, thisArg?: unknown): Int8Array {
  const list = mappedList(source, mapper, thisArg);
  return assignAll(newInt8Array(list.length), list);
}

/** 23.2.2.2. */
export function of(...items: number[]): Int8Array {
  return assignAll(newInt8Array(items.length), items);
}
