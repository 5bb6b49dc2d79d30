/** The Uint8Array constructor and its statics: ECMA-262 sections 23.2.2, 23.2.5 and 23.2.6. */

import { isArrayBuffer, newUint8Array, viewUint8Array } from './intrinsics.ts';
import { assignAll, listOf, mappedList, typedArrayLength, viewLength, viewOffset, type Source } from './typed-array-construction.ts';

export const BYTES_PER_ELEMENT = 1;

/** 23.2.5.1: of a length, of elements, or over a buffer. */
export function construct(source?: Source, byteOffset?: number, length?: number): Uint8Array {
  if (isArrayBuffer(source)) {
    const offset = viewOffset(byteOffset, 1, 'Uint8Array');
    return viewUint8Array(source, offset, viewLength(source, offset, length, 1, 'Uint8Array'));
  }
  if (typeof source !== 'object' || source === null) return newUint8Array(typedArrayLength(source));
  const list = listOf(source);
  return assignAll(newUint8Array(list.length), list);
}

/** 23.2.2.1. */
export function from<T>(source: Iterable<T> | ArrayLike<T>, mapper?: (this: unknown, value: T, index: number) => number, thisArg?: unknown): Uint8Array {
  const list = mappedList(source, mapper, thisArg);
  return assignAll(newUint8Array(list.length), list);
}

/** 23.2.2.2. */
export function of(...items: number[]): Uint8Array {
  return assignAll(newUint8Array(items.length), items);
}
