/** Keys of objects in property order (ECMA-262 10.1.11.1): indices ascending, then strings, then symbols, each by creation. */
import { bitsOf, i64, load32, type ref, refOf, text, u32, u64, type value, valueOf } from 'toro:machine';
import { KIND_FUNCTION, KIND_LAST_STRING } from '../layout/cell.ts';
import { ATTRIBUTE_ENUMERABLE, SHAPE_PROPERTY_COUNT } from '../layout/shape.ts';
import { VALUE_HOLE } from '../layout/value.ts';
import { arrayElement, arrayLengthOf, arrayPushValue, newArrayValue, setArrayElement } from './array.ts';
import { dictionaryOf, entryAttributes, entryCount, entryKey, hasDictionary, isComplete } from './dictionary.ts';
import { unsignedToString } from './integer-to-string.ts';
import { elementCount, hasElements, ownElement, slotAttributes, slotKey } from './own-property.ts';
import { isPresent, slotEntry } from './property-order.ts';
import { hasOwnProperty, indexOfString } from './property.ts';
import { prototypeValue } from './prototype.ts';
import { cellKind, isPointer, shapeOf } from './value.ts';

const NO_INDEX = 0xffff_ffff;

/** Own enumerable string keys, as an array of strings. */
export function ownKeys(object: ref): ref {
  const keys = newArrayValue(i64(0n));
  appendElements(keys, object);
  const named = arrayLengthOf(keys);
  appendNames(keys, object, true, false);
  sortIndices(keys, named);
  return keys;
}

/** As ownKeys without the elements: what an array has beside them. */
export function ownNamedKeys(object: ref): ref {
  const keys = newArrayValue(i64(0n));
  appendNames(keys, object, true, false);
  return keys;
}

/** Own string keys, enumerable or not. */
export function ownNames(object: ref): ref {
  const keys = newArrayValue(i64(0n));
  appendElements(keys, object);
  const named = arrayLengthOf(keys);
  if (hasElements(object) || cellKind(object) === KIND_FUNCTION) arrayPushValue(keys, valueOf(text('length')));
  if (cellKind(object) === KIND_FUNCTION) arrayPushValue(keys, valueOf(text('name')));
  appendNames(keys, object, true, true);
  sortIndices(keys, named);
  return keys;
}

/** Own enumerable symbol keys. */
export function ownSymbols(object: ref): ref {
  const keys = newArrayValue(i64(0n));
  appendNames(keys, object, false, false);
  return keys;
}

/** The keys that for-in visits: enumerable ones of the object, then of its prototypes, each name once. */
export function forInKeys(v: value): ref {
  if (!isPointer(v)) return newArrayValue(i64(0n));
  const keys = ownKeys(refOf(v));
  let prototype = prototypeValue(refOf(v));
  while (isPointer(prototype)) {
    const more = ownKeys(refOf(prototype));
    const count = arrayLengthOf(more);
    for (let i = u32(0); i < count; i = u32(i + 1)) {
      const key = arrayElement(more, i);
      if (!isShadowed(v, prototype, key)) arrayPushValue(keys, key);
    }
    prototype = prototypeValue(refOf(prototype));
  }
  return keys;
}

/** An object below `owner` in the chain from v has the key. */
function isShadowed(v: value, owner: value, key: value): boolean {
  for (let below = v; below !== owner; below = prototypeValue(refOf(below))) {
    if (hasOwnProperty(refOf(below), key)) return true;
  }
  return false;
}

function appendElements(keys: ref, object: ref): void {
  if (!hasElements(object)) return;
  const count = elementCount(object);
  for (let i = u32(0); i < count; i = u32(i + 1)) {
    if (bitsOf(ownElement(object, i)) !== VALUE_HOLE) arrayPushValue(keys, valueOf(unsignedToString(u64(i))));
  }
}

/** Keys of the property table and the dictionary: strings or symbols, enumerable ones or all. */
function appendNames(keys: ref, object: ref, strings: boolean, all: boolean): void {
  const count = isComplete(object) ? u32(0) : load32(shapeOf(object), SHAPE_PROPERTY_COUNT);
  for (let i = u32(0); i < count; i = u32(i + 1)) {
    const entry = slotEntry(object, i);
    if (!isPresent(object, entry) || (!all && (slotAttributes(entry) & ATTRIBUTE_ENUMERABLE) === 0)) continue;
    if (isStringKey(slotKey(entry)) === strings) arrayPushValue(keys, valueOf(slotKey(entry)));
  }
  if (!hasDictionary(object)) return;
  const dictionary = dictionaryOf(object);
  const entries = entryCount(dictionary);
  for (let i = u32(0); i < entries; i = u32(i + 1)) {
    const key = entryKey(dictionary, i);
    if (bitsOf(key) === VALUE_HOLE || (!all && (entryAttributes(dictionary, i) & ATTRIBUTE_ENUMERABLE) === 0)) continue;
    if (isStringKey(refOf(key)) === strings) arrayPushValue(keys, key);
  }
}

function isStringKey(key: ref): boolean {
  return cellKind(key) <= KIND_LAST_STRING;
}

/** Brings the index-like names from `from` on to the front, ascending, the others behind in their order. */
function sortIndices(keys: ref, from: u32): void {
  const count = arrayLengthOf(keys);
  const names = newArrayValue(i64(0n));
  let indices = from;
  let ascending = true;
  let last = u32(0);
  for (let i = from; i < count; i = u32(i + 1)) {
    const key = arrayElement(keys, i);
    const index = indexOfString(refOf(key));
    if (index === NO_INDEX) {
      arrayPushValue(names, key);
    } else {
      if (index < last) ascending = false;
      last = index;
      setArrayElement(keys, indices, key);
      indices = u32(indices + 1);
    }
  }
  if (indices === from) return;
  for (let i = indices; i < count; i = u32(i + 1)) setArrayElement(keys, i, arrayElement(names, u32(i - indices)));
  if (!ascending) heapSortIndices(keys, from, u32(indices - from));
}

/** Heapsort of `count` index-like names from `from` on: in place, and never quadratic. */
function heapSortIndices(keys: ref, from: u32, count: u32): void {
  for (let root = u32(count >>> 1); root > 0; root = u32(root - 1)) siftDown(keys, from, u32(root - 1), count);
  for (let end = u32(count - 1); end > 0; end = u32(end - 1)) {
    const largest = arrayElement(keys, from);
    setArrayElement(keys, from, arrayElement(keys, u32(from + end)));
    setArrayElement(keys, u32(from + end), largest);
    siftDown(keys, from, u32(0), end);
  }
}

/** Moves the name at `root` below its larger children, among the first `count`. */
function siftDown(keys: ref, from: u32, root: u32, count: u32): void {
  const key = arrayElement(keys, u32(from + root));
  const index = indexOfString(refOf(key));
  let hole = root;
  for (;;) {
    let child = u32(u32(hole << 1) + 1);
    if (child >= count) break;
    if (u32(child + 1) < count && indexAt(keys, u32(from + child + 1)) > indexAt(keys, u32(from + child))) child = u32(child + 1);
    if (indexAt(keys, u32(from + child)) <= index) break;
    setArrayElement(keys, u32(from + hole), arrayElement(keys, u32(from + child)));
    hole = child;
  }
  setArrayElement(keys, u32(from + hole), key);
}

function indexAt(keys: ref, place: u32): u32 {
  return indexOfString(refOf(arrayElement(keys, place)));
}
