/** Function.prototype: ECMA-262 section 20.2.3. The compiler does `call` in place. */

import { TypeError } from './error.ts';
import { applyFunction, bindFunction } from './intrinsics.ts';
import { unsupported } from './unsupported.ts';

/** 20.2.3.1. */
export function apply(this: Function, thisArg: unknown, args?: readonly unknown[] | null): unknown {
  if (args === undefined || args === null) return applyFunction(this, thisArg, []);
  if (typeof args !== 'object') throw new TypeError('CreateListFromArrayLike called on non-object');
  const list: unknown[] = [];
  for (let i = 0; i < args.length; i++) list[i] = args[i];
  return applyFunction(this, thisArg, list);
}

/** 20.2.3.2. */
export function bind(this: Function, thisArg: unknown, ...args: unknown[]): Function {
  return bindFunction(this, thisArg, args);
}

/** 20.2.3.5: the source text, which the image does not hold. */
export function toString(this: Function): string {
  return unsupported('the source text of a function');
}

/** 20.2.3.3, where the call isn't known. */
export function call(this: Function, thisArg: unknown, ...args: unknown[]): unknown {
  return applyFunction(this, thisArg, args);
}
