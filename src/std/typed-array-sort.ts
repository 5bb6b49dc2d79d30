/** sort and toSorted of typed arrays: ECMA-262 sections 23.2.3.29 and 23.2.3.33; the merge sort asks the comparator in V8's order. */

import { TypeError } from './error.ts';
import { newArray, newTypedArrayLike } from './intrinsics.ts';
import { assignAll } from './typed-array-construction.ts';
import type { NumberArray } from './typed-array-type.ts';

type Compare = (a: number, b: number) => number;

/** 23.2.3.29. */
export function sort(this: NumberArray, compare?: Compare): NumberArray {
  if (compare !== undefined && typeof compare !== 'function') {
    throw new TypeError('The comparison function must be either a function or undefined');
  }
  const length = this.length;
  if (length < 2) return this;
  const source = newArray<number>(length);
  const target = newArray<number>(length);
  for (let i = 0; i < length; i++) {
    source[i] = this[i];
    target[i] = this[i];
  }
  if (compare === undefined) mergeSort(source, 0, length, target, compareNumbers);
  else mergeSort(source, 0, length, target, compare);
  for (let i = 0; i < length; i++) this[i] = target[i];
  return this;
}

/** 23.2.3.33. */
export function toSorted(this: NumberArray, compare?: Compare): NumberArray {
  return sort.call(assignAll(newTypedArrayLike(this, this.length), this), compare);
}

/** Sorts [from, to) into target; both arrays hold the same numbers there at first. */
function mergeSort(source: number[], from: number, to: number, target: number[], compare: Compare): void {
  const middle = from + ((to - from) >> 1);
  if (middle - from > 1) mergeSort(target, from, middle, source, compare);
  if (to - middle > 1) mergeSort(target, middle, to, source, compare);
  let left = from;
  let right = middle;
  for (let i = from; i < to; i++) {
    if (left < middle && (right >= to || !(compare(source[left], source[right]) > 0))) target[i] = source[left++];
    else target[i] = source[right++];
  }
}

/** 23.2.4.7, CompareTypedArrayElements: -0 before 0, NaN last. */
function compareNumbers(a: number, b: number): number {
  if (a < b) return -1;
  if (a > b) return 1;
  if (a === 0 && b === 0) return 1 / a < 1 / b ? -1 : 1 / a > 1 / b ? 1 : 0;
  if (a === b) return 0;
  return a !== a ? (b !== b ? 0 : 1) : -1;
}
