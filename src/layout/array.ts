/**
 * Arrays and typed arrays.
 *
 *   ARRAY        0 header   8 u32 length   12 u32 0                16 elements (ELEMENTS_F64 or ELEMENTS_VALUE)
 *   ELEMENTS_*   0 header   8 u32 capacity 12 u32 0                16 capacity x 8 bytes: f64u or value, holes from length on
 *   TYPED_ARRAY  0 header   8 u32 length   12 u32 offset in bytes  16 bytes
 *   BYTES        0 header   8 u32 length   12 u32 0                16 raw bytes, padded to 8
 */
export const ARRAY_LENGTH = 8;
export const ARRAY_ELEMENTS = 16;
export const ARRAY_BYTES = 24;

export const ELEMENTS_CAPACITY = 8;
export const ELEMENTS_DATA = 16;

export const TYPED_ARRAY_LENGTH = 8;
export const TYPED_ARRAY_OFFSET = 12;
export const TYPED_ARRAY_BUFFER = 16;
export const TYPED_ARRAY_BYTES = 24;

/** Element types of typed arrays; a typed array's shape has the number in SHAPE_ELEMENT_TYPE. */
export const TYPED_ARRAY_NAMES = [
  'Int8Array', 'Uint8Array', 'Uint8ClampedArray', 'Int16Array', 'Uint16Array', 'Int32Array', 'Uint32Array', 'Float32Array', 'Float64Array',
  'Buffer',
] as const;
export const TYPE_INT8 = 0;
export const TYPE_UINT8 = 1;
export const TYPE_UINT8_CLAMPED = 2;
export const TYPE_INT16 = 3;
export const TYPE_UINT16 = 4;
export const TYPE_INT32 = 5;
export const TYPE_UINT32 = 6;
export const TYPE_FLOAT32 = 7;
export const TYPE_FLOAT64 = 8;
/** Elements as those of a Uint8Array. */
export const TYPE_BUFFER = 9;

/** A BYTES cell is also the program's ArrayBuffer. */
export const BYTES_LENGTH = 8;
export const BYTES_DATA = 16;
