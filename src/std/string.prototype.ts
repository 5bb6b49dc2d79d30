/** String.prototype: ECMA-262 section 22.1.3. */

import { StringIterator } from './string-iterator.ts';

export * from './string-access.ts';
export * from './string-case.ts';
export * from './string-collation.ts';
export * from './string-search.ts';

/** 22.1.3.29. */
export function toString(this: string): string {
  return this;
}

/** 22.1.3.35. */
export function valueOf(this: string): string {
  return this;
}

/** 22.1.3.36. */
export function iterator(this: string): StringIterator {
  return new StringIterator(this);
}
export { iterator as '@@iterator' };
