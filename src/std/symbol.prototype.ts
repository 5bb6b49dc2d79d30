/** Symbol.prototype: ECMA-262 section 20.4.3. */

import { symbolDescription } from './intrinsics.ts';

/** 20.4.3.2. */
export function get_description(this: symbol): string | undefined {
  return symbolDescription(this);
}

/** 20.4.3.3. */
export function toString(this: symbol): string {
  return `Symbol(${symbolDescription(this) ?? ''})`;
}

/** 20.4.3.4. */
export function valueOf(this: symbol): symbol {
  return this;
}
