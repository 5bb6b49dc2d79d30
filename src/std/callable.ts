/** The check that a callback can be called, with V8's message. */

import { Error, TypeError } from './error.ts';
import { classNameOf, isArray, symbolDescription } from './intrinsics.ts';

/** Throws a TypeError if the value isn't a function. */
export function requireCallable(value: unknown): void {
  if (typeof value !== 'function') throw new TypeError(`${describe(value)} is not a function`);
}

/** How V8 names a value in a message: text that no user code has a part in. */
export function describe(value: unknown): string {
  if (typeof value === 'symbol') return `Symbol(${symbolDescription(value) ?? ''})`;
  if (typeof value !== 'object' || value === null) return `${value as string}`;
  if (value instanceof Error) return value.toString();
  if (isArray(value)) return '[object Array]';
  const name = classNameOf(value);
  return name === '' ? '[object Object]' : `#<${name}>`;
}
