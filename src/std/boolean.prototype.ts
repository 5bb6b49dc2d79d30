/** Boolean.prototype: ECMA-262 section 20.3.3. */

/** 20.3.3.2. */
export function toString(this: boolean): string {
  return this ? 'true' : 'false';
}

/** 20.3.3.3. */
export function valueOf(this: boolean): boolean {
  return this;
}
