/** Methods of strings that search for a string: ECMA-262 section 22.1.3. Regular expressions aren't taken. */

import { clamp, toIntegerOrInfinity } from './conversion.ts';
import { stringIndexOf, stringLastIndexOf, stringSlice } from './intrinsics.ts';

/** 22.1.3.8. */
export function includes(this: string, search: string, position?: number): boolean {
  const start = clamp(toIntegerOrInfinity(position), 0, this.length);
  return stringIndexOf(this, `${search}`, start) >= 0;
}

/** 22.1.3.9. */
export function indexOf(this: string, search: string, position?: number): number {
  const text = `${search}`;
  return stringIndexOf(this, text, clamp(toIntegerOrInfinity(position), 0, this.length));
}

/** 22.1.3.11. */
export function lastIndexOf(this: string, search: string, position?: number): number {
  const text = `${search}`;
  const number = +(position as number);
  const last = number !== number ? this.length : clamp(toIntegerOrInfinity(number), 0, this.length);
  return stringLastIndexOf(this, text, last);
}

/** 22.1.3.24. */
export function startsWith(this: string, search: string, position?: number): boolean {
  const text = `${search}`;
  return hasAt(this, text, clamp(toIntegerOrInfinity(position), 0, this.length));
}

/** 22.1.3.7. */
export function endsWith(this: string, search: string, endPosition?: number): boolean {
  const text = `${search}`;
  const end = endPosition === undefined ? this.length : clamp(toIntegerOrInfinity(endPosition), 0, this.length);
  return hasAt(this, text, end - text.length);
}

function hasAt(s: string, text: string, start: number): boolean {
  if (start < 0 || start + text.length > s.length) return false;
  for (let i = 0; i < text.length; i++) {
    if (s.charCodeAt(start + i) !== text.charCodeAt(i)) return false;
  }
  return true;
}

type Replacement = string | ((matched: string, position: number, string: string) => unknown);

/** 22.1.3.19 with a string as pattern: the first occurrence. */
export function replace(this: string, search: string, replacement: Replacement): string {
  const text = `${search}`;
  const position = stringIndexOf(this, text, 0);
  if (typeof replacement !== 'function') {
    const template = `${replacement}`;
    if (position < 0) return this;
    return stringSlice(this, 0, position) + expand(template, this, text, position) + rest(this, position + text.length);
  }
  if (position < 0) return this;
  return stringSlice(this, 0, position) + `${replacement(text, position, this) as string}` + rest(this, position + text.length);
}

/** 22.1.3.20 with a string as pattern. */
export function replaceAll(this: string, search: string, replacement: Replacement): string {
  const text = `${search}`;
  const template = typeof replacement === 'function' ? '' : `${replacement}`;
  const step = text.length > 1 ? text.length : 1;
  let result = '';
  let copied = 0;
  let position = stringIndexOf(this, text, 0);
  if (position < 0) return this;
  while (position >= 0) {
    const put = typeof replacement === 'function' ? `${replacement(text, position, this) as string}` : expand(template, this, text, position);
    result += stringSlice(this, copied, position) + put;
    copied = position + text.length;
    position = position + step <= this.length ? stringIndexOf(this, text, position + step) : -1;
  }
  return result + rest(this, copied);
}

function rest(s: string, start: number): string {
  return stringSlice(s, start, s.length);
}

/** 22.1.3.19.1, GetSubstitution without captures: $$, $&, $` and $'. */
function expand(template: string, s: string, matched: string, position: number): string {
  let dollar = stringIndexOf(template, '$', 0);
  if (dollar < 0) return template;
  let result = '';
  let copied = 0;
  while (dollar >= 0 && dollar + 1 < template.length) {
    const put = substitution(template[dollar + 1], s, matched, position);
    if (put === undefined) {
      dollar = stringIndexOf(template, '$', dollar + 1);
      continue;
    }
    result += stringSlice(template, copied, dollar) + put;
    copied = dollar + 2;
    dollar = stringIndexOf(template, '$', copied);
  }
  return result + rest(template, copied);
}

function substitution(directive: string, s: string, matched: string, position: number): string | undefined {
  switch (directive) {
    case '$': return '$';
    case '&': return matched;
    case '`': return stringSlice(s, 0, position);
    case "'": return rest(s, position + matched.length);
    default: return undefined;
  }
}

/** 22.1.3.23. */
export function split(this: string, separator?: string, limit?: number): string[] {
  const result: string[] = [];
  const count = limit === undefined ? 0xffffffff : limit >>> 0;
  const text = separator === undefined ? undefined : `${separator}`;
  if (count === 0) return result;
  if (text === undefined) return [this];
  const length = this.length;
  if (text === '') {
    for (let i = 0; i < length && i < count; i++) result[i] = this[i];
    return result;
  }
  let start = 0;
  let found = stringIndexOf(this, text, 0);
  while (found >= 0) {
    result[result.length] = stringSlice(this, start, found);
    if (result.length >= count) return result;
    start = found + text.length;
    found = stringIndexOf(this, text, start);
  }
  result[result.length] = rest(this, start);
  return result;
}
