/** Strings as JSON writes them: ECMA-262 section 25.5.2.3. */

import { stringSlice } from './intrinsics.ts';

/** 25.5.2.3, QuoteJSONString. */
export function quoteJson(s: string): string {
  let result = '"';
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
    } else if (unit >= 0x20 && unit !== 0x22 && unit !== 0x5c) {
      continue;
    }
    result += stringSlice(s, copied, i) + escapeJson(unit);
    copied = i + 1;
  }
  return result + stringSlice(s, copied, length) + '"';
}

function escapeJson(unit: number): string {
  switch (unit) {
    case 0x08: return '\\b';
    case 0x09: return '\\t';
    case 0x0a: return '\\n';
    case 0x0c: return '\\f';
    case 0x0d: return '\\r';
    case 0x22: return '\\"';
    case 0x5c: return '\\\\';
  }
  const digits = '0123456789abcdef';
  return '\\u' + digits[unit >> 12] + digits[(unit >> 8) & 15] + digits[(unit >> 4) & 15] + digits[unit & 15];
}
