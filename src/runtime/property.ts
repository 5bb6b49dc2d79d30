/**
 * Property access by names known at run time (ECMA-262 10.1.8, 10.1.9): own properties, then the chain of prototypes. Keys are
 * numbers for indices, else strings or symbols.
 */
import { bitsOf, i32, i64, type ref, refOf, text, u32, u64, type value, valueFromBits, valueOf } from 'toro:machine';
import { builtInMember } from 'toro:hooks';
import { FROZEN, KIND_ARRAY, KIND_FUNCTION, KIND_LAST_STRING, KIND_TYPED_ARRAY, SEALED } from '../layout/cell.ts';
import { ATTRIBUTES_OF_ASSIGNMENT, ATTRIBUTE_ACCESSOR, ATTRIBUTE_CONFIGURABLE, ATTRIBUTE_ENUMERABLE, ATTRIBUTE_WRITABLE } from '../layout/shape.ts';
import { VALUE_HOLE, VALUE_UNDEFINED } from '../layout/value.ts';
import { arrayElement, arrayLengthOf, makeHole } from './array.ts';
import { valueToPropertyKey } from './conversion.ts';
import { dictionaryOf, findEntry, hasDictionary, removeEntry } from './dictionary.ts';
import { refuseWrite, throwCannotConvert, throwCannotCreate, throwCannotRead, throwCannotSet, throwInOfPrimitive, throwNotDeletable } from './errors.ts';
import { integerToString, unsignedToString } from './integer-to-string.ts';
import { integrityLevel } from './integrity.ts';
import {
  accessorHalves, clearSlot, defineOwn, defineWithAttributes, elementCount, findSlot, hasElements, ownAttributes, ownElement, ownNamed, setExisting, setOwnElement, slotAttributes,
} from './own-property.ts';
import { ownKeys, ownSymbols } from './own-keys.ts';
import { prototypeOfPrimitive, prototypeValue } from './prototype.ts';
import { stringEquals } from './string-compare.ts';
import { flatUnitAt, stringLength } from './string-cell.ts';
import { flatten } from './string-rope.ts';
import { cellKind, isFunction, isInt32, isNullish, isNumber, isObject, isPointer, unboxInt32, unboxNumber } from './value.ts';

/** The key is no array index. */
const NO_INDEX = 0xffff_ffff;

/** o.name; undefined where no object of the chain has it. */
export function getNamed(object: value, key: ref): value {
  if (isNullish(object)) throwCannotRead(object, key);
  let holder = isPointer(object) ? object : prototypeOfPrimitive(object);
  while (isPointer(holder)) {
    const found = ownNamed(refOf(holder), key, object);
    if (bitsOf(found) !== VALUE_HOLE) return found;
    holder = prototypeValue(refOf(holder));
  }
  return valueFromBits(u64(VALUE_UNDEFINED));
}

/** o[key]. */
export function getIndexed(object: value, key: value): value {
  if (isPointer(object)) {
    const index = indexOfKey(key);
    if (index !== NO_INDEX && hasElements(refOf(object))) {
      const found = ownElement(refOf(object), index);
      return bitsOf(found) === VALUE_HOLE ? valueFromBits(u64(VALUE_UNDEFINED)) : found;
    }
  }
  return getNamed(object, refOf(keyOf(key)));
}

/** o[key] where a function can only be what a computed name has found in a prototype: reading on ends the program. */
export function getIndexedOfData(object: value, key: value): value {
  if (isFunction(object)) builtInMember();
  return getIndexed(object, key);
}

export function getProperty(object: value, key: value): value {
  return getIndexed(object, key);
}

export function getMember(object: value, key: value): value {
  return getIndexed(object, key);
}

/** o.name = v, strict. */
export function setNamed(object: value, key: ref, v: value): void {
  if (isNullish(object)) throwCannotSet(object, key);
  if (!isObject(object)) throwCannotCreate(object, key);
  const cell = refOf(object);
  if (setExisting(cell, key, v, object)) return;
  if (setInherited(cell, key, v, object)) return;
  // Calls of their methods go to the prototype without a look.
  if ((hasElements(cell) || cellKind(cell) === KIND_FUNCTION) && ownAttributes(cell, key) < 0 && inheritsNamed(cell, key)) refuseWrite(key);
  // The only accessor of Object.prototype that a write can reach; its image need not have one.
  if (cellKind(key) <= KIND_LAST_STRING && stringEquals(key, text('__proto__'))) refuseWrite(key);
  defineOwn(cell, key, v, u32(ATTRIBUTES_OF_ASSIGNMENT));
}

/** Whether a prototype of the object has the property. */
function inheritsNamed(cell: ref, key: ref): boolean {
  for (let holder = prototypeValue(cell); isPointer(holder); holder = prototypeValue(refOf(holder))) {
    if (ownAttributes(refOf(holder), key) >= 0) return true;
  }
  return false;
}

/** Calls the setter that a prototype has for the key; a data property there is no obstacle. */
function setInherited(cell: ref, key: ref, v: value, receiver: value): boolean {
  let prototype = prototypeValue(cell);
  while (isPointer(prototype)) {
    const owner = refOf(prototype);
    const entry = findSlot(owner, key);
    if (entry !== 0n && (slotAttributes(entry) & ATTRIBUTE_ACCESSOR) !== 0) return setExisting(owner, key, v, receiver);
    prototype = prototypeValue(owner);
  }
  return false;
}

/** o[key] = v, strict. */
export function setIndexed(object: value, key: value, v: value): void {
  if (isObject(object)) {
    const index = indexOfKey(key);
    if (index !== NO_INDEX && hasElements(refOf(object))) {
      setOwnElement(refOf(object), index, v);
      return;
    }
    const kind = cellKind(refOf(object));
    if (isNumber(key) && kind === KIND_ARRAY) refuseWrite(refOf(keyOf(key)));
    if (isNumber(key) && kind === KIND_TYPED_ARRAY) return;
  }
  setNamed(object, refOf(keyOf(key)), v);
}

export function setProperty(object: value, key: value, v: value): void {
  setIndexed(object, key, v);
}

/** key in object. */
export function valueHasProperty(key: value, object: value): boolean {
  if (!isObject(object)) throwInOfPrimitive(key, object);
  return hasProperty(refOf(object), key);
}

export function hasProperty(object: ref, key: value): boolean {
  let cell = object;
  for (;;) {
    if (hasOwnProperty(cell, key)) return true;
    const prototype = prototypeValue(cell);
    if (!isPointer(prototype)) return false;
    cell = refOf(prototype);
  }
}

export function hasOwnProperty(object: ref, key: value): boolean {
  const index = indexOfKey(key);
  if (index !== NO_INDEX && hasElements(object)) return bitsOf(ownElement(object, index)) !== VALUE_HOLE;
  return ownAttributes(object, refOf(keyOf(key))) >= 0;
}

export function isEnumerable(object: ref, key: value): boolean {
  const index = indexOfKey(key);
  if (index !== NO_INDEX && hasElements(object)) return bitsOf(ownElement(object, index)) !== VALUE_HOLE;
  const attributes = ownAttributes(object, refOf(keyOf(key)));
  return attributes >= 0 && (attributes & ATTRIBUTE_ENUMERABLE) !== 0;
}

/** 0 data property or none, 1 getter only, 2 setter only, 3 both. */
export function accessorKind(object: ref, key: value): i32 {
  const entry = findSlot(object, refOf(keyOf(key)));
  if (entry === 0n || (slotAttributes(entry) & ATTRIBUTE_ACCESSOR) === 0) return i32(0);
  return accessorHalves(object, entry);
}

/** CreateDataProperty of an ordinary object: own, enumerable, writable, configurable. */
export function createDataProperty(object: ref, key: value, v: value): void {
  const index = indexOfKey(key);
  if (index !== NO_INDEX && hasElements(object)) setOwnElement(object, index, v);
  else defineOwn(object, refOf(keyOf(key)), v, u32(ATTRIBUTES_OF_ASSIGNMENT));
}

/** The attributes of an own property (src/layout/shape.ts), or -1. */
export function ownPropertyAttributes(object: ref, key: value): i32 {
  const index = indexOfKey(key);
  if (index === NO_INDEX || !hasElements(object)) return ownAttributes(object, refOf(keyOf(key)));
  if (bitsOf(ownElement(object, index)) === VALUE_HOLE) return i32(-1);
  const level = cellKind(object) === KIND_ARRAY ? integrityLevel(object) : u32(0);
  return level === FROZEN ? i32(ATTRIBUTE_ENUMERABLE) : level === SEALED ? i32(ATTRIBUTE_ENUMERABLE + ATTRIBUTE_WRITABLE) : i32(ATTRIBUTES_OF_ASSIGNMENT);
}

/** Defines a data property with these attributes, whatever is there. An element of an array has only those of an assignment. */
export function definePropertyWith(object: ref, key: value, v: value, attributes: i32): void {
  const index = indexOfKey(key);
  if (index !== NO_INDEX && hasElements(object)) {
    if (attributes !== ATTRIBUTES_OF_ASSIGNMENT) refuseWrite(refOf(keyOf(key)));
    setOwnElement(object, index, v);
  } else if (attributes === ATTRIBUTES_OF_ASSIGNMENT && ownAttributes(object, refOf(keyOf(key))) < 0) {
    createDataProperty(object, key, v);
  } else {
    defineWithAttributes(object, refOf(keyOf(key)), v, u32(attributes));
  }
}

/** {...source}: defines the source's enumerable properties on the target, getters called. */
export function copyOwnProperties(source: ref, target: value): void {
  copyKeys(source, target, ownKeys(source));
  copyKeys(source, target, ownSymbols(source));
}

function copyKeys(source: ref, target: value, keys: ref): void {
  const count = arrayLengthOf(keys);
  for (let i = u32(0); i < count; i = u32(i + 1)) {
    const key = arrayElement(keys, i);
    // A getter before it may have removed a property.
    if (!hasOwnProperty(source, key)) continue;
    createDataProperty(refOf(target), key, getProperty(valueOf(source), key));
  }
}

/** delete o[key], strict: true, or it throws. */
export function deleteProperty(object: value, key: value): boolean {
  if (isNullish(object)) throwCannotConvert();
  if (!isObject(object)) return true;
  const cell = refOf(object);
  const index = indexOfKey(key);
  if (index !== NO_INDEX && hasElements(cell)) return deleteElement(object, index);
  const name = refOf(keyOf(key));
  const attributes = ownAttributes(cell, name);
  if (attributes < 0) return true;
  if ((attributes & ATTRIBUTE_CONFIGURABLE) === 0) throwNotDeletable(object, name);
  const slot = findSlot(cell, name);
  if (slot !== 0n) clearSlot(cell, slot);
  else removeListed(cell, name);
  return true;
}

/** Removes a property that lies in the dictionary; what the language gives every function stays, and no program goes on with that. */
function removeListed(cell: ref, name: ref): void {
  const entry = hasDictionary(cell) ? findEntry(dictionaryOf(cell), name) : i32(-1);
  if (entry < 0) refuseWrite(name);
  removeEntry(dictionaryOf(cell), u32(entry));
}

function deleteElement(object: value, index: u32): boolean {
  const cell = refOf(object);
  if (index >= elementCount(cell)) return true;
  if (cellKind(cell) !== KIND_ARRAY || integrityLevel(cell) >= SEALED) throwNotDeletable(object, unsignedToString(u64(index)));
  makeHole(cell, i64(index));
  return true;
}

/** A property key as string or symbol. */
function keyOf(key: value): value {
  if (isInt32(key)) return valueOf(integerToString(unboxInt32(key)));
  return valueToPropertyKey(key);
}

/** The array index that a key is, or NO_INDEX: a whole number below 2^32 - 1, or its decimal string. */
export function indexOfKey(key: value): u32 {
  if (isInt32(key)) return unboxInt32(key) >= 0 ? u32(unboxInt32(key)) : u32(NO_INDEX);
  if (isNumber(key)) {
    const x = unboxNumber(key);
    if (!(x >= 0 && x < NO_INDEX) || Math.floor(x) !== x) return u32(NO_INDEX);
    return u32(i64(x));
  }
  if (!isPointer(key) || cellKind(refOf(key)) > KIND_LAST_STRING) return u32(NO_INDEX);
  return indexOfString(refOf(key));
}

/** CanonicalNumericIndexString for array indices: digits without a leading zero. */
export function indexOfString(s: ref): u32 {
  const length = stringLength(s);
  if (length === 0 || length > 10) return u32(NO_INDEX);
  const flat = flatten(s);
  let index = u64(0n);
  for (let i = u32(0); i < length; i = u32(i + 1)) {
    const unit = flatUnitAt(flat, i);
    if (unit < 0x30 || unit > 0x39) return u32(NO_INDEX);
    if (i === 0 && unit === 0x30 && length > 1) return u32(NO_INDEX);
    index = u64(index * 10n + u64(u32(unit - 0x30)));
  }
  return index < u64(NO_INDEX) ? u32(index) : u32(NO_INDEX);
}
