/**
 * Arrays (src/layout/array.ts): creation, growth and element access where the compiler has no code of its own. Elements are f64u or
 * values, as the elements cell says; beyond the length they are holes.
 */
import {
  addr, addressOf, bitsOf, bitsOfF64, i64, load32, load64, loadRef, loadValue, type ref, store32, store64, storeRef, storeValue, symbol, text, u32,
  u64, type value, valueFromBits, valueOf,
} from 'toro:machine';
import { ARRAY_BYTES, ARRAY_ELEMENTS, ARRAY_LENGTH, ELEMENTS_CAPACITY, ELEMENTS_DATA } from '../layout/array.ts';
import { FROZEN, HEADER_SHAPE, SEALED } from '../layout/cell.ts';
import { DOUBLE_OFFSET, F64U_HOLE_BITS, F64U_UNDEFINED_BITS, VALUE_HOLE, VALUE_UNDEFINED } from '../layout/value.ts';
import { copyBytes, moveBytesWithin } from './copy.ts';
import { valueToNumber } from './conversion.ts';
import { throwInvalidArrayLength, throwNotDeletable, throwNotWritable } from './errors.ts';
import { fatal } from './fatal.ts';
import { allocate } from './heap.ts';
import { unsignedToString } from './integer-to-string.ts';
import { integrityLevel } from './integrity.ts';
import { isNumber, unboxNumber } from './value.ts';

/** Indices are below 2^32 - 1. */
const MAX_INDEX = 0xffff_fffen;
const MAX_LENGTH = 0xffff_ffff;

/** An array of `length` holes with f64u elements. */
export function newArrayF64(length: i64): ref {
  return makeArray(length, u64(symbol('shape_array_f64')), u64(symbol('shape_elements_f64')), u64(F64U_HOLE_BITS));
}

/** An array of `length` holes with value elements. */
export function newArrayValue(length: i64): ref {
  return makeArray(length, u64(symbol('shape_array_value')), u64(symbol('shape_elements_value')), u64(VALUE_HOLE));
}

function makeArray(length: i64, shape: u64, elementsShape: u64, hole: u64): ref {
  const elements = allocateElements(u32(length), elementsShape, hole);
  const array = allocate(u64(ARRAY_BYTES), shape);
  store64(array, u64(u32(length)), ARRAY_LENGTH);
  storeRef(array, elements, ARRAY_ELEMENTS);
  return array;
}

/** An elements cell full of holes. */
export function allocateElements(capacity: u32, shape: u64, hole: u64): ref {
  const elements = allocate(u64((u64(capacity) << 3n) + u64(ELEMENTS_DATA)), shape);
  store64(elements, u64(capacity), ELEMENTS_CAPACITY);
  fillElements(elements, u32(0), capacity, hole);
  return elements;
}

/** @noalloc */
function fillElements(elements: ref, from: u32, to: u32, bits: u64): void {
  const end = addr(addressOf(elements) + u64(ELEMENTS_DATA) + (u64(to) << 3n));
  for (let at = addr(addressOf(elements) + u64(ELEMENTS_DATA) + (u64(from) << 3n)); at < end; at = addr(at + 8n)) store64(at, bits);
}

export function hasF64Elements(array: ref): boolean {
  return load32(loadRef(array, ARRAY_ELEMENTS), HEADER_SHAPE) === u32(symbol('shape_elements_f64'));
}

export function arrayLengthOf(array: ref): u32 {
  return load32(array, ARRAY_LENGTH);
}

/** a[index] = v of an f64u array; index at or beyond the length, or no index. */
export function arrayStoreF64(array: ref, index: i64, v: value): void {
  growFor(array, index);
  store64(elementAddress(array, u32(index)), f64uBits(v));
}

/** The same of an array of values. */
export function arrayStoreValue(array: ref, index: i64, v: value): void {
  growFor(array, index);
  storeValue(elementAddress(array, u32(index)), v);
}

/** The address of an element, until the next allocation. */
function elementAddress(array: ref, index: u32): addr {
  return addr(addressOf(loadRef(array, ARRAY_ELEMENTS)) + u64(ELEMENTS_DATA) + (u64(index) << 3n));
}

/** Makes the index one of the array: its length and capacity. */
function growFor(array: ref, index: i64): void {
  if (u64(index) > u64(MAX_INDEX)) fatal(text('toroc: an array cannot have a property that is no index\n'));
  const length = u32(u64(index) + 1n);
  if (length <= arrayLengthOf(array)) return;
  ensureCapacity(array, length);
  store32(array, length, ARRAY_LENGTH);
}

/** Room for `needed` elements; grows by half, as V8. */
export function ensureCapacity(array: ref, needed: u32): void {
  const elements = loadRef(array, ARRAY_ELEMENTS);
  const capacity = load32(elements, ELEMENTS_CAPACITY);
  if (needed <= capacity) return;
  const grown = u64(u64(capacity) + u64(capacity >>> 1) + 16n);
  const wanted = u64(needed) > grown ? u64(needed) : grown;
  replaceElements(array, u32(wanted > u64(MAX_LENGTH) ? u64(MAX_LENGTH) : wanted));
}

function replaceElements(array: ref, capacity: u32): void {
  const isF64 = hasF64Elements(array);
  const hole = isF64 ? u64(F64U_HOLE_BITS) : u64(VALUE_HOLE);
  const shape = isF64 ? u64(symbol('shape_elements_f64')) : u64(symbol('shape_elements_value'));
  const next = allocate(u64((u64(capacity) << 3n) + u64(ELEMENTS_DATA)), shape);
  store64(next, u64(capacity), ELEMENTS_CAPACITY);
  const length = arrayLengthOf(array);
  copyBytes(addr(addressOf(next) + u64(ELEMENTS_DATA)), elementAddress(array, u32(0)), u64(u64(length) << 3n));
  fillElements(next, length, capacity, hole);
  storeRef(array, next, ARRAY_ELEMENTS);
}

/** The f64u bits of a number, undefined or hole. */
export function f64uBits(v: value): u64 {
  if (isNumber(v)) return bitsOfF64(unboxNumber(v));
  if (bitsOf(v) === VALUE_HOLE) return u64(F64U_HOLE_BITS);
  if (bitsOf(v) !== VALUE_UNDEFINED) fatal(text('toroc: an element is no number in an array proven to hold numbers\n'));
  return u64(F64U_UNDEFINED_BITS);
}

/** The value of f64u bits. */
export function f64uValue(bits: u64): value {
  if (bits === u64(F64U_HOLE_BITS)) return valueFromBits(u64(VALUE_HOLE));
  if (bits === u64(F64U_UNDEFINED_BITS)) return valueFromBits(u64(VALUE_UNDEFINED));
  return valueFromBits(u64(bits + DOUBLE_OFFSET));
}

/** The element at an index below the length, hole included. */
export function arrayElement(array: ref, index: u32): value {
  const at = elementAddress(array, index);
  return hasF64Elements(array) ? f64uValue(load64(at)) : loadValue(at);
}

/** Stores at any index. */
export function setArrayElement(array: ref, index: u32, v: value): void {
  if (hasF64Elements(array)) arrayStoreF64(array, i64(index), v);
  else arrayStoreValue(array, i64(index), v);
}

/** a.length = v. ECMA-262 10.4.2.4. */
export function arraySetLength(array: ref, v: value): void {
  const wanted = valueToNumber(v);
  if (!(wanted >= 0 && wanted <= MAX_LENGTH) || Math.floor(wanted) !== wanted) throwInvalidArrayLength();
  const length = u32(i64(wanted));
  const old = arrayLengthOf(array);
  const level = integrityLevel(array);
  if (level === FROZEN) throwNotWritable(valueOf(array), text('length'));
  if (level === SEALED && length < old) throwNotDeletable(valueOf(array), unsignedToString(u64(u32(old - 1))));
  if (length < old) {
    fillElements(loadRef(array, ARRAY_ELEMENTS), length, old, hasF64Elements(array) ? u64(F64U_HOLE_BITS) : u64(VALUE_HOLE));
  } else {
    ensureCapacity(array, length);
  }
  store32(array, length, ARRAY_LENGTH);
}

/** A new f64u array of the elements from `from` on. */
export function arrayTailF64(array: ref, from: i64): ref {
  return copyTail(array, from, newArrayF64(tailLength(array, from)));
}

export function arrayTailValue(array: ref, from: i64): ref {
  return copyTail(array, from, newArrayValue(tailLength(array, from)));
}

/** A rest parameter's array: the elements of `front`, then those of `list`, holes as undefined. */
export function arrayJoinF64(front: ref, list: ref): ref {
  return copyBehind(list, front, newArrayF64(joinedLength(front, list)));
}

export function arrayJoinValue(front: ref, list: ref): ref {
  return copyBehind(list, front, newArrayValue(joinedLength(front, list)));
}

function joinedLength(front: ref, list: ref): i64 {
  return i64(i64(arrayLengthOf(front)) + i64(arrayLengthOf(list)));
}

function copyBehind(list: ref, front: ref, joined: ref): ref {
  copyElements(front, u32(0), joined, u32(0), arrayLengthOf(front));
  copyElements(list, u32(0), joined, arrayLengthOf(front), arrayLengthOf(list));
  return joined;
}

function tailLength(array: ref, from: i64): i64 {
  const length = i64(arrayLengthOf(array));
  return from < length ? i64(length - from) : i64(0n);
}

function copyTail(array: ref, from: i64, tail: ref): ref {
  copyElements(array, u32(from), tail, u32(0), arrayLengthOf(tail));
  return tail;
}

/** Copies `count` elements; holes become undefined. */
function copyElements(source: ref, from: u32, target: ref, at: u32, count: u32): void {
  for (let i = u32(0); i < count; i = u32(i + 1)) {
    const element = arrayElement(source, u32(from + i));
    setArrayElement(target, u32(at + i), bitsOf(element) === VALUE_HOLE ? valueFromBits(u64(VALUE_UNDEFINED)) : element);
  }
}

/** Whether the index is absent: a hole, or beyond the length. */
export function isHole(array: ref, index: i64): boolean {
  if (u64(index) >= u64(arrayLengthOf(array))) return true;
  return bitsOf(arrayElement(array, u32(index))) === VALUE_HOLE;
}

export function makeHole(array: ref, index: i64): void {
  store64(elementAddress(array, u32(index)), hasF64Elements(array) ? u64(F64U_HOLE_BITS) : u64(VALUE_HOLE));
}

/** Moves `count` elements inside the array as if all were read first; all lie below the length. */
export function moveElements(array: ref, target: i64, source: i64, count: i64): void {
  if (integrityLevel(array) === FROZEN) throwNotWritable(valueOf(array), unsignedToString(u64(target)));
  moveBytesWithin(elementAddress(array, u32(target)), elementAddress(array, u32(source)), u64(u64(count) << 3n));
}

/** Appends to an array of values. */
export function arrayPushValue(array: ref, v: value): void {
  arrayStoreValue(array, i64(arrayLengthOf(array)), v);
}
