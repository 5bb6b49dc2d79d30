/** Typed arrays and ArrayBuffers (src/layout/array.ts): creation, and elements where the type is known at run time only. */
import {
  addr, addressOf, bitsOfF64, f64, f64FromBits, i16, i32, i64, i8, load16, load32, load64, load8, loadRef, type ref, refOf, store16, store32, store64,
  store8, storeRef, symbol, u32, u64, type value,
} from 'toro:machine';
import {
  BYTES_DATA, BYTES_LENGTH, TYPED_ARRAY_BUFFER, TYPED_ARRAY_BYTES, TYPED_ARRAY_LENGTH, TYPED_ARRAY_OFFSET, TYPE_FLOAT32, TYPE_FLOAT64, TYPE_INT16,
  TYPE_BUFFER, TYPE_INT32, TYPE_INT8, TYPE_UINT16, TYPE_UINT32, TYPE_UINT8, TYPE_UINT8_CLAMPED,
} from '../layout/array.ts';
import { KIND_BYTES, KIND_TYPED_ARRAY } from '../layout/cell.ts';
import { CANONICAL_NAN_BITS } from '../layout/value.ts';
import { SHAPE_ELEMENT_TYPE } from '../layout/shape.ts';
import { allocateBytes } from './bytes.ts';
import { moveBytesWithin } from './copy.ts';
import { f64OfSingle, singleOfF64 } from './float32.ts';
import { allocate } from './heap.ts';
import { decodeFromBytes, encodeToBytes } from './string-utf8.ts';
import { boxF64, boxInt32, cellKind, isPointer, shapeOf } from './value.ts';

/** The element type (src/layout/array.ts) of a typed array. */
export function elementType(array: ref): u32 {
  return u32(load8(shapeOf(array), SHAPE_ELEMENT_TYPE));
}

/** log2 of the bytes of an element. */
function elementShift(type: u32): u32 {
  if (type <= TYPE_UINT8_CLAMPED || type === TYPE_BUFFER) return u32(0);
  if (type <= TYPE_UINT16) return u32(1);
  return type === TYPE_FLOAT64 ? u32(3) : u32(2);
}

/** A number that is the same for arrays of one class only. */
export function typedArrayKind(array: ref): i32 {
  return i32(elementType(array));
}

export function elementByteSize(array: ref): i32 {
  return i32(1 << elementShift(elementType(array)));
}

/** The first element's address, until the next allocation. */
function elementsOf(array: ref): addr {
  return addr(addressOf(loadRef(array, TYPED_ARRAY_BUFFER)) + u64(BYTES_DATA) + u64(load32(array, TYPED_ARRAY_OFFSET)));
}

/** The element at an index below the length. */
export function typedArrayElement(array: ref, index: u32): value {
  const type = elementType(array);
  const at = addr(elementsOf(array) + (u64(index) << u64(elementShift(type))));
  switch (type) {
    case TYPE_INT8: return boxInt32(i32(i8(load8(at))));
    case TYPE_UINT8:
    case TYPE_BUFFER:
    case TYPE_UINT8_CLAMPED: return boxInt32(i32(load8(at)));
    case TYPE_INT16: return boxInt32(i32(i16(load16(at))));
    case TYPE_UINT16: return boxInt32(i32(load16(at)));
    case TYPE_INT32: return boxInt32(i32(load32(at)));
    case TYPE_UINT32: return boxF64(f64(load32(at)));
    case TYPE_FLOAT32: return boxF64(f64OfSingle(load32(at)));
    default: return boxF64(canonicalF64(load64(at)));
  }
}

/** A double of foreign bits: its NaNs could forge a tag. */
function canonicalF64(bits: u64): number {
  const isNaNBits = u64(bits & 0x7fff_ffff_ffff_ffffn) > 0x7ff0_0000_0000_0000n;
  return f64FromBits(isNaNBits ? u64(CANONICAL_NAN_BITS) : bits);
}

/** Stores a number at an index below the length, converted as the type demands (ECMA-262 10.4.5.16). */
export function setTypedArrayElement(array: ref, index: u32, x: number): void {
  const type = elementType(array);
  const at = addr(elementsOf(array) + (u64(index) << u64(elementShift(type))));
  if (type === TYPE_FLOAT64) store64(at, bitsOfF64(x));
  else if (type === TYPE_FLOAT32) store32(at, singleOfF64(x));
  else if (type === TYPE_UINT8_CLAMPED) store8(at, u32(toUint8Clamp(x)));
  else if (type <= TYPE_UINT8 || type === TYPE_BUFFER) store8(at, wrapToWord(x));
  else if (type <= TYPE_UINT16) store16(at, wrapToWord(x));
  else store32(at, wrapToWord(x));
}

/** ToUint8Clamp (ECMA-262 7.1.12): ties to even. */
export function toUint8Clamp(x: number): i32 {
  if (!(x > 0)) return i32(0);
  if (x >= 255) return i32(255);
  const whole = i32(x);
  const rest = x - f64(whole);
  return rest > 0.5 || (rest === 0.5 && (whole & 1) !== 0) ? i32(whole + 1) : whole;
}

/** ToUint32 (ECMA-262 7.1.7). */
export function wrapToWord(x: number): u32 {
  const magnitude = Math.abs(x);
  if (!(magnitude < Infinity)) return u32(0);
  if (magnitude < 9007199254740992) return u32(i64(x));
  const shift = i32(i32(u64(bitsOfF64(magnitude) >> 52n)) - 1075);
  if (shift > 31) return u32(0);
  const significand = u64((bitsOfF64(magnitude) & 0xf_ffff_ffff_ffffn) | 0x10_0000_0000_0000n);
  const rest = u32(u64(significand << u64(shift)));
  return x < 0 ? u32(-rest) : rest;
}

/** A new buffer of zeros. */
export function newArrayBuffer(byteLength: i64): ref {
  return allocateBytes(u32(byteLength));
}

export function bufferByteLength(buffer: ref): i32 {
  return i32(load32(buffer, BYTES_LENGTH));
}

/** A view of the shape over a buffer; `byteOffset` from the buffer's start. */
function makeView(shape: addr, buffer: ref, byteOffset: i64, length: i64): ref {
  const array = allocate(u64(TYPED_ARRAY_BYTES), u64(shape));
  store32(array, u32(length), TYPED_ARRAY_LENGTH);
  store32(array, u32(byteOffset), TYPED_ARRAY_OFFSET);
  storeRef(array, buffer, TYPED_ARRAY_BUFFER);
  return array;
}

function makeTypedArray(shape: addr, length: i64): ref {
  const shift = elementShift(u32(load8(shape, SHAPE_ELEMENT_TYPE)));
  return makeView(shape, allocateBytes(u32(u64(length) << u64(shift))), i64(0n), length);
}

export function newTypedArrayLike(like: ref, length: i64): ref {
  return makeTypedArray(shapeOf(like), length);
}

export function viewLike(like: ref, byteOffset: i64, length: i64): ref {
  return makeView(shapeOf(like), loadRef(like, TYPED_ARRAY_BUFFER), byteOffset, length);
}

export function newInt8Array(length: i64): ref {
  return makeTypedArray(symbol('shape_Int8Array'), length);
}

export function newUint8Array(length: i64): ref {
  return makeTypedArray(symbol('shape_Uint8Array'), length);
}

export function newUint8ClampedArray(length: i64): ref {
  return makeTypedArray(symbol('shape_Uint8ClampedArray'), length);
}

export function newInt16Array(length: i64): ref {
  return makeTypedArray(symbol('shape_Int16Array'), length);
}

export function newUint16Array(length: i64): ref {
  return makeTypedArray(symbol('shape_Uint16Array'), length);
}

export function newInt32Array(length: i64): ref {
  return makeTypedArray(symbol('shape_Int32Array'), length);
}

export function newUint32Array(length: i64): ref {
  return makeTypedArray(symbol('shape_Uint32Array'), length);
}

export function newFloat32Array(length: i64): ref {
  return makeTypedArray(symbol('shape_Float32Array'), length);
}

export function newFloat64Array(length: i64): ref {
  return makeTypedArray(symbol('shape_Float64Array'), length);
}

export function viewInt8Array(buffer: ref, byteOffset: i64, length: i64): ref {
  return makeView(symbol('shape_Int8Array'), buffer, byteOffset, length);
}

export function viewUint8Array(buffer: ref, byteOffset: i64, length: i64): ref {
  return makeView(symbol('shape_Uint8Array'), buffer, byteOffset, length);
}

export function viewUint8ClampedArray(buffer: ref, byteOffset: i64, length: i64): ref {
  return makeView(symbol('shape_Uint8ClampedArray'), buffer, byteOffset, length);
}

export function viewInt16Array(buffer: ref, byteOffset: i64, length: i64): ref {
  return makeView(symbol('shape_Int16Array'), buffer, byteOffset, length);
}

export function viewUint16Array(buffer: ref, byteOffset: i64, length: i64): ref {
  return makeView(symbol('shape_Uint16Array'), buffer, byteOffset, length);
}

export function viewInt32Array(buffer: ref, byteOffset: i64, length: i64): ref {
  return makeView(symbol('shape_Int32Array'), buffer, byteOffset, length);
}

export function viewUint32Array(buffer: ref, byteOffset: i64, length: i64): ref {
  return makeView(symbol('shape_Uint32Array'), buffer, byteOffset, length);
}

export function viewFloat32Array(buffer: ref, byteOffset: i64, length: i64): ref {
  return makeView(symbol('shape_Float32Array'), buffer, byteOffset, length);
}

export function viewFloat64Array(buffer: ref, byteOffset: i64, length: i64): ref {
  return makeView(symbol('shape_Float64Array'), buffer, byteOffset, length);
}

/** The same bytes as a Buffer. */
export function asBuffer(bytes: ref): ref {
  return makeView(symbol('shape_Buffer'), bufferOf(bytes), i64(byteOffsetOf(bytes)), i64(load32(bytes, TYPED_ARRAY_LENGTH)));
}

export function bufferOf(array: ref): ref {
  return loadRef(array, TYPED_ARRAY_BUFFER);
}

export function byteOffsetOf(array: ref): i32 {
  return i32(load32(array, TYPED_ARRAY_OFFSET));
}

export function isTypedArray(v: value): boolean {
  return isPointer(v) && cellKind(refOf(v)) === KIND_TYPED_ARRAY;
}

export function isArrayBuffer(v: value): boolean {
  return isPointer(v) && cellKind(refOf(v)) === KIND_BYTES;
}

/** Copies bytes between the memory of two typed arrays, offsets from their first elements, as memmove. */
export function moveBytes(target: ref, targetByte: i64, source: ref, sourceByte: i64, byteCount: i64): void {
  moveBytesWithin(addr(elementsOf(target) + targetByte), addr(elementsOf(source) + sourceByte), u64(byteCount));
}

/** UTF-8 in [start, end) of a Uint8Array to a string. */
export function decodeUtf8(bytes: ref, start: i64, end: i64): ref {
  return decodeFromBytes(loadRef(bytes, TYPED_ARRAY_BUFFER), u32(u64(load32(bytes, TYPED_ARRAY_OFFSET)) + start), u32(end - start));
}

/** A Uint8Array of the UTF-8 of s. */
export function encodeUtf8(s: ref): ref {
  const bytes = encodeToBytes(s);
  return makeView(symbol('shape_Uint8Array'), bytes, i64(0n), i64(load32(bytes, BYTES_LENGTH)));
}
