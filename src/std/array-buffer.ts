/** ArrayBuffer: ECMA-262 section 25.1. */

import { toIntegerOrInfinity } from './conversion.ts';
import { RangeError } from './error.ts';
import { isTypedArray, newArrayBuffer } from './intrinsics.ts';

/** 25.1.4.1. */
export function construct(byteLength?: number): ArrayBuffer {
  const length = toIntegerOrInfinity(byteLength);
  if (length < 0) throw new RangeError('Invalid array buffer length');
  if (length > 0xffffffff) throw new RangeError('Array buffer allocation failed');
  return newArrayBuffer(length);
}

/** 25.1.5.1. */
export function isView(value: unknown): boolean {
  return isTypedArray(value);
}
