/** Object.prototype: ECMA-262 section 20.1.3. */

import { Arguments } from './arguments.ts';
import { Error } from './error.ts';
import { hasOwnProperty as hasOwn, isArray, isEnumerable, prototypeOf } from './intrinsics.ts';

/** 20.1.3.2. */
export function hasOwnProperty(this: object, key: string | number | symbol): boolean {
  return hasOwn(this, typeof key === 'symbol' ? key : `${key}`);
}

/** 20.1.3.3. */
export function isPrototypeOf(this: object, value: unknown): boolean {
  if ((typeof value !== 'object' && typeof value !== 'function') || value === null) return false;
  for (let o = prototypeOf(value); o !== null; o = prototypeOf(o)) {
    if (o === this) return true;
  }
  return false;
}

/** 20.1.3.4. */
export function propertyIsEnumerable(this: object, key: string | number | symbol): boolean {
  return isEnumerable(this, typeof key === 'symbol' ? key : `${key}`);
}

/** 20.1.3.5. */
export function toLocaleString(this: object): string {
  return this.toString();
}

/** 20.1.3.6. */
export function toString(this: unknown): string {
  if (this === undefined) return '[object Undefined]';
  if (this === null) return '[object Null]';
  const tag = (this as { [Symbol.toStringTag]?: unknown })[Symbol.toStringTag];
  return `[object ${typeof tag === 'string' ? tag : builtInTag(this)}]`;
}

function builtInTag(value: unknown): string {
  switch (typeof value) {
    case 'function': return 'Function';
    case 'string': return 'String';
    case 'number': return 'Number';
    case 'boolean': return 'Boolean';
  }
  return isArray(value) ? 'Array' : value instanceof Error ? 'Error' : value instanceof Arguments ? 'Arguments' : 'Object';
}

/** 20.1.3.7. */
export function valueOf(this: object): object {
  return this;
}
