/** Primitives and keys as util.inspect of node 20 writes them (lib/internal/util/inspect.js: strEscape, formatPrimitive). */

import { numberToString, stringIndexOf, stringSlice, symbolDescription } from './intrinsics.ts';

const SINGLE_QUOTE = 39;
const BACKSLASH = 92;

/** In quotes that need the least escaping: single, else double, else backticks. */
export function quote(s: string): string {
  if (stringIndexOf(s, "'", 0) < 0) return `'${escape(s, true)}'`;
  if (stringIndexOf(s, '"', 0) < 0) return `"${escape(s, false)}"`;
  if (stringIndexOf(s, '`', 0) < 0 && stringIndexOf(s, '${', 0) < 0) return `\`${escape(s, false)}\``;
  return `'${escape(s, true)}'`;
}

/** Control characters, backslashes, lone surrogates and, if asked, single quotes escaped. */
export function escape(s: string, singleQuotes: boolean): string {
  let result = '';
  let copied = 0;
  const length = s.length;
  for (let i = 0; i < length; i++) {
    const unit = s.charCodeAt(i);
    if (unit >= 0xd800 && unit <= 0xdfff) {
      const next = i + 1 < length ? s.charCodeAt(i + 1) : 0;
      if (unit <= 0xdbff && next >= 0xdc00 && next <= 0xdfff) {
        i++;
        continue;
      }
    } else if (unit > 31 && unit !== BACKSLASH && (unit < 127 || unit > 159) && (unit !== SINGLE_QUOTE || !singleQuotes)) {
      continue;
    }
    result += stringSlice(s, copied, i) + escapeUnit(unit);
    copied = i + 1;
  }
  return copied === 0 ? s : result + stringSlice(s, copied, length);
}

function escapeUnit(unit: number): string {
  switch (unit) {
    case 8: return '\\b';
    case 9: return '\\t';
    case 10: return '\\n';
    case 12: return '\\f';
    case 13: return '\\r';
    case SINGLE_QUOTE: return "\\'";
    case BACKSLASH: return '\\\\';
    default: return unit < 160 ? '\\x' + hexDigit(unit >> 4) + hexDigit(unit & 15) : '\\u' + lowerHex(unit);
  }
}

function hexDigit(value: number): string {
  return '0123456789ABCDEF'[value];
}

function lowerHex(unit: number): string {
  const digits = '0123456789abcdef';
  return digits[unit >> 12] + digits[(unit >> 8) & 15] + digits[(unit >> 4) & 15] + digits[unit & 15];
}

/** Unlike ToString, tells -0 from 0. */
export function formatNumber(value: number): string {
  return value === 0 && 1 / value < 0 ? '-0' : numberToString(value);
}

export function formatSymbol(value: symbol): string {
  return `Symbol(${symbolDescription(value) ?? ''})`;
}

/** A key of a property, quoted unless it is a plain identifier. */
export function formatKey(key: string | symbol, enumerable: boolean): string {
  if (typeof key === 'symbol') return `[${escape(formatSymbol(key), true)}]`;
  if (key === '__proto__') return "['__proto__']";
  if (!enumerable) return `[${escape(key, true)}]`;
  return isIdentifier(key) ? key : quote(key);
}

/** ASCII letters, digits and underscores, with no digit in front. */
function isIdentifier(key: string): boolean {
  const length = key.length;
  for (let i = 0; i < length; i++) {
    const unit = key.charCodeAt(i);
    const lower = unit | 32;
    const isLetter = (lower >= 97 && lower <= 122) || unit === 95;
    if (!isLetter && (i === 0 || unit < 48 || unit > 57)) return false;
  }
  return length > 0;
}

export function spaces(count: number): string {
  let result = '';
  for (let i = 0; i < count; i++) result += ' ';
  return result;
}

/** Inserts text behind each line feed. */
export function indentLines(s: string, indentation: string): string {
  let at = stringIndexOf(s, '\n', 0);
  if (at < 0) return s;
  let result = '';
  let copied = 0;
  while (at >= 0) {
    result += stringSlice(s, copied, at + 1) + indentation;
    copied = at + 1;
    at = stringIndexOf(s, '\n', copied);
  }
  return result + stringSlice(s, copied, s.length);
}
