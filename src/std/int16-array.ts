/** The Int16Array constructor and its statics: ECMA-262 sections 23.2.2, 23.2.5 and 23.2.6. */

import { isArrayBuffer, newInt16Array, viewInt16Array } from './intrinsics.ts';
import { assignAll, listOf, mappedList, typedArrayLength, viewLength, viewOffset, type Source } from './typed-array-construction.ts';

export const BYTES_PER_ELEMENT = 2;

/** 23.2.5.1: of a length, of elements, or over a buffer. */
export function construct(source?: Source, byteOffset?: number, length?: number): Int16Array {
  if (isArrayBuffer(source)) {
    const offset = viewOffset(byteOffset, 2, 'Int16Array');
    return viewInt16Array(source, offset, viewLength(source, offset, length, 2, 'Int16Array'));
  }
  if (typeof source !== 'object' || source === null) return newInt16Array(typedArrayLength(source));
  const list = listOf(source);
  return assignAll(newInt16Array(list.length), list);
}

/** 23.2.2.1. */
export function from<T>(source: Iterable<T> | ArrayLike<T>, mapper?: (this: unknown, value: T, index: number) => number, thisArg?: unknown): Int16Array {
  const list = mappedList(source, mapper, thisArg);
  return assignAll(newInt16Array(list.length), list);
}

/** 23.2.2.2. */
export function of(...items: number[]): Int16Array {
  return assignAll(newInt16Array(items.length), items);
}
