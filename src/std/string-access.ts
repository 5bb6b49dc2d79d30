/** Methods of strings that look at their code units, or cut parts out: ECMA-262 section 22.1.3. */

import { clamp, relativeEnd, relativeIndex, toIntegerOrInfinity } from './conversion.ts';
import { RangeError } from './error.ts';
import { stringCharCode, stringSlice } from './intrinsics.ts';
import { codePointAt as codePointAtIndex } from './unicode-runs.ts';
import { isWhiteSpace } from './white-space.ts';

/** 22.1.3.1. */
export function at(this: string, index: number): string | undefined {
  const relative = toIntegerOrInfinity(index);
  const i = relative >= 0 ? relative : this.length + relative;
  return i >= 0 && i < this.length ? this[i] : undefined;
}

/** 22.1.3.2. */
export function charAt(this: string, position: number): string {
  const i = toIntegerOrInfinity(position);
  return i >= 0 && i < this.length ? this[i] : '';
}

/** 22.1.3.3, of any argument: the compiler does the usual one, an index in range, in place. */
export function charCodeAt(this: string, position: number): number {
  const i = toIntegerOrInfinity(position);
  return i >= 0 && i < this.length ? stringCharCode(this, i) : 0 / 0;
}

/** 22.1.3.4. */
export function codePointAt(this: string, position: number): number | undefined {
  const i = toIntegerOrInfinity(position);
  return i >= 0 && i < this.length ? codePointAtIndex(this, i) : undefined;
}

/** 22.1.3.22. */
export function slice(this: string, start?: number, end?: number): string {
  const length = this.length;
  const from = relativeIndex(start, length);
  const to = relativeEnd(end, length);
  return from < to ? stringSlice(this, from, to) : '';
}

/** 22.1.3.25. */
export function substring(this: string, start: number, end?: number): string {
  const length = this.length;
  const a = clamp(toIntegerOrInfinity(start), 0, length);
  const b = end === undefined ? length : clamp(toIntegerOrInfinity(end), 0, length);
  return a < b ? stringSlice(this, a, b) : stringSlice(this, b, a);
}

/** B.2.2.1. */
export function substr(this: string, start: number, count?: number): string {
  const length = this.length;
  const from = relativeIndex(start, length);
  const size = count === undefined ? length - from : clamp(toIntegerOrInfinity(count), 0, length - from);
  return size > 0 ? stringSlice(this, from, from + size) : '';
}

/** 22.1.3.32. */
export function trim(this: string): string {
  const end = contentEnd(this);
  const start = contentStart(this);
  return start < end ? stringSlice(this, start, end) : '';
}

/** 22.1.3.34. */
export function trimStart(this: string): string {
  return stringSlice(this, contentStart(this), this.length);
}

/** 22.1.3.33. */
export function trimEnd(this: string): string {
  return stringSlice(this, 0, contentEnd(this));
}

export { trimStart as trimLeft, trimEnd as trimRight };

function contentStart(s: string): number {
  let start = 0;
  while (start < s.length && isWhiteSpace(s.charCodeAt(start))) start++;
  return start;
}

function contentEnd(s: string): number {
  let end = s.length;
  while (end > 0 && isWhiteSpace(s.charCodeAt(end - 1))) end--;
  return end;
}

/** V8's limit: 2^29 - 24 code units. */
const MAX_LENGTH = 0x1fffffe8;

/** 22.1.3.18. */
export function repeat(this: string, count: number): string {
  const n = toIntegerOrInfinity(count);
  if (n < 0 || n === 1 / 0) throw new RangeError(`Invalid count value: ${count}`);
  if (this.length === 0 || n === 0) return '';
  if (this.length * n > MAX_LENGTH) throw new RangeError('Invalid string length');
  return repeated(this, n);
}

/** Doubling: as many concatenations as n has bits. */
function repeated(s: string, n: number): string {
  let result = '';
  let power = s;
  let left = n;
  for (;;) {
    if ((left & 1) === 1) result += power;
    left >>= 1;
    if (left === 0) return result;
    power += power;
  }
}

/** 22.1.3.17. */
export function padStart(this: string, maxLength: number, fill?: string): string {
  return padding(this, maxLength, fill) + this;
}

/** 22.1.3.16. */
export function padEnd(this: string, maxLength: number, fill?: string): string {
  return this + padding(this, maxLength, fill);
}

function padding(s: string, maxLength: number, fill: string | undefined): string {
  const target = toIntegerOrInfinity(maxLength);
  if (target <= s.length) return '';
  const filler = fill === undefined ? ' ' : `${fill}`;
  if (filler === '') return '';
  if (target > MAX_LENGTH) throw new RangeError('Invalid string length');
  const count = target - s.length;
  const rest = count % filler.length;
  return repeated(filler, (count - rest) / filler.length) + stringSlice(filler, 0, rest);
}

/** 22.1.3.5 of one string. */
export function concat_1(this: string, other: string): string {
  return `${this}${other}`;
}

/** 22.1.3.5. */
export function concat(this: string, ...others: string[]): string {
  let result: string = this;
  for (let i = 0; i < others.length; i++) result += `${others[i]}`;
  return result;
}

/** 22.1.3.10. */
export function isWellFormed(this: string): boolean {
  for (let i = 0; i < this.length; i++) {
    const codePoint = codePointAtIndex(this, i);
    if (codePoint > 0xffff) i++;
    else if (codePoint >= 0xd800 && codePoint <= 0xdfff) return false;
  }
  return true;
}

/** 22.1.3.31. */
export function toWellFormed(this: string): string {
  let result = '';
  let copied = 0;
  for (let i = 0; i < this.length; i++) {
    const codePoint = codePointAtIndex(this, i);
    if (codePoint > 0xffff) i++;
    else if (codePoint >= 0xd800 && codePoint <= 0xdfff) {
      result += stringSlice(this, copied, i) + '\ufffd';
      copied = i + 1;
    }
  }
  return result + stringSlice(this, copied, this.length);
}
