/** Methods of typed arrays that call a function for each element: ECMA-262 section 23.2.3. */

import { requireCallable } from './callable.ts';
import { TypeError } from './error.ts';
import { newTypedArrayLike } from './intrinsics.ts';
import { assignAll } from './typed-array-construction.ts';
import type { NumberArray } from './typed-array-type.ts';

type Callback<R> = (this: unknown, value: number, index: number, array: NumberArray) => R;
type Reducer<R> = (accumulator: R, value: number, index: number, array: NumberArray) => R;

/** 23.2.3.14. */
export function forEach(this: NumberArray, callback: Callback<void>, thisArg?: unknown): void {
  requireCallable(callback);
  const length = this.length;
  for (let i = 0; i < length; i++) callback.call(thisArg, this[i], i, this);
}

/** 23.2.3.21. */
export function map(this: NumberArray, callback: Callback<number>, thisArg?: unknown): NumberArray {
  requireCallable(callback);
  const length = this.length;
  const result = newTypedArrayLike(this, length);
  for (let i = 0; i < length; i++) result[i] = callback.call(thisArg, this[i], i, this);
  return result;
}

/** 23.2.3.10. */
export function filter(this: NumberArray, callback: Callback<unknown>, thisArg?: unknown): NumberArray {
  requireCallable(callback);
  const length = this.length;
  const kept: number[] = [];
  for (let i = 0; i < length; i++) {
    const value = this[i];
    if (callback.call(thisArg, value, i, this)) kept[kept.length] = value;
  }
  return assignAll(newTypedArrayLike(this, kept.length), kept);
}

/** 23.2.3.8. */
export function every(this: NumberArray, callback: Callback<unknown>, thisArg?: unknown): boolean {
  requireCallable(callback);
  const length = this.length;
  for (let i = 0; i < length; i++) {
    if (!callback.call(thisArg, this[i], i, this)) return false;
  }
  return true;
}

/** 23.2.3.28. */
export function some(this: NumberArray, callback: Callback<unknown>, thisArg?: unknown): boolean {
  requireCallable(callback);
  const length = this.length;
  for (let i = 0; i < length; i++) {
    if (callback.call(thisArg, this[i], i, this)) return true;
  }
  return false;
}

/** 23.2.3.11. */
export function find(this: NumberArray, callback: Callback<unknown>, thisArg?: unknown): number | undefined {
  const index = findIndex.call(this, callback, thisArg);
  return index < 0 ? undefined : this[index];
}

/** 23.2.3.12. */
export function findIndex(this: NumberArray, callback: Callback<unknown>, thisArg?: unknown): number {
  requireCallable(callback);
  const length = this.length;
  for (let i = 0; i < length; i++) {
    if (callback.call(thisArg, this[i], i, this)) return i;
  }
  return -1;
}

/** 23.2.3.13. */
export function findLast(this: NumberArray, callback: Callback<unknown>, thisArg?: unknown): number | undefined {
  const index = findLastIndex.call(this, callback, thisArg);
  return index < 0 ? undefined : this[index];
}

/** 23.2.3.13.1. */
export function findLastIndex(this: NumberArray, callback: Callback<unknown>, thisArg?: unknown): number {
  requireCallable(callback);
  for (let i = this.length - 1; i >= 0; i--) {
    if (callback.call(thisArg, this[i], i, this)) return i;
  }
  return -1;
}

/** 23.2.3.23 without an initial value. */
export function reduce_1(this: NumberArray, callback: Reducer<number>): number {
  requireCallable(callback);
  const length = this.length;
  if (length === 0) throw new TypeError('Reduce of empty array with no initial value');
  let accumulator = this[0];
  for (let i = 1; i < length; i++) accumulator = callback(accumulator, this[i], i, this);
  return accumulator;
}

/** 23.2.3.23 with an initial value. */
export function reduce_2<U>(this: NumberArray, callback: Reducer<U>, initial: U): U {
  requireCallable(callback);
  const length = this.length;
  let accumulator = initial;
  for (let i = 0; i < length; i++) accumulator = callback(accumulator, this[i], i, this);
  return accumulator;
}

/** 23.2.3.23. */
export function reduce(this: NumberArray, callback: Reducer<unknown>, ...initial: unknown[]): unknown {
  return initial.length === 0 ? reduce_1.call(this, callback as Reducer<number>) : reduce_2.call(this, callback, initial[0]);
}

/** 23.2.3.24 without an initial value. */
export function reduceRight_1(this: NumberArray, callback: Reducer<number>): number {
  requireCallable(callback);
  let i = this.length - 1;
  if (i < 0) throw new TypeError('Reduce of empty array with no initial value');
  let accumulator = this[i];
  for (i--; i >= 0; i--) accumulator = callback(accumulator, this[i], i, this);
  return accumulator;
}

/** 23.2.3.24 with an initial value. */
export function reduceRight_2<U>(this: NumberArray, callback: Reducer<U>, initial: U): U {
  requireCallable(callback);
  let accumulator = initial;
  for (let i = this.length - 1; i >= 0; i--) accumulator = callback(accumulator, this[i], i, this);
  return accumulator;
}

/** 23.2.3.24. */
export function reduceRight(this: NumberArray, callback: Reducer<unknown>, ...initial: unknown[]): unknown {
  return initial.length === 0 ? reduceRight_1.call(this, callback as Reducer<number>) : reduceRight_2.call(this, callback, initial[0]);
}
