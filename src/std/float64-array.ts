/** The Float64Array constructor and its statics: ECMA-262 sections 23.2.2, 23.2.5 and 23.2.6. */

import { isArrayBuffer, newFloat64Array, viewFloat64Array } from './intrinsics.ts';
import { assignAll, listOf, mappedList, typedArrayLength, viewLength, viewOffset, type Source } from './typed-array-construction.ts';

export const BYTES_PER_ELEMENT = 8;

/** 23.2.5.1: of a length, of elements, or over a buffer. */
export function construct(source?: Source, byteOffset?: number, length?: number): Float64Array {
  if (isArrayBuffer(source)) {
    const offset = viewOffset(byteOffset, 8, 'Float64Array');
    return viewFloat64Array(source, offset, viewLength(source, offset, length, 8, 'Float64Array'));
  }
  if (typeof source !== 'object' || source === null) return newFloat64Array(typedArrayLength(source));
  const list = listOf(source);
  return assignAll(newFloat64Array(list.length), list);
}

/** 23.2.2.1. */
export function from<T>(source: Iterable<T> | ArrayLike<T>, mapper?: (this: unknown, value: T, index: number) => number, thisArg?: unknown): Float64Array {
  const list = mappedList(source, mapper, thisArg);
  return assignAll(newFloat64Array(list.length), list);
}

/** 23.2.2.2. */
export function of(...items: number[]): Float64Array {
  return assignAll(newFloat64Array(items.length), items);
}
