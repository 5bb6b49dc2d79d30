/** Array.prototype: ECMA-262 section 23.1.3. */

import { ArrayEntryIterator, ArrayIterator, ArrayKeyIterator } from './array-iterator.ts';

export * from './array-access.ts';
export * from './array-iteration.ts';
export * from './array-mutation.ts';
export * from './array-sort.ts';

/** 23.1.3.5. */
export function entries<T>(this: T[]): ArrayEntryIterator<T> {
  return new ArrayEntryIterator<T>(this);
}

/** 23.1.3.19. */
export function keys<T>(this: T[]): ArrayKeyIterator {
  return new ArrayKeyIterator(this);
}

/** 23.1.3.38. */
export function values<T>(this: T[]): ArrayIterator<T> {
  return new ArrayIterator<T>(this);
}

/** 23.1.3.40. */
export { values as '@@iterator' };
