/** The methods of a Buffer that differ from Uint8Array's: node 20's lib/buffer.js. */

import { relativeEnd, relativeIndex } from './conversion.ts';
import { byteOffsetOf, decodeUtf8, stringFromCharCode, viewLike } from './intrinsics.ts';
import { invalidArgumentType } from './node-error.ts';
import { unsupported } from './unsupported.ts';

export * from './uint8-array.prototype.ts';

/** Unlike in Uint8Array, a view. */
export function slice(this: Uint8Array, start?: number, end?: number): Uint8Array {
  const from = relativeIndex(start, this.length);
  const to = relativeEnd(end, this.length);
  return viewLike(this, byteOffsetOf(this) + from, to > from ? to - from : 0);
}

/** The bytes in [start, end) as text: utf8, latin1, ascii or hex. */
export function toString(this: Uint8Array, encoding?: string, start?: number, end?: number): string {
  const from = start === undefined || !(start > 0) ? 0 : start | 0;
  const to = end === undefined || end > this.length ? this.length : end | 0;
  if (from >= to) return '';
  switch (encoding === undefined ? 'utf8' : `${encoding}`.toLowerCase()) {
    case 'utf8': case 'utf-8': return decodeUtf8(this, from, to);
    case 'latin1': case 'binary': return fromCodes(this, from, to, 0xff);
    case 'ascii': return fromCodes(this, from, to, 0x7f);
    case 'hex': return hexOf(this, from, to);
    default: return unsupported(`the encoding ${encoding}`);
  }
}

function fromCodes(bytes: Uint8Array, start: number, end: number, mask: number): string {
  let result = '';
  for (let i = start; i < end; i++) result += stringFromCharCode(bytes[i] & mask);
  return result;
}

function hexOf(bytes: Uint8Array, start: number, end: number): string {
  const digits = '0123456789abcdef';
  let result = '';
  for (let i = start; i < end; i++) result += digits[bytes[i] >> 4] + digits[bytes[i] & 15];
  return result;
}

/** Whether both have the same bytes. */
export function equals(this: Uint8Array, other: Uint8Array): boolean {
  if (!(other instanceof Uint8Array)) throw invalidArgumentType('otherBuffer', 'an instance of Buffer or Uint8Array', other);
  if (this.length !== other.length) return false;
  for (let i = 0; i < this.length; i++) {
    if (this[i] !== other[i]) return false;
  }
  return true;
}

/** What JSON.stringify shows of a Buffer. */
export function toJSON(this: Uint8Array): { type: string; data: number[] } {
  const data: number[] = [];
  for (let i = 0; i < this.length; i++) data[i] = this[i];
  return { type: 'Buffer', data };
}
