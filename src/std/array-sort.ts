/** Array.prototype.sort and toSorted: ECMA-262 sections 23.1.3.30 and 23.1.3.34. */

import { TypeError } from './error.ts';
import { isHole, makeHole, newArray, stringCompare } from './intrinsics.ts';
import { timSort, type Compare } from './tim-sort.ts';

/** 23.1.3.30: undefined goes behind all else, and holes behind that. */
export function sort<T>(this: T[], compare?: Compare<T>): T[] {
  requireComparator(compare);
  const length = this.length;
  const values: T[] = [];
  let undefinedCount = 0;
  for (let i = 0; i < length; i++) {
    if (isHole(this, i)) continue;
    const value = this[i];
    if (value === undefined) undefinedCount++;
    else values[values.length] = value;
  }
  const count = values.length;
  sortDefined(values, compare);
  for (let i = 0; i < count; i++) this[i] = values[i];
  for (let i = count; i < count + undefinedCount; i++) this[i] = undefined as T;
  for (let i = count + undefinedCount; i < length; i++) {
    if (!isHole(this, i)) makeHole(this, i);
  }
  return this;
}

/** 23.1.3.34: a hole counts as undefined. */
export function toSorted<T>(this: T[], compare?: Compare<T>): T[] {
  requireComparator(compare);
  const length = this.length;
  const values: T[] = [];
  for (let i = 0; i < length; i++) {
    const value = this[i];
    if (value !== undefined) values[values.length] = value;
  }
  sortDefined(values, compare);
  for (let i = values.length; i < length; i++) values[i] = undefined as T;
  return values;
}

function requireComparator(compare: unknown): void {
  if (compare !== undefined && typeof compare !== 'function') {
    throw new TypeError('The comparison function must be either a function or undefined');
  }
}

function sortDefined<T>(values: T[], compare: Compare<T> | undefined): void {
  if (compare !== undefined) timSort(values, values.length, compare);
  else sortByText(values);
}

/** 23.1.3.30.2, SortCompare without a comparator: by the code units of the elements' strings, each made once. */
function sortByText<T>(values: T[]): void {
  const count = values.length;
  const texts = newArray<string>(count);
  const order = newArray<number>(count);
  for (let i = 0; i < count; i++) {
    texts[i] = `${values[i] as string}`;
    order[i] = i;
  }
  timSort(order, count, (a: number, b: number) => stringCompare(texts[a], texts[b]));
  const sorted = newArray<T>(count);
  for (let i = 0; i < count; i++) sorted[i] = values[order[i]];
  for (let i = 0; i < count; i++) values[i] = sorted[i];
}
