/** Float64Array.prototype: ECMA-262 section 23.2.7. */

export * from './typed-array.prototype.ts';

export const BYTES_PER_ELEMENT = 8;

/** 23.2.3.38. */
const toStringTag = 'Float64Array';
export { toStringTag as '@@toStringTag' };
