/** Methods of arrays that call a function for each element: ECMA-262 section 23.1.3. Holes are skipped where HasProperty is asked. */

import { requireCallable } from './callable.ts';
import { relativeIndex, toIntegerOrInfinity } from './conversion.ts';
import { TypeError } from './error.ts';
import { isArray, isHole, newArray } from './intrinsics.ts';

type Callback<T, R> = (this: unknown, value: T, index: number, array: T[]) => R;
type Reducer<T, R> = (accumulator: R, value: T, index: number, array: T[]) => R;

/** 23.1.3.15. */
export function forEach<T>(this: T[], callback: Callback<T, void>, thisArg?: unknown): void {
  requireCallable(callback);
  const length = this.length;
  for (let i = 0; i < length; i++) {
    if (!isHole(this, i)) callback.call(thisArg, this[i], i, this);
  }
}

/** 23.1.3.21. */
export function map<T, U>(this: T[], callback: Callback<T, U>, thisArg?: unknown): U[] {
  requireCallable(callback);
  const length = this.length;
  const result = newArray<U>(length);
  for (let i = 0; i < length; i++) {
    if (!isHole(this, i)) result[i] = callback.call(thisArg, this[i], i, this);
  }
  return result;
}

/** 23.1.3.8. */
export function filter<T>(this: T[], callback: Callback<T, unknown>, thisArg?: unknown): T[] {
  requireCallable(callback);
  const length = this.length;
  const result: T[] = [];
  for (let i = 0; i < length; i++) {
    if (isHole(this, i)) continue;
    const value = this[i];
    if (callback.call(thisArg, value, i, this)) result[result.length] = value;
  }
  return result;
}

/** 23.1.3.6. */
export function every<T>(this: T[], callback: Callback<T, unknown>, thisArg?: unknown): boolean {
  requireCallable(callback);
  const length = this.length;
  for (let i = 0; i < length; i++) {
    if (!isHole(this, i) && !callback.call(thisArg, this[i], i, this)) return false;
  }
  return true;
}

/** 23.1.3.29. */
export function some<T>(this: T[], callback: Callback<T, unknown>, thisArg?: unknown): boolean {
  requireCallable(callback);
  const length = this.length;
  for (let i = 0; i < length; i++) {
    if (!isHole(this, i) && callback.call(thisArg, this[i], i, this)) return true;
  }
  return false;
}

/** 23.1.3.9. A hole is visited as undefined. */
export function find<T>(this: T[], callback: Callback<T, unknown>, thisArg?: unknown): T | undefined {
  requireCallable(callback);
  const length = this.length;
  for (let i = 0; i < length; i++) {
    const value = this[i];
    if (callback.call(thisArg, value, i, this)) return value;
  }
  return undefined;
}

/** 23.1.3.10. */
export function findIndex<T>(this: T[], callback: Callback<T, unknown>, thisArg?: unknown): number {
  requireCallable(callback);
  const length = this.length;
  for (let i = 0; i < length; i++) {
    if (callback.call(thisArg, this[i], i, this)) return i;
  }
  return -1;
}

/** 23.1.3.11. */
export function findLast<T>(this: T[], callback: Callback<T, unknown>, thisArg?: unknown): T | undefined {
  requireCallable(callback);
  for (let i = this.length - 1; i >= 0; i--) {
    const value = this[i];
    if (callback.call(thisArg, value, i, this)) return value;
  }
  return undefined;
}

/** 23.1.3.12. */
export function findLastIndex<T>(this: T[], callback: Callback<T, unknown>, thisArg?: unknown): number {
  requireCallable(callback);
  for (let i = this.length - 1; i >= 0; i--) {
    if (callback.call(thisArg, this[i], i, this)) return i;
  }
  return -1;
}

/** 23.1.3.24 without an initial value: the first element present is the accumulator. */
export function reduce_1<T>(this: T[], callback: Reducer<T, T>): T {
  requireCallable(callback);
  const length = this.length;
  let i = 0;
  while (i < length && isHole(this, i)) i++;
  if (i >= length) throw new TypeError('Reduce of empty array with no initial value');
  let accumulator = this[i];
  for (i++; i < length; i++) {
    if (!isHole(this, i)) accumulator = callback(accumulator, this[i], i, this);
  }
  return accumulator;
}

/** 23.1.3.24 with an initial value. */
export function reduce_2<T, U>(this: T[], callback: Reducer<T, U>, initial: U): U {
  requireCallable(callback);
  const length = this.length;
  let accumulator = initial;
  for (let i = 0; i < length; i++) {
    if (!isHole(this, i)) accumulator = callback(accumulator, this[i], i, this);
  }
  return accumulator;
}

/** 23.1.3.24. */
export function reduce(this: unknown[], callback: Reducer<unknown, unknown>, ...initial: unknown[]): unknown {
  return initial.length === 0 ? reduce_1.call(this, callback) : reduce_2.call(this, callback, initial[0]);
}

/** 23.1.3.25 without an initial value. */
export function reduceRight_1<T>(this: T[], callback: Reducer<T, T>): T {
  requireCallable(callback);
  let i = this.length - 1;
  while (i >= 0 && isHole(this, i)) i--;
  if (i < 0) throw new TypeError('Reduce of empty array with no initial value');
  let accumulator = this[i];
  for (i--; i >= 0; i--) {
    if (!isHole(this, i)) accumulator = callback(accumulator, this[i], i, this);
  }
  return accumulator;
}

/** 23.1.3.25 with an initial value. */
export function reduceRight_2<T, U>(this: T[], callback: Reducer<T, U>, initial: U): U {
  requireCallable(callback);
  let accumulator = initial;
  for (let i = this.length - 1; i >= 0; i--) {
    if (!isHole(this, i)) accumulator = callback(accumulator, this[i], i, this);
  }
  return accumulator;
}

/** 23.1.3.25. */
export function reduceRight(this: unknown[], callback: Reducer<unknown, unknown>, ...initial: unknown[]): unknown {
  return initial.length === 0 ? reduceRight_1.call(this, callback) : reduceRight_2.call(this, callback, initial[0]);
}

/** 23.1.3.13. */
export function flat(this: unknown[], depth?: number): unknown[] {
  const result: unknown[] = [];
  flattenInto(result, this, depth === undefined ? 1 : toIntegerOrInfinity(depth));
  return result;
}

/** 23.1.3.13.1, FlattenIntoArray without a mapper. */
function flattenInto(target: unknown[], source: unknown[], depth: number): void {
  const length = source.length;
  for (let i = 0; i < length; i++) {
    if (isHole(source, i)) continue;
    const value = source[i];
    if (depth > 0 && isArray(value)) flattenInto(target, value, depth - 1);
    else target[target.length] = value;
  }
}

/** 23.1.3.14. */
export function flatMap<T, U>(this: T[], callback: Callback<T, U | U[]>, thisArg?: unknown): U[] {
  if (typeof callback !== 'function') throw new TypeError('flatMap mapper function is not callable');
  const length = this.length;
  const result: U[] = [];
  for (let i = 0; i < length; i++) {
    if (isHole(this, i)) continue;
    const mapped = callback.call(thisArg, this[i], i, this);
    if (!isArray(mapped)) {
      result[result.length] = mapped as U;
      continue;
    }
    const count = mapped.length;
    for (let j = 0; j < count; j++) {
      if (!isHole(mapped, j)) result[result.length] = mapped[j] as U;
    }
  }
  return result;
}

/** 23.1.3.7. */
export function fill<T>(this: T[], value: T, start?: number, end?: number): T[] {
  const length = this.length;
  const from = relativeIndex(start, length);
  const to = end === undefined ? length : relativeIndex(end, length);
  for (let i = from; i < to; i++) this[i] = value;
  return this;
}
