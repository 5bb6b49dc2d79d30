/** The Float32Array constructor and its statics: ECMA-262 sections 23.2.2, 23.2.5 and 23.2.6. */

import { isArrayBuffer, newFloat32Array, viewFloat32Array } from './intrinsics.ts';
import { assignAll, listOf, mappedList, typedArrayLength, viewLength, viewOffset, type Source } from './typed-array-construction.ts';

export const BYTES_PER_ELEMENT = 4;

/** 23.2.5.1: of a length, of elements, or over a buffer. */
export function construct(source?: Source, byteOffset?: number, length?: number): Float32Array {
  if (isArrayBuffer(source)) {
    const offset = viewOffset(byteOffset, 4, 'Float32Array');
    return viewFloat32Array(source, offset, viewLength(source, offset, length, 4, 'Float32Array'));
  }
  if (typeof source !== 'object' || source === null) return newFloat32Array(typedArrayLength(source));
  const list = listOf(source);
  return assignAll(newFloat32Array(list.length), list);
}

/** 23.2.2.1. */
export function from<T>(source: Iterable<T> | ArrayLike<T>, mapper?: (this: unknown, value: T, index: number) => number, thisArg?: unknown): Float32Array {
  const list = mappedList(source, mapper, thisArg);
  return assignAll(newFloat32Array(list.length), list);
}

/** 23.2.2.2. */
export function of(...items: number[]): Float32Array {
  return assignAll(newFloat32Array(items.length), items);
}
