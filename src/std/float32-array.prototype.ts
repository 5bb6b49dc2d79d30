/** Float32Array.prototype: ECMA-262 section 23.2.7. */

export * from './typed-array.prototype.ts';

export const BYTES_PER_ELEMENT = 4;

/** 23.2.3.38. */
const toStringTag = 'Float32Array';
export { toStringTag as '@@toStringTag' };
