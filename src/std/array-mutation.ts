/** Methods of arrays that change them in place: ECMA-262 section 23.1.3. */

import { relativeEnd, relativeIndex, toIntegerOrInfinity } from './conversion.ts';
import { isHole, makeHole, moveElements, newArray } from './intrinsics.ts';

/** 23.1.3.23 of one element. */
export function push_1<T>(this: T[], item: T): number {
  const length = this.length;
  this[length] = item;
  return length + 1;
}

/** 23.1.3.23. */
export function push<T>(this: T[], ...items: T[]): number {
  for (let i = 0; i < items.length; i++) this[this.length] = items[i];
  return this.length;
}

/** 23.1.3.22. */
export function pop<T>(this: T[]): T | undefined {
  const length = this.length;
  if (length === 0) return undefined;
  const last = this[length - 1];
  this.length = length - 1;
  return last;
}

/** 23.1.3.27. */
export function shift<T>(this: T[]): T | undefined {
  const length = this.length;
  if (length === 0) return undefined;
  const first = this[0];
  moveElements(this, 0, 1, length - 1);
  this.length = length - 1;
  return first;
}

/** 23.1.3.37 of one element. */
export function unshift_1<T>(this: T[], item: T): number {
  const length = this.length;
  this.length = length + 1;
  moveElements(this, 1, 0, length);
  this[0] = item;
  return length + 1;
}

/** 23.1.3.37. */
export function unshift<T>(this: T[], ...items: T[]): number {
  const count = items.length;
  const length = this.length;
  if (count === 0) return length;
  this.length = length + count;
  moveElements(this, count, 0, length);
  for (let i = 0; i < count; i++) this[i] = items[i];
  return length + count;
}

/** 23.1.3.26. A hole changes places like an element. */
export function reverse<T>(this: T[]): T[] {
  let low = 0;
  let high = this.length - 1;
  while (low < high) {
    const lowIsHole = isHole(this, low);
    const highIsHole = isHole(this, high);
    const lowValue = this[low];
    const highValue = this[high];
    if (highIsHole) {
      if (!lowIsHole) makeHole(this, low);
    } else {
      this[low] = highValue;
    }
    if (lowIsHole) {
      if (!highIsHole) makeHole(this, high);
    } else {
      this[high] = lowValue;
    }
    low++;
    high--;
  }
  return this;
}

/** 23.1.3.4. */
export function copyWithin<T>(this: T[], target: number, start?: number, end?: number): T[] {
  const length = this.length;
  const to = relativeIndex(target, length);
  const from = relativeIndex(start, length);
  const final = relativeEnd(end, length);
  const room = length - to;
  const count = final - from < room ? final - from : room;
  if (count > 0) moveElements(this, to, from, count);
  return this;
}

/** Removes count elements at start and makes room for `inserted` new ones; the removed elements. */
function replaceRange<T>(array: T[], start: number, count: number, inserted: number): T[] {
  const length = array.length;
  const removed = newArray<T>(count);
  for (let i = 0; i < count; i++) {
    if (!isHole(array, start + i)) removed[i] = array[start + i];
  }
  const tail = length - start - count;
  if (inserted < count) {
    moveElements(array, start + inserted, start + count, tail);
    array.length = length - count + inserted;
  } else if (inserted > count) {
    array.length = length - count + inserted;
    moveElements(array, start + inserted, start + count, tail);
  }
  return removed;
}

/** 23.1.3.31 with only a start: removes all that follows. */
export function splice_1<T>(this: T[], start: number): T[] {
  const from = relativeIndex(start, this.length);
  return replaceRange<T>(this, from, this.length - from, 0);
}

/** 23.1.3.31 without new elements. */
export function splice_2<T>(this: T[], start: number, deleteCount: number): T[] {
  const from = relativeIndex(start, this.length);
  return replaceRange<T>(this, from, deleteLimit(deleteCount, this.length - from), 0);
}

/** 23.1.3.31. */
export function splice<T>(this: T[], ...args: unknown[]): T[] {
  if (args.length === 0) return [];
  const from = relativeIndex(args[0], this.length);
  const rest = this.length - from;
  if (args.length === 1) return replaceRange<T>(this, from, rest, 0);
  const inserted = args.length - 2;
  const removed = replaceRange<T>(this, from, deleteLimit(args[1], rest), inserted);
  for (let i = 0; i < inserted; i++) this[from + i] = args[i + 2] as T;
  return removed;
}

function deleteLimit(deleteCount: unknown, rest: number): number {
  const count = toIntegerOrInfinity(deleteCount);
  return count < 0 ? 0 : count < rest ? count : rest;
}
