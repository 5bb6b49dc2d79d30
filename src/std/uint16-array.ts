/** The Uint16Array constructor and its statics: ECMA-262 sections 23.2.2, 23.2.5 and 23.2.6. */

import { isArrayBuffer, newUint16Array, viewUint16Array } from './intrinsics.ts';
import { assignAll, listOf, mappedList, typedArrayLength, viewLength, viewOffset, type Source } from './typed-array-construction.ts';

export const BYTES_PER_ELEMENT = 2;

/** 23.2.5.1: of a length, of elements, or over a buffer. */
export function construct(source?: Source, byteOffset?: number, length?: number): Uint16Array {
  if (isArrayBuffer(source)) {
    const offset = viewOffset(byteOffset, 2, 'Uint16Array');
    return viewUint16Array(source, offset, viewLength(source, offset, length, 2, 'Uint16Array'));
  }
  if (typeof source !== 'object' || source === null) return newUint16Array(typedArrayLength(source));
  const list = listOf(source);
  return assignAll(newUint16Array(list.length), list);
}

/** 23.2.2.1. */
export function from<T>(source: Iterable<T> | ArrayLike<T>, mapper?: (this: unknown, value: T, index: number) => number, thisArg?: unknown): Uint16Array {
  const list = mappedList(source, mapper, thisArg);
  return assignAll(newUint16Array(list.length), list);
}

/** 23.2.2.2. */
export function of(...items: number[]): Uint16Array {
  return assignAll(newUint16Array(items.length), items);
}
