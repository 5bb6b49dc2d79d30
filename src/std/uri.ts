/** encodeURI, decodeURI and their component forms: ECMA-262 section 19.2.6. */

import { URIError } from './error.ts';
import { stringFromCharCode, stringIndexOf, stringSlice } from './intrinsics.ts';
import { fromValidCodePoint } from './string.ts';
import { codePointAt } from './unicode-runs.ts';

const UNRESERVED = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_.!~*'()";
const RESERVED = ';/?:@&=+$,#';
const PERCENT = 37;

/** 19.2.6.3. */
export function encodeURI(uri: string): string {
  return encode(`${uri}`, UNRESERVED + RESERVED);
}

/** 19.2.6.4. */
export function encodeURIComponent(component: string): string {
  return encode(`${component}`, UNRESERVED);
}

/** 19.2.6.1. */
export function decodeURI(uri: string): string {
  return decode(`${uri}`, RESERVED);
}

/** 19.2.6.2. */
export function decodeURIComponent(component: string): string {
  return decode(`${component}`, '');
}

/** 19.2.6.5: all but the unescaped characters as the bytes of their UTF-8. */
function encode(s: string, unescaped: string): string {
  let result = '';
  let copied = 0;
  for (let i = 0; i < s.length; i++) {
    if (stringIndexOf(unescaped, s[i], 0) >= 0) continue;
    const codePoint = codePointAt(s, i);
    if (codePoint >= 0xd800 && codePoint <= 0xdfff) throw new URIError('URI malformed');
    result += stringSlice(s, copied, i) + escapedUtf8(codePoint);
    if (codePoint > 0xffff) i++;
    copied = i + 1;
  }
  return result + stringSlice(s, copied, s.length);
}

function escapedUtf8(codePoint: number): string {
  if (codePoint < 0x80) return escapedByte(codePoint);
  const last = escapedByte(0x80 | (codePoint & 63));
  if (codePoint < 0x800) return escapedByte(0xc0 | (codePoint >> 6)) + last;
  const middle = escapedByte(0x80 | ((codePoint >> 6) & 63)) + last;
  if (codePoint < 0x10000) return escapedByte(0xe0 | (codePoint >> 12)) + middle;
  return escapedByte(0xf0 | (codePoint >> 18)) + escapedByte(0x80 | ((codePoint >> 12) & 63)) + middle;
}

function escapedByte(byte: number): string {
  const digits = '0123456789ABCDEF';
  return '%' + digits[byte >> 4] + digits[byte & 15];
}

/** 19.2.6.6: escapes of characters that are preserved stay as they are. */
function decode(s: string, preserved: string): string {
  let result = '';
  let copied = 0;
  let i = 0;
  while (i < s.length) {
    if (s.charCodeAt(i) !== PERCENT) {
      i++;
      continue;
    }
    const start = i;
    const first = byteAt(s, i);
    i += 3;
    let text: string;
    if (first < 0x80) {
      text = stringFromCharCode(first);
      if (stringIndexOf(preserved, text, 0) >= 0) continue;
    } else {
      const count = first >= 0xf0 ? 4 : first >= 0xe0 ? 3 : 2;
      if (first < 0xc2 || first > 0xf4) throw new URIError('URI malformed');
      let codePoint = first & (0x7f >> count);
      for (let k = 1; k < count; k++) {
        const byte = byteAt(s, i);
        if ((byte & 0xc0) !== 0x80) throw new URIError('URI malformed');
        codePoint = (codePoint << 6) | (byte & 63);
        i += 3;
      }
      const isOverlong = (count === 3 && codePoint < 0x800) || (count === 4 && codePoint < 0x10000);
      if (isOverlong || codePoint > 0x10ffff || (codePoint >= 0xd800 && codePoint <= 0xdfff)) throw new URIError('URI malformed');
      text = fromValidCodePoint(codePoint);
    }
    result += stringSlice(s, copied, start) + text;
    copied = i;
  }
  return result + stringSlice(s, copied, s.length);
}

/** The byte of the escape at index. */
function byteAt(s: string, index: number): number {
  if (index + 3 > s.length || s.charCodeAt(index) !== PERCENT) throw new URIError('URI malformed');
  const high = hexValue(s.charCodeAt(index + 1));
  const low = hexValue(s.charCodeAt(index + 2));
  if (high < 0 || low < 0) throw new URIError('URI malformed');
  return high * 16 + low;
}

function hexValue(unit: number): number {
  if (unit >= 48 && unit <= 57) return unit - 48;
  const lower = unit | 32;
  return unit < 128 && lower >= 97 && lower <= 102 ? lower - 87 : -1;
}
