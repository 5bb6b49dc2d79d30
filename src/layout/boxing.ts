/** Boxing and unboxing of numbers in the compiler and in tests; the dialect's own is src/runtime/value.ts. */
import { CANONICAL_NAN_BITS, DOUBLE_OFFSET, INT32_TAG } from './value.ts';

const word = new DataView(new ArrayBuffer(8));

/** The bit pattern of a double, NaN canonical. */
export function doubleBits(x: number): bigint {
  if (x !== x) return CANONICAL_NAN_BITS;
  word.setFloat64(0, x);
  return word.getBigUint64(0);
}

/** The boxed word of a number: int32 where it is one, and not -0. */
export function boxNumber(x: number): bigint {
  if ((x | 0) === x && !Object.is(x, -0)) return INT32_TAG | BigInt(x >>> 0);
  return doubleBits(x) + DOUBLE_OFFSET;
}

/** The number in a boxed word that holds one. */
export function unboxNumber(boxed: bigint): number {
  if (boxed >= INT32_TAG) return Number(BigInt.asIntN(32, boxed));
  word.setBigUint64(0, boxed - DOUBLE_OFFSET);
  return word.getFloat64(0);
}
