/** The String constructor's call and statics: ECMA-262 sections 22.1.1 and 22.1.2. */

import { toIntegerOrInfinity } from './conversion.ts';
import { RangeError } from './error.ts';
import { stringFromCharCode, symbolDescription } from './intrinsics.ts';

/** 22.1.1.1 of no argument. */
export function call_0(): string {
  return '';
}

/** 22.1.1.1: String(value). */
export function call_1(value: unknown): string {
  return typeof value === 'symbol' ? `Symbol(${symbolDescription(value) ?? ''})` : `${value as string}`;
}

/** 22.1.1.1. */
export function call(...args: unknown[]): string {
  return args.length === 0 ? '' : call_1(args[0]);
}

/** 22.1.2.1 of one code. */
export function fromCharCode_1(code: number): string {
  return stringFromCharCode(code & 0xffff);
}

/** 22.1.2.1. */
export function fromCharCode(...codes: number[]): string {
  let result = '';
  for (let i = 0; i < codes.length; i++) result += stringFromCharCode(codes[i] & 0xffff);
  return result;
}

/** 22.1.2.2 of one code point. */
export function fromCodePoint_1(codePoint: number): string {
  const number = +codePoint;
  if (!(number >= 0 && number <= 0x10ffff) || toIntegerOrInfinity(number) !== number) throw new RangeError(`Invalid code point ${codePoint}`);
  return fromValidCodePoint(number);
}

/** The string of an integer in [0, 0x10ffff]. */
export function fromValidCodePoint(codePoint: number): string {
  if (codePoint < 0x10000) return stringFromCharCode(codePoint);
  const offset = codePoint - 0x10000;
  return stringFromCharCode(0xd800 + (offset >> 10)) + stringFromCharCode(0xdc00 + (offset & 0x3ff));
}

/** 22.1.2.2. */
export function fromCodePoint(...codePoints: number[]): string {
  let result = '';
  for (let i = 0; i < codePoints.length; i++) result += fromCodePoint_1(codePoints[i]);
  return result;
}

/** 22.1.2.4. */
export function raw(template: { readonly raw: ArrayLike<string> }, ...substitutions: unknown[]): string {
  const literals = template.raw;
  const count = literals.length;
  let result = '';
  for (let i = 0; i < count; i++) {
    result += `${literals[i]}`;
    if (i + 1 < count && i < substitutions.length) result += `${substitutions[i] as string}`;
  }
  return result;
}
