import { ANY_NUMBER, INT32, integers, type Range, UINT32 } from './range.ts';

/** What elements of typed arrays can be, by constructor name. */
export const ELEMENT_RANGES: Readonly<Record<string, Range>> = {
  Int8Array: integers(-128, 127),
  Uint8Array: integers(0, 255),
  Uint8ClampedArray: integers(0, 255),
  Buffer: integers(0, 255),
  Int16Array: integers(-32768, 32767),
  Uint16Array: integers(0, 65535),
  Int32Array: INT32,
  Uint32Array: UINT32,
  Float32Array: ANY_NUMBER,
  Float64Array: ANY_NUMBER,
};
