/** Number.prototype.toLocaleString for en-US, node's default: ECMA-402 section 19.2.1. Groups of three, at most three digits of fraction. */

import { numberToString, stringIndexOf, stringSlice, stringToNumber } from './intrinsics.ts';
import { unsupported } from './unsupported.ts';

const FRACTION_DIGITS = 3;

export function toLocaleString(this: number, locale?: string, options?: object): string {
  if ((locale !== undefined && locale !== 'en-US') || options !== undefined) unsupported('toLocaleString with a locale other than en-US, or with options');
  if (this !== this) return 'NaN';
  const sign = this < 0 || (this === 0 && 1 / this < 0) ? '-' : '';
  const magnitude = this < 0 ? -this : this + 0;
  if (magnitude === 1 / 0) return `${sign}∞`;

  // The shortest digits that give the number, and where their point is.
  const text = numberToString(magnitude);
  const exponentAt = stringIndexOf(text, 'e', 0);
  const mantissa = exponentAt < 0 ? text : stringSlice(text, 0, exponentAt);
  const exponent = exponentAt < 0 ? 0 : stringToNumber(stringSlice(text, exponentAt + 1, text.length));
  const dot = stringIndexOf(mantissa, '.', 0);
  const digits = dot < 0 ? mantissa : stringSlice(mantissa, 0, dot) + stringSlice(mantissa, dot + 1, mantissa.length);
  const point = (dot < 0 ? mantissa.length : dot) + exponent;

  const rounded = roundAt(digits, point, point + FRACTION_DIGITS);
  const whole = stringSlice(rounded, 0, rounded.length - FRACTION_DIGITS);
  let end = rounded.length;
  while (end > whole.length && rounded.charCodeAt(end - 1) === 48) end--;
  const fraction = stringSlice(rounded, whole.length, end);
  return sign + grouped(whole) + (fraction === '' ? '' : `.${fraction}`);
}

/** The digits with the point at `point`, cut or filled up to `count` digits, half rounded up; at least one digit before the point. */
function roundAt(digits: string, point: number, count: number): string {
  let result = '';
  for (let i = point < 1 ? point - 1 : 0; i < count; i++) result += i >= 0 && i < digits.length ? digits[i] : '0';
  if (count < 0 || count >= digits.length || digits.charCodeAt(count) < 53) return result;
  let i = result.length - 1;
  let carried = '';
  while (i >= 0 && result.charCodeAt(i) === 57) {
    carried += '0';
    i--;
  }
  if (i < 0) return `1${carried}`;
  return stringSlice(result, 0, i) + numberToString(result.charCodeAt(i) - 47) + carried;
}

function grouped(whole: string): string {
  let start = 0;
  while (start < whole.length - 1 && whole.charCodeAt(start) === 48) start++;
  let result = '';
  for (let i = start; i < whole.length; i++) {
    if (i > start && (whole.length - i) % 3 === 0) result += ',';
    result += whole[i];
  }
  return result;
}
