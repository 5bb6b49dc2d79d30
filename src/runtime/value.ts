/** Boxed values (src/layout/value.ts): tests, boxing and unboxing. */
import {
  addr, addressOf, bitsOf, bitsOfF64, f64, f64FromBits, i32, load32, load8, type ref, refOf, u32, u64, type value, valueFromBits,
} from 'toro:machine';
import {
  HEADER_SHAPE, KIND_BIGINT, KIND_FIRST_OBJECT, KIND_FUNCTION, KIND_LAST_STRING, KIND_SYMBOL,
} from '../layout/cell.ts';
import { DOUBLE_OFFSET, FIRST_POINTER, INT32_TAG, NULLISH_BIT, POINTER_LIMIT, VALUE_FALSE, VALUE_TRUE, VALUE_UNDEFINED } from '../layout/value.ts';

export function isInt32(v: value): boolean {
  return bitsOf(v) >= u64(INT32_TAG);
}

export function isNumber(v: value): boolean {
  return bitsOf(v) >= u64(DOUBLE_OFFSET);
}

export function isPointer(v: value): boolean {
  return u64(bitsOf(v) - FIRST_POINTER) < u64(POINTER_LIMIT - FIRST_POINTER);
}

/** undefined or null. */
export function isNullish(v: value): boolean {
  return u64(bitsOf(v) & ~NULLISH_BIT) === u64(VALUE_UNDEFINED);
}

export function isBoolean(v: value): boolean {
  return u64(bitsOf(v) | 1n) === u64(VALUE_TRUE);
}

/** The kind of a cell, from its shape (src/layout/cell.ts). */
export function cellKind(cell: ref): u32 {
  return u32(load8(addr(u64(load32(cell, HEADER_SHAPE)))));
}

/** The address of a cell's shape. */
export function shapeOf(cell: ref): addr {
  return addr(u64(load32(cell, HEADER_SHAPE)));
}

export function isString(v: value): boolean {
  return isPointer(v) && cellKind(refOf(v)) <= KIND_LAST_STRING;
}

export function isSymbol(v: value): boolean {
  return isPointer(v) && cellKind(refOf(v)) === KIND_SYMBOL;
}

export function isBigInt(v: value): boolean {
  return isPointer(v) && cellKind(refOf(v)) === KIND_BIGINT;
}

/** An object of the language, functions included. */
export function isObject(v: value): boolean {
  return isPointer(v) && cellKind(refOf(v)) >= KIND_FIRST_OBJECT;
}

export function isFunction(v: value): boolean {
  return isPointer(v) && cellKind(refOf(v)) === KIND_FUNCTION;
}

/** The number in a value that holds one. */
export function unboxNumber(v: value): number {
  if (isInt32(v)) return f64(unboxInt32(v));
  return f64FromBits(u64(bitsOf(v) - DOUBLE_OFFSET));
}

export function unboxInt32(v: value): i32 {
  return i32(bitsOf(v));
}

/** A double of our own arithmetic: its NaNs never reach the tag of int32. */
export function boxF64(x: number): value {
  return valueFromBits(u64(bitsOfF64(x) + DOUBLE_OFFSET));
}

export function boxInt32(x: i32): value {
  return valueFromBits(u64(u64(u32(x)) | INT32_TAG));
}

export function boxBoolean(x: boolean): value {
  return valueFromBits(x ? u64(VALUE_TRUE) : u64(VALUE_FALSE));
}

export function undefinedValue(): value {
  return valueFromBits(u64(VALUE_UNDEFINED));
}

/** True for the address 0 that stands for no cell. */
export function isNoCell(cell: ref): boolean {
  return addressOf(cell) === 0n;
}
