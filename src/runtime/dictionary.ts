/** Dictionaries (src/layout/dictionary.ts): properties beyond an object's layout. Keys are string or symbol cells. */
import {
  addr, addressOf, bitsOf, i32, load32, load64, loadRef, loadValue, type ref, refOf, store32, store64, storeRef, storeValue, symbol, u32, u64,
  type value, valueFromBits, valueOf,
} from 'toro:machine';
import { BYTES_DATA, BYTES_LENGTH, ELEMENTS_CAPACITY, ELEMENTS_DATA } from '../layout/array.ts';
import { KIND_ARRAY, KIND_BYTES, KIND_FUNCTION, KIND_LAST_STRING, KIND_STRING16, KIND_TYPED_ARRAY } from '../layout/cell.ts';
import {
  DICTIONARY_BYTES, DICTIONARY_ENTRIES, DICTIONARY_ENTRY_ATTRIBUTES, DICTIONARY_ENTRY_BYTES, DICTIONARY_ENTRY_VALUE, DICTIONARY_ENTRY_WORDS,
  DICTIONARY_COMPLETE, DICTIONARY_FIRST_CAPACITY, DICTIONARY_FLAGS, DICTIONARY_INDEX, DICTIONARY_LIVE, DICTIONARY_MAX_SCANNED, DICTIONARY_USED,
} from '../layout/dictionary.ts';
import { ATTRIBUTES_OF_ASSIGNMENT, SHAPE_EXTENSION_WORD, SHAPE_PROPERTY_COUNT } from '../layout/shape.ts';
import { STRING_HASH } from '../layout/string.ts';
import { FIRST_POINTER, VALUE_HOLE, VALUE_UNDEFINED } from '../layout/value.ts';
import { allocateElements } from './array.ts';
import { allocateBytes } from './bytes.ts';
import { identityHash } from './equality.ts';
import { refuseWrite } from './errors.ts';
import { allocate } from './heap.ts';
import { hasSideRecord, setSideRecord, sideRecord } from './side-records.ts';
import { stringEquals } from './string-compare.ts';
import { hashOfString } from './string-hash.ts';
import { cellKind, shapeOf } from './value.ts';

/** The hash of a property key. */
export function hashOfKey(key: ref): u32 {
  return cellKind(key) <= KIND_LAST_STRING ? hashOfString(key) : identityHash(key);
}

/** The same property key. */
export function sameKey(a: ref, b: ref): boolean {
  if (a === b) return true;
  // Flat strings are kinds 0 and 1.
  const kinds = u32(cellKind(a) | cellKind(b));
  if (kinds > KIND_STRING16) return cellKind(a) <= KIND_LAST_STRING && cellKind(b) <= KIND_LAST_STRING && stringEquals(a, b);
  // Those of strings that the source names are data.
  const x = load32(a, STRING_HASH);
  const y = load32(b, STRING_HASH);
  return (x === y || x === 0 || y === 0) && stringEquals(a, b);
}

/** Where the object's layout has its extension word, 0 for none. */
export function extensionOffset(object: ref): u32 {
  return u32(load32(shapeOf(object), SHAPE_EXTENSION_WORD) << 3);
}

/** Whether the object has a dictionary. */
export function hasDictionary(object: ref): boolean {
  const offset = extensionOffset(object);
  return offset === 0 ? hasSideRecord(object) : load64(object, offset) >= u64(FIRST_POINTER);
}

/** The dictionary of an object that has one. */
export function dictionaryOf(object: ref): ref {
  const offset = extensionOffset(object);
  return offset === 0 ? sideRecord(object) : loadRef(object, offset);
}

/** Gives the object this dictionary. `key`: the property that it is needed for. */
function setDictionary(object: ref, dictionary: ref, key: ref): void {
  const offset = extensionOffset(object);
  if (offset !== 0) storeRef(object, dictionary, offset);
  else if (!isExtensibleKind(object) || !setSideRecord(object, dictionary)) refuseWrite(key);
}

/** Cells that have records in the side table. Layouts of other objects have an extension word where something can need it. */
function isExtensibleKind(object: ref): boolean {
  const kind = cellKind(object);
  return kind === KIND_ARRAY || kind === KIND_FUNCTION || kind === KIND_TYPED_ARRAY || kind === KIND_BYTES;
}

/** The number of the key's entry, or -1. */
export function findEntry(dictionary: ref, key: ref): i32 {
  const index = loadRef(dictionary, DICTIONARY_INDEX);
  if (!isIndex(index)) return scanEntries(dictionary, key);
  const hash = hashOfKey(key);
  const mask = u32(u32(load32(index, BYTES_LENGTH) >>> 2) - 1);
  for (let slot = u32(hash & mask); ; slot = u32(u32(slot + 1) & mask)) {
    const entry = load32(index, u32(u32(slot << 2) + BYTES_DATA));
    if (entry === 0) return i32(-1);
    const found = entryKey(dictionary, u32(entry - 1));
    if (bitsOf(found) !== VALUE_HOLE && sameKey(refOf(found), key)) return i32(entry - 1);
  }
}

/** Whether a dictionary has an index: the word is undefined in small ones. */
function isIndex(index: ref): boolean {
  return addressOf(index) >= u64(FIRST_POINTER);
}

function scanEntries(dictionary: ref, key: ref): i32 {
  const used = load32(dictionary, DICTIONARY_USED);
  for (let i = u32(0); i < used; i = u32(i + 1)) {
    const found = entryKey(dictionary, i);
    if (bitsOf(found) !== VALUE_HOLE && sameKey(refOf(found), key)) return i32(i);
  }
  return i32(-1);
}

/** Where an entry lies in the entries' elements, until the next allocation. */
function entryAddress(dictionary: ref, entry: u32): addr {
  return addr(addressOf(loadRef(dictionary, DICTIONARY_ENTRIES)) + u64(ELEMENTS_DATA) + u64(entry) * u64(DICTIONARY_ENTRY_BYTES));
}

/** The key, hole for a deleted entry. */
export function entryKey(dictionary: ref, entry: u32): value {
  return loadValue(entryAddress(dictionary, entry));
}

export function entryValue(dictionary: ref, entry: u32): value {
  return loadValue(entryAddress(dictionary, entry), DICTIONARY_ENTRY_VALUE);
}

export function entryAttributes(dictionary: ref, entry: u32): u32 {
  return load32(entryAddress(dictionary, entry), DICTIONARY_ENTRY_ATTRIBUTES);
}

export function setEntryValue(dictionary: ref, entry: u32, v: value): void {
  storeValue(entryAddress(dictionary, entry), v, DICTIONARY_ENTRY_VALUE);
}

export function setEntryAttributes(dictionary: ref, entry: u32, attributes: u32): void {
  store64(entryAddress(dictionary, entry), u64(attributes), DICTIONARY_ENTRY_ATTRIBUTES);
}

/** Whether the object's entries list its slots too. */
export function isComplete(object: ref): boolean {
  return hasDictionary(object) && (load32(dictionaryOf(object), DICTIONARY_FLAGS) & DICTIONARY_COMPLETE) !== 0;
}

/** Gives the object an empty record whose entries will list all its properties; returns the one that it had, or undefined. */
export function beginCompleteRecord(object: ref): value {
  const had = hasDictionary(object);
  const capacity = had ? load32(loadRef(dictionaryOf(object), DICTIONARY_ENTRIES), ELEMENTS_CAPACITY) : u32(0);
  let entries = u32(DICTIONARY_FIRST_CAPACITY);
  const slots = load32(shapeOf(object), SHAPE_PROPERTY_COUNT);
  while (entries < slots || u32(entries * DICTIONARY_ENTRY_WORDS) < capacity) entries = u32(entries << 1);
  const next = makeDictionary(entries);
  store32(next, u32(DICTIONARY_COMPLETE), DICTIONARY_FLAGS);
  const old = had ? valueOf(dictionaryOf(object)) : valueFromBits(u64(VALUE_HOLE));
  storeRef(object, next, extensionOffset(object));
  return old;
}

/** The property's value, or hole. */
export function dictionaryGet(object: ref, key: ref): value {
  if (hasDictionary(object)) {
    const dictionary = dictionaryOf(object);
    const entry = findEntry(dictionary, key);
    if (entry >= 0) return entryValue(dictionary, u32(entry));
  }
  return valueFromBits(u64(VALUE_HOLE));
}

/** Sets or adds the property; a new one is enumerable, writable, configurable. */
export function dictionarySet(object: ref, key: ref, v: value): void {
  if (hasDictionary(object)) {
    const dictionary = dictionaryOf(object);
    const entry = findEntry(dictionary, key);
    if (entry >= 0) {
      setEntryValue(dictionary, u32(entry), v);
      return;
    }
  }
  addEntry(object, key, v, u32(ATTRIBUTES_OF_ASSIGNMENT));
}

/** Adds a property that the object doesn't have. */
export function addEntry(object: ref, key: ref, v: value, attributes: u32): void {
  const had = hasDictionary(object);
  const known = had ? dictionaryOf(object) : makeDictionary(u32(DICTIONARY_FIRST_CAPACITY));
  const grown = insertEntry(known, key, v, attributes);
  if (!had || grown !== known) setDictionary(object, grown, key);
}

/** Adds an entry; returns the dictionary, or a larger one that replaces it. */
export function insertEntry(dictionary: ref, key: ref, v: value, attributes: u32): ref {
  const roomy = isFull(dictionary) ? rebuilt(dictionary) : dictionary;
  appendEntry(roomy, key, v, attributes);
  return roomy;
}

function isFull(dictionary: ref): boolean {
  const words = load32(loadRef(dictionary, DICTIONARY_ENTRIES), ELEMENTS_CAPACITY);
  return u32(load32(dictionary, DICTIONARY_USED) * DICTIONARY_ENTRY_WORDS) >= words;
}

/** An empty dictionary for `capacity` entries, a power of two. */
export function makeDictionary(capacity: u32): ref {
  const entries = allocateElements(u32(capacity * DICTIONARY_ENTRY_WORDS), u64(symbol('shape_elements_value')), u64(VALUE_HOLE));
  const index = capacity > DICTIONARY_MAX_SCANNED ? valueOf(allocateBytes(u32(capacity << 3))) : valueFromBits(u64(VALUE_UNDEFINED));
  const dictionary = allocate(u64(DICTIONARY_BYTES), u64(symbol('shape_dictionary')));
  store64(dictionary, u64(0n), DICTIONARY_USED);
  store64(dictionary, u64(0n), DICTIONARY_FLAGS);
  storeRef(dictionary, entries, DICTIONARY_ENTRIES);
  storeValue(dictionary, index, DICTIONARY_INDEX);
  return dictionary;
}

/** A dictionary of twice the live entries, without the deleted ones. */
function rebuilt(old: ref): ref {
  const live = load32(old, DICTIONARY_LIVE);
  let capacity = u32(DICTIONARY_FIRST_CAPACITY);
  while (capacity < u32(live << 1)) capacity = u32(capacity << 1);
  const next = makeDictionary(capacity);
  store32(next, load32(old, DICTIONARY_FLAGS), DICTIONARY_FLAGS);
  const used = load32(old, DICTIONARY_USED);
  for (let i = u32(0); i < used; i = u32(i + 1)) {
    const key = entryKey(old, i);
    if (bitsOf(key) !== VALUE_HOLE) appendEntry(next, refOf(key), entryValue(old, i), entryAttributes(old, i));
  }
  return next;
}

/** Puts an entry behind the others, where there is room. */
function appendEntry(dictionary: ref, key: ref, v: value, attributes: u32): void {
  const entry = load32(dictionary, DICTIONARY_USED);
  const at = entryAddress(dictionary, entry);
  storeValue(at, valueOf(key));
  storeValue(at, v, DICTIONARY_ENTRY_VALUE);
  store64(at, u64(attributes), DICTIONARY_ENTRY_ATTRIBUTES);
  store32(dictionary, u32(entry + 1), DICTIONARY_USED);
  store32(dictionary, u32(load32(dictionary, DICTIONARY_LIVE) + 1), DICTIONARY_LIVE);
  const index = loadRef(dictionary, DICTIONARY_INDEX);
  if (!isIndex(index)) return;
  const mask = u32(u32(load32(index, BYTES_LENGTH) >>> 2) - 1);
  let slot = u32(hashOfKey(key) & mask);
  while (load32(index, u32(u32(slot << 2) + BYTES_DATA)) !== 0) slot = u32(u32(slot + 1) & mask);
  store32(index, u32(entry + 1), u32(u32(slot << 2) + BYTES_DATA));
}

/** Removes an entry; its place in the index stays taken. */
export function removeEntry(dictionary: ref, entry: u32): void {
  const at = entryAddress(dictionary, entry);
  store64(at, u64(VALUE_HOLE));
  store64(at, u64(VALUE_HOLE), DICTIONARY_ENTRY_VALUE);
  store32(dictionary, u32(load32(dictionary, DICTIONARY_LIVE) - 1), DICTIONARY_LIVE);
}

/** The number of entries to go through, deleted ones included. */
export function entryCount(dictionary: ref): u32 {
  return load32(dictionary, DICTIONARY_USED);
}
