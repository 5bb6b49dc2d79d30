/** Methods of arrays that read without changing: ECMA-262 section 23.1.3. */

import { relativeEnd, relativeIndex, toIntegerOrInfinity } from './conversion.ts';
import { RangeError } from './error.ts';
import { isArray, isHole, newArray, stringJoin } from './intrinsics.ts';

/** 23.1.3.1. */
export function at<T>(this: T[], index: number): T | undefined {
  const relative = toIntegerOrInfinity(index);
  const i = relative >= 0 ? relative : this.length + relative;
  return i >= 0 && i < this.length ? this[i] : undefined;
}

/** 23.1.3.16. A hole counts as undefined. */
export function includes<T>(this: T[], search: T, from?: number): boolean {
  const length = this.length;
  const start = relativeIndex(from, length);
  if (search !== search) {
    for (let i = start; i < length; i++) {
      const value = this[i];
      if (value !== value) return true;
    }
    return false;
  }
  for (let i = start; i < length; i++) {
    if (this[i] === search) return true;
  }
  return false;
}

/** 23.1.3.17. */
export function indexOf<T>(this: T[], search: T, from?: number): number {
  const length = this.length;
  for (let i = relativeIndex(from, length); i < length; i++) {
    if (this[i] === search && !isHole(this, i)) return i;
  }
  return -1;
}

/** 23.1.3.20 from the end. */
export function lastIndexOf_1<T>(this: T[], search: T): number {
  for (let i = this.length - 1; i >= 0; i--) {
    if (this[i] === search && !isHole(this, i)) return i;
  }
  return -1;
}

/** 23.1.3.20. */
export function lastIndexOf<T>(this: T[], search: T, ...from: number[]): number {
  const length = this.length;
  let i = length - 1;
  if (from.length > 0) {
    const relative = toIntegerOrInfinity(from[0]);
    i = relative < 0 ? length + relative : relative < length ? relative : length - 1;
  }
  for (; i >= 0; i--) {
    if (this[i] === search && !isHole(this, i)) return i;
  }
  return -1;
}

/** 23.1.3.28. Holes stay holes. */
export function slice<T>(this: T[], start?: number, end?: number): T[] {
  const length = this.length;
  const from = relativeIndex(start, length);
  const to = relativeEnd(end, length);
  const result = newArray<T>(to > from ? to - from : 0);
  for (let i = from; i < to; i++) {
    if (!isHole(this, i)) result[i - from] = this[i];
  }
  return result;
}

/** 23.1.3.2 with no more than one argument. */
export function concat_1<T>(this: T[], item: T | T[]): T[] {
  const length = this.length;
  if (!isArray(item)) {
    const result = newArray<T>(length + 1);
    copyInto(result, 0, this);
    result[length] = item;
    return result;
  }
  const result = newArray<T>(length + item.length);
  copyInto(result, 0, this);
  copyInto(result, length, item as T[]);
  return result;
}

/** 23.1.3.2. */
export function concat<T>(this: T[], ...items: (T | T[])[]): T[] {
  let length = this.length;
  for (let i = 0; i < items.length; i++) {
    const item = items[i];
    length += isArray(item) ? item.length : 1;
  }
  const result = newArray<T>(length);
  copyInto(result, 0, this);
  let position = this.length;
  for (let i = 0; i < items.length; i++) {
    const item = items[i];
    if (isArray(item)) {
      copyInto(result, position, item as T[]);
      position += item.length;
    } else {
      result[position++] = item;
    }
  }
  return result;
}

function copyInto<T>(target: T[], position: number, source: T[]): void {
  const length = source.length;
  for (let i = 0; i < length; i++) {
    if (!isHole(source, i)) target[position + i] = source[i];
  }
}

/** Arrays that a join is under way for: one that contains itself contributes the empty string, as in V8. */
const joining: unknown[][] = [];

/** 23.1.3.18. */
export function join(this: unknown[], separator?: string): string {
  for (let i = 0; i < joining.length; i++) {
    if (joining[i] === this) return '';
  }
  const between = separator === undefined ? ',' : `${separator}`;
  const depth = joining.length;
  joining[depth] = this;
  try {
    const length = this.length;
    const parts = newArray<string>(length);
    for (let i = 0; i < length; i++) {
      const value = this[i];
      parts[i] = value === undefined || value === null ? '' : typeof value === 'string' ? value : `${value as string}`;
    }
    return stringJoin(parts, length, between);
  } finally {
    joining.length = depth;
  }
}

/** 23.1.3.36. */
export function toString(this: unknown[]): string {
  return join.call(this);
}

/** 23.1.3.33. */
export function toReversed<T>(this: T[]): T[] {
  const length = this.length;
  const result = newArray<T>(length);
  for (let i = 0; i < length; i++) result[i] = this[length - 1 - i];
  return result;
}

/** 23.1.3.35: insertion and removal in a copy. Holes become undefined. */
export function toSpliced<T>(this: T[], ...args: unknown[]): T[] {
  const length = this.length;
  const start = relativeIndex(args[0], length);
  const rest = length - start;
  let skip = 0;
  if (args.length === 1) skip = rest;
  else if (args.length > 1) {
    const count = toIntegerOrInfinity(args[1]);
    skip = count < 0 ? 0 : count < rest ? count : rest;
  }
  const inserted = args.length > 2 ? args.length - 2 : 0;
  const result = newArray<T>(length + inserted - skip);
  let position = 0;
  for (let i = 0; i < start; i++) result[position++] = this[i];
  for (let i = 0; i < inserted; i++) result[position++] = args[i + 2] as T;
  for (let i = start + skip; i < length; i++) result[position++] = this[i];
  return result;
}

/** 23.1.3.39. */
function with_<T>(this: T[], index: number, value: T): T[] {
  const length = this.length;
  const relative = toIntegerOrInfinity(index);
  const actual = relative >= 0 ? relative : length + relative;
  if (actual >= length || actual < 0) throw new RangeError('Invalid index : ' + `${index}`);
  const result = newArray<T>(length);
  for (let i = 0; i < length; i++) result[i] = i === actual ? value : this[i];
  return result;
}
export { with_ as with };
