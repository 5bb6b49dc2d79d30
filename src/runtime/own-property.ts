/**
 * Own properties found by name or index at run time: elements, `length`, slots of the shape's property table, the dictionary, name
 * and length of functions. A property that is absent reads as hole.
 */
import {
  addr, asRef, bitsOf, f64, i32, i64, load16, load32, load64, load8, loadF64, loadValue, type ref, refOf, store64, store8, storeF64, storeValue, text,
  u32, u64, type value, valueFromBits, valueOf,
} from 'toro:machine';
import { callGetter, callSetter } from 'toro:hooks';
import { TYPED_ARRAY_LENGTH } from '../layout/array.ts';
import { FROZEN, GC_ATTRIBUTES, HEADER_GC, KIND_ARRAY, KIND_FUNCTION, KIND_LAST_STRING, KIND_TYPED_ARRAY, SEALED } from '../layout/cell.ts';
import {
  ATTRIBUTE_ACCESSOR, ATTRIBUTE_CONFIGURABLE, ATTRIBUTE_WRITABLE, ATTRIBUTES_OF_ASSIGNMENT, PROPERTY_ATTRIBUTES, PROPERTY_BYTES, PROPERTY_KEY, PROPERTY_REPRESENTATION, PROPERTY_SLOT,
  SHAPE_FUNCTION_LENGTH, SHAPE_NAME, SHAPE_PROPERTIES, SHAPE_PROPERTY_COUNT, SLOT_BOOL, SLOT_F64, SLOT_F64U, SLOT_I32, SLOT_I64, SLOT_REF,
  SLOT_VALUE,
} from '../layout/shape.ts';
import { VALUE_FALSE, VALUE_HOLE, VALUE_TRUE, VALUE_UNDEFINED } from '../layout/value.ts';
import { arrayElement, arrayLengthOf, arraySetLength, f64uBits, f64uValue, setArrayElement } from './array.ts';
import { valueToNumber } from './conversion.ts';
import { addEntry, dictionaryOf, entryAttributes, entryValue, findEntry, hasDictionary, isComplete, sameKey, setEntryAttributes, setEntryValue } from './dictionary.ts';
import { refuseWrite, throwNotDefinable, throwNotExtensible, throwNotWritable, throwReadOnly, throwReadOnlyOf } from './errors.ts';
import { unsignedToString } from './integer-to-string.ts';
import { integrityLevel } from './integrity.ts';
import { numberToString } from './number-to-string.ts';
import { listAll, noteCreated, noteDeleted } from './property-order.ts';
import { stringEquals } from './string-compare.ts';
import { flatUnitAt, singleUnit, stringLength } from './string-cell.ts';
import { flatten } from './string-rope.ts';
import { setTypedArrayElement, typedArrayElement } from './typed-array.ts';
import { boxF64, boxInt32, cellKind, isFunction, isNumber, isPointer, shapeOf, unboxNumber } from './value.ts';

const HOLE = 0;

function holeValue(): value {
  return valueFromBits(u64(VALUE_HOLE));
}

/** Cells that keep elements by index. */
export function hasElements(cell: ref): boolean {
  const kind = cellKind(cell);
  return kind === KIND_ARRAY || kind === KIND_TYPED_ARRAY || kind <= KIND_LAST_STRING;
}

/** The number of elements of such a cell. */
export function elementCount(cell: ref): u32 {
  const kind = cellKind(cell);
  if (kind === KIND_ARRAY) return arrayLengthOf(cell);
  return kind === KIND_TYPED_ARRAY ? load32(cell, TYPED_ARRAY_LENGTH) : stringLength(cell);
}

/** The element at any index, hole where there is none. */
export function ownElement(cell: ref, index: u32): value {
  if (index >= elementCount(cell)) return holeValue();
  const kind = cellKind(cell);
  if (kind === KIND_ARRAY) return arrayElement(cell, index);
  if (kind === KIND_TYPED_ARRAY) return typedArrayElement(cell, index);
  return valueOf(singleUnit(flatUnitAt(flatten(cell), index)));
}

/** Stores an element; an array grows, a typed array ignores what lies outside. */
export function setOwnElement(cell: ref, index: u32, v: value): void {
  if (cellKind(cell) === KIND_ARRAY) {
    if (integrityLevel(cell) !== 0) checkElementWrite(cell, index);
    setArrayElement(cell, index, v);
    return;
  }
  const x = valueToNumber(v);
  if (index < elementCount(cell)) setTypedArrayElement(cell, index, x);
}

/** A write of an element of an array that is frozen, sealed or not extensible. */
function checkElementWrite(array: ref, index: u32): void {
  const name = unsignedToString(u64(index));
  if (bitsOf(ownElement(array, index)) === VALUE_HOLE) throwNotExtensible(name);
  if (integrityLevel(array) === FROZEN) throwNotWritable(valueOf(array), name);
}

/** The entry of the key in the shape's property table, or 0. Where an accessor and a data property have the key: the one that exists. */
export function findSlot(cell: ref, key: ref): addr {
  const shape = shapeOf(cell);
  let absent = addr(HOLE);
  const count = load32(shape, SHAPE_PROPERTY_COUNT);
  let entry = addr(u64(load32(shape, SHAPE_PROPERTIES)));
  const end = addr(entry + u64(u32(count * PROPERTY_BYTES)));
  for (; entry < end; entry = addr(entry + u64(PROPERTY_BYTES))) {
    if (!sameKey(slotKey(entry), key)) continue;
    if (bitsOf(slotValue(cell, entry)) !== VALUE_HOLE) return entry;
    absent = entry;
  }
  return absent;
}

/** The key of an entry of a property table. */
export function slotKey(entry: addr): ref {
  return asRef(addr(u64(load32(entry, PROPERTY_KEY))));
}

export function slotAttributes(entry: addr): u32 {
  return u32(load8(entry, PROPERTY_ATTRIBUTES));
}

/** The boxed content of a slot, hole for an absent property. An accessor's is its getter. */
export function slotValue(cell: ref, entry: addr): value {
  const offset = u32(load16(entry, PROPERTY_SLOT) << 3);
  switch (load8(entry, PROPERTY_REPRESENTATION)) {
    case SLOT_F64: return boxF64(loadF64(cell, offset));
    case SLOT_F64U: return f64uValue(load64(cell, offset));
    case SLOT_I32: return boxInt32(i32(load64(cell, offset)));
    case SLOT_I64: return boxF64(f64(i64(load64(cell, offset))));
    case SLOT_BOOL: return valueFromBits(load64(cell, offset) !== 0n ? u64(VALUE_TRUE) : u64(VALUE_FALSE));
    default: return loadValue(cell, offset);
  }
}

/** Stores into a slot. What the slot can't hold was excluded by the flow analysis. */
function setSlot(cell: ref, entry: addr, v: value): void {
  const offset = u32(load16(entry, PROPERTY_SLOT) << 3);
  const representation = u32(load8(entry, PROPERTY_REPRESENTATION));
  if (representation === SLOT_VALUE) {
    storeValue(cell, v, offset);
  } else if (representation === SLOT_F64U) {
    store64(cell, f64uBits(v), offset);
  } else if (representation === SLOT_REF && isPointer(v)) {
    storeValue(cell, v, offset);
  } else if (representation === SLOT_BOOL && u64(bitsOf(v) | 1n) === u64(VALUE_TRUE)) {
    store64(cell, u64(bitsOf(v) & 1n), offset);
  } else if (representation === SLOT_F64 && isNumber(v)) {
    storeF64(cell, unboxNumber(v), offset);
  } else if (isNumber(v) && isIntegerSlot(representation, unboxNumber(v))) {
    store64(cell, u64(i64(unboxNumber(v))), offset);
  } else {
    refuseWrite(slotKey(entry));
  }
}

function isIntegerSlot(representation: u32, x: number): boolean {
  if (Math.floor(x) !== x) return false;
  if (representation === SLOT_I32) return x >= -2147483648 && x <= 2147483647;
  return representation === SLOT_I64 && Math.abs(x) <= 9007199254740992;
}

/** The own property of a cell by name, a getter called on `receiver`; hole when absent. */
export function ownNamed(cell: ref, key: ref, receiver: value): value {
  const entry = findSlot(cell, key);
  if (entry !== 0n) {
    const found = slotValue(cell, entry);
    if (bitsOf(found) !== VALUE_HOLE) return (slotAttributes(entry) & ATTRIBUTE_ACCESSOR) !== 0 ? getThrough(found, receiver) : found;
  }
  if (hasDictionary(cell)) {
    const dictionary = dictionaryOf(cell);
    const index = findEntry(dictionary, key);
    if (index >= 0) return entryValue(dictionary, u32(index));
  }
  return ownIntrinsic(cell, key);
}

function getThrough(getter: value, receiver: value): value {
  return isPointer(getter) ? callGetter(getter, receiver) : valueFromBits(u64(VALUE_UNDEFINED));
}

/** What no table lists: `length` of strings, arrays and functions, `name` of functions. */
function ownIntrinsic(cell: ref, key: ref): value {
  if (cellKind(key) > KIND_LAST_STRING) return holeValue();
  if (hasElements(cell)) return stringEquals(key, text('length')) ? boxF64(f64(elementCount(cell))) : holeValue();
  if (cellKind(cell) !== KIND_FUNCTION) return holeValue();
  if (stringEquals(key, text('name'))) return valueOf(nameOfShape(cell));
  if (stringEquals(key, text('length'))) return boxInt32(i32(load16(shapeOf(cell), SHAPE_FUNCTION_LENGTH)));
  return holeValue();
}

/** The class or function name in the shape, '' for none. */
export function nameOfShape(cell: ref): ref {
  const name = load32(shapeOf(cell), SHAPE_NAME);
  return name === 0 ? text('') : asRef(addr(u64(name)));
}

/** The attributes of an own named property, or -1. */
export function ownAttributes(cell: ref, key: ref): i32 {
  const attributes = givenAttributes(cell, key);
  if (attributes < 0) return attributes;
  const level = integrityLevel(cell);
  const sealed = level >= SEALED ? u32(attributes & ~ATTRIBUTE_CONFIGURABLE) : u32(attributes);
  return level === FROZEN && (sealed & ATTRIBUTE_ACCESSOR) === 0 ? i32(sealed & ~ATTRIBUTE_WRITABLE) : i32(sealed);
}

/** The attributes of a property with a slot: its own in the record, else those of the slot. */
function listedAttributes(cell: ref, entry: addr): u32 {
  if ((load8(cell, HEADER_GC) & GC_ATTRIBUTES) === 0 || !isComplete(cell)) return slotAttributes(entry);
  const listed = findEntry(dictionaryOf(cell), slotKey(entry));
  return listed < 0 ? slotAttributes(entry) : entryAttributes(dictionaryOf(cell), u32(listed));
}

/** The attributes that a property was created with, or -1. */
function givenAttributes(cell: ref, key: ref): i32 {
  const entry = findSlot(cell, key);
  if (entry !== 0n && bitsOf(slotValue(cell, entry)) !== VALUE_HOLE) return i32(listedAttributes(cell, entry));
  if (hasDictionary(cell)) {
    const index = findEntry(dictionaryOf(cell), key);
    if (index >= 0) return i32(entryAttributes(dictionaryOf(cell), u32(index)));
  }
  if (bitsOf(ownIntrinsic(cell, key)) === VALUE_HOLE) return i32(-1);
  return cellKind(cell) === KIND_FUNCTION ? i32(ATTRIBUTE_CONFIGURABLE) : i32(ATTRIBUTE_WRITABLE);
}

/** The setter of an own accessor, undefined for none. */
function setterOf(cell: ref, entry: addr): value {
  return loadValue(cell, u32(u32(load16(entry, PROPERTY_SLOT) + 1) << 3));
}

/** A set of an accessor without a setter. The prototype of a class is named after its class. */
function throwReadOnlyAt(holder: ref, key: ref): never {
  const constructor = ownNamed(holder, text('constructor'), valueOf(holder));
  if (isFunction(constructor) && stringLength(nameOfShape(refOf(constructor))) !== 0) throwReadOnlyOf(nameOfShape(refOf(constructor)), key);
  throwReadOnly(valueOf(holder), key);
}

/** Sets an existing own property, calling its setter; false when there is none of the name. */
export function setExisting(cell: ref, key: ref, v: value, receiver: value): boolean {
  const entry = findSlot(cell, key);
  if (entry !== 0n) {
    if (bitsOf(slotValue(cell, entry)) === VALUE_HOLE) return false;
    const attributes = u32(listedAttributes(cell, entry));
    if ((attributes & ATTRIBUTE_ACCESSOR) !== 0) {
      const setter = setterOf(cell, entry);
      if (!isPointer(setter)) throwReadOnlyAt(cell, key);
      callSetter(setter, receiver, v);
      return true;
    }
    if ((attributes & ATTRIBUTE_WRITABLE) === 0 || integrityLevel(cell) === FROZEN) throwNotWritable(receiver, key);
    setSlot(cell, entry, v);
    return true;
  }
  if (hasDictionary(cell)) {
    const index = findEntry(dictionaryOf(cell), key);
    if (index >= 0) {
      if ((entryAttributes(dictionaryOf(cell), u32(index)) & ATTRIBUTE_WRITABLE) === 0 || integrityLevel(cell) === FROZEN) throwNotWritable(receiver, key);
      setEntryValue(dictionaryOf(cell), u32(index), v);
      return true;
    }
  }
  if (cellKind(cell) === KIND_ARRAY && cellKind(key) <= KIND_LAST_STRING && stringEquals(key, text('length'))) {
    arraySetLength(cell, v);
    return true;
  }
  if (cellKind(cell) === KIND_FUNCTION && bitsOf(ownIntrinsic(cell, key)) !== VALUE_HOLE) throwNotWritable(receiver, key);
  return false;
}

/** Adds or overwrites an own data property with these attributes. */
export function defineOwn(cell: ref, key: ref, v: value, attributes: u32): void {
  const entry = findSlot(cell, key);
  if (entry !== 0n) {
    if (bitsOf(slotValue(cell, entry)) === VALUE_HOLE) {
      if (integrityLevel(cell) !== 0) throwNotExtensible(key);
      noteCreated(cell, entry);
    }
    setSlot(cell, entry, v);
    return;
  }
  if (hasDictionary(cell)) {
    const index = findEntry(dictionaryOf(cell), key);
    if (index >= 0) {
      setEntryValue(dictionaryOf(cell), u32(index), v);
      return;
    }
  }
  if (integrityLevel(cell) !== 0) throwNotExtensible(key);
  if (cellKind(cell) === KIND_ARRAY && isNumericName(key)) refuseWrite(key);
  addEntry(cell, key, v, attributes);
}

/**
 * The string of a number that is no index. Compiled code finds nothing at such a number in an array without looking, so none may be
 * there (docs/differences.md).
 */
function isNumericName(key: ref): boolean {
  if (cellKind(key) > KIND_LAST_STRING || stringLength(key) === 0) return false;
  const first = flatUnitAt(flatten(key), u32(0));
  if (first > 0x39 && first !== 0x49 && first !== 0x4e) return false; // digits and signs; Infinity; NaN
  return stringEquals(numberToString(valueToNumber(valueOf(key))), key);
}

/** defineOwn of an enumerable, writable, configurable property with a slot, for compiled code. */
export function defineNamed(cell: ref, key: ref, v: value): void {
  defineOwn(cell, key, v, u32(ATTRIBUTES_OF_ASSIGNMENT));
}

/** The definition of a class field on an object that may be restricted. */
export function defineField(cell: ref, key: ref, v: value): void {
  if (integrityLevel(cell) !== 0 && ownAttributes(cell, key) < 0) throwNotDefinable(key);
  defineNamed(cell, key, v);
}

/** defineOwn with attributes other than those of an assignment: the record lists all properties, and theirs. */
export function defineWithAttributes(cell: ref, key: ref, v: value, attributes: u32): void {
  defineOwn(cell, key, v, attributes);
  if (findSlot(cell, key) !== 0n && !isComplete(cell)) listAll(cell);
  const dictionary = dictionaryOf(cell);
  setEntryAttributes(dictionary, u32(findEntry(dictionary, key)), attributes);
  store8(cell, u32(load8(cell, HEADER_GC) | GC_ATTRIBUTES), HEADER_GC);
}

/** Makes the property of a slot absent: possible where its representation has a hole. */
export function clearSlot(cell: ref, entry: addr): void {
  setSlot(cell, entry, holeValue());
  if ((slotAttributes(entry) & ATTRIBUTE_ACCESSOR) !== 0) storeValue(cell, holeValue(), u32(u32(load16(entry, PROPERTY_SLOT) + 1) << 3));
  noteDeleted(cell, entry);
}

/** Which functions an accessor's slots hold: 1 getter, 2 setter, 3 both. */
export function accessorHalves(cell: ref, entry: addr): i32 {
  const getter = isPointer(slotValue(cell, entry)) ? i32(1) : i32(0);
  return isPointer(setterOf(cell, entry)) ? i32(getter + 2) : getter;
}
