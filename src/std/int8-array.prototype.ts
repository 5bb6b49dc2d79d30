/** Int8Array.prototype: ECMA-262 section 23.2.7. */

export * from './typed-array.prototype.ts';

export const BYTES_PER_ELEMENT = 1;

/** 23.2.3.38. */
const toStringTag = 'Int8Array';
export { toStringTag as '@@toStringTag' };
