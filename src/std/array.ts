/** The Array constructor and its statics: ECMA-262 sections 23.1.1 and 23.1.2. */

import { requireCallable } from './callable.ts';
import { clamp, toIntegerOrInfinity } from './conversion.ts';
import { RangeError, TypeError } from './error.ts';
import { isArray as isArrayValue, newArray } from './intrinsics.ts';

/** 23.1.1.1 of no argument. */
export function construct_0<T>(): T[] {
  return [];
}

/** 23.1.1.1 of one argument: a length, or the only element if it isn't a number. */
export function construct_1<T>(lengthOrItem: unknown): T[] {
  if (typeof lengthOrItem !== 'number') return [lengthOrItem as T];
  if (lengthOrItem >>> 0 !== lengthOrItem) throw new RangeError('Invalid array length');
  return newArray<T>(lengthOrItem);
}

/** 23.1.1.1: `new Array(…)` and `Array(…)`. */
export function construct<T>(...items: T[]): T[] {
  return items.length === 1 ? construct_1<T>(items[0]) : items;
}

export { construct as call, construct_0 as call_0, construct_1 as call_1 };

/** 23.1.2.2. */
export function isArray(value: unknown): value is unknown[] {
  return isArrayValue(value);
}

/** 23.1.2.3. */
export function of<T>(...items: T[]): T[] {
  return items;
}

/** 23.1.2.1 without a mapper. */
export function from_1<T>(source: Iterable<T> | ArrayLike<T>): T[] {
  requireObjectCoercible(source);
  if (isIterable(source)) {
    const result: T[] = [];
    for (const value of source) result[result.length] = value;
    return result;
  }
  const length = lengthOf(source);
  const result = newArray<T>(length);
  for (let i = 0; i < length; i++) result[i] = source[i];
  return result;
}

/** 23.1.2.1. */
export function from<T, U>(source: Iterable<T> | ArrayLike<T>, mapper?: (this: unknown, value: T, index: number) => U, thisArg?: unknown): U[] {
  if (mapper === undefined) return from_1(source) as unknown as U[];
  requireCallable(mapper);
  requireObjectCoercible(source);
  if (isIterable(source)) {
    const result: U[] = [];
    let i = 0;
    for (const value of source) {
      result[i] = mapper.call(thisArg, value, i);
      i++;
    }
    return result;
  }
  const length = lengthOf(source);
  const result = newArray<U>(length);
  for (let i = 0; i < length; i++) result[i] = mapper.call(thisArg, source[i], i);
  return result;
}

function requireObjectCoercible(source: unknown): void {
  if (source === undefined || source === null) {
    const named = source === null ? 'object null' : 'undefined';
    throw new TypeError(`${named} is not iterable (cannot read property Symbol(Symbol.iterator))`);
  }
}

function isIterable<T>(source: Iterable<T> | ArrayLike<T>): source is Iterable<T> {
  return (source as Iterable<T>)[Symbol.iterator] !== undefined && (source as Iterable<T>)[Symbol.iterator] !== null;
}

/** LengthOfArrayLike, 7.3.19, held to the lengths an array can have. */
function lengthOf(source: ArrayLike<unknown>): number {
  const length = clamp(toIntegerOrInfinity(source.length), 0, 2 ** 53 - 1);
  if (length >= 2 ** 32) throw new RangeError('Invalid array length');
  return length;
}
