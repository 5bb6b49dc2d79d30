/** util.format of node 20 (lib/internal/util/inspect.js, formatWithOptionsInternal): what console.log makes of several arguments. */

import { inspect } from './inspect.ts';
import { formatNumber } from './inspect-text.ts';
import { hasBuiltInToString, stringSlice } from './intrinsics.ts';
import { stringifyOrCircular } from './json-stringify.ts';
import { parseFloat, parseInt } from './number.ts';
import { unsupported } from './unsupported.ts';

const PERCENT = 37;

/** One argument as console.log shows it. */
export function formatArgument(value: unknown): string {
  if (typeof value === 'string') return value;
  if (typeof value === 'number') return formatNumber(value);
  if (typeof value === 'boolean') return value ? 'true' : 'false';
  return inspect(value);
}

/** A first argument that is a string may hold directives, which take the arguments that follow; the rest are joined by spaces. */
export function format(args: readonly unknown[]): string {
  if (args.length === 0) return '';
  const first = args[0];
  let text: string;
  let used = 1;
  if (typeof first === 'string' && args.length > 1) {
    text = '';
    let copied = 0;
    for (let i = 0; i < first.length - 1; i++) {
      if (first.charCodeAt(i) !== PERCENT) continue;
      const directive = first[++i];
      if (directive === '%') {
        text += stringSlice(first, copied, i);
        copied = i + 1;
      } else if (used < args.length && isDirective(directive)) {
        text += stringSlice(first, copied, i - 1) + formatDirective(directive, args[used++]);
        copied = i + 1;
      }
    }
    text += stringSlice(first, copied, first.length);
  } else {
    text = formatArgument(first);
  }
  for (let i = used; i < args.length; i++) text += ' ' + formatArgument(args[i]);
  return text;
}

function isDirective(character: string): boolean {
  switch (character) {
    case 's': case 'd': case 'i': case 'f': case 'j': case 'o': case 'O': case 'c': return true;
    default: return false;
  }
}

function formatDirective(directive: string, value: unknown): string {
  switch (directive) {
    case 's': return formatText(value);
    case 'd': return typeof value === 'symbol' ? 'NaN' : typeof value === 'bigint' ? `${value}n` : formatNumber(+(value as number));
    case 'i': return typeof value === 'symbol' ? 'NaN' : typeof value === 'bigint' ? `${value}n` : formatNumber(parseInt(value as string));
    case 'f': return typeof value === 'symbol' ? 'NaN' : formatNumber(parseFloat(value as string));
    case 'j': return `${stringifyOrCircular(value)}`;
    case 'O': return inspect(value);
    case 'o': return formatHidden(value);
    default: return '';
  }
}

/** %s: an object with a toString of its own is asked, any other is inspected without its inner objects. */
function formatText(value: unknown): string {
  if (typeof value === 'number') return formatNumber(value);
  if (typeof value === 'bigint') return `${value}n`;
  if (typeof value === 'symbol') return inspect(value);
  if (typeof value !== 'object' || value === null || !hasBuiltInToString(value)) return `${value as string}`;
  return inspect(value, 0);
}

/** %o shows what isn't enumerable too, which inspect doesn't know. */
function formatHidden(value: unknown): string {
  if ((typeof value === 'object' && value !== null) || typeof value === 'function') unsupported('the format %o of an object');
  return inspect(value);
}
