/** ArrayBuffer.prototype: ECMA-262 section 25.1.6. */

import { relativeEnd, relativeIndex } from './conversion.ts';
import { bufferByteLength, moveBytes, newUint8Array, bufferOf, viewUint8Array } from './intrinsics.ts';

/** 25.1.6.1. */
export function get_byteLength(this: ArrayBuffer): number {
  return bufferByteLength(this);
}

/** 25.1.6.4. */
export function slice(this: ArrayBuffer, start?: number, end?: number): ArrayBuffer {
  const length = bufferByteLength(this);
  const from = relativeIndex(start, length);
  const to = relativeEnd(end, length);
  const count = to > from ? to - from : 0;
  const copy = newUint8Array(count);
  if (count > 0) moveBytes(copy, 0, viewUint8Array(this, from, count), 0, count);
  return bufferOf(copy);
}

/** 25.1.6.7. */
const toStringTag = 'ArrayBuffer';
export { toStringTag as '@@toStringTag' };
