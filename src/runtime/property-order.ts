/**
 * The order of an object's own properties (docs/object-model.md). While they were created in the order of their slots, the slots are the
 * order, and the extension word is a mark. The first one out of order gives the object a record that lists them all.
 */
import { addr, bitsOf, load16, load32, load64, type ref, refOf, store64, u32, u64, valueFromBits } from 'toro:machine';
import { PROPERTY_BYTES, PROPERTY_SLOT, SHAPE_PROPERTIES, SHAPE_PROPERTY_COUNT } from '../layout/shape.ts';
import { VALUE_HOLE } from '../layout/value.ts';
import {
  addEntry, beginCompleteRecord, entryAttributes, entryCount, entryKey, entryValue, extensionOffset, findEntry, hasDictionary, isComplete, dictionaryOf,
  removeEntry,
} from './dictionary.ts';
import { slotAttributes, slotKey, slotValue } from './own-property.ts';
import { isPointer, shapeOf } from './value.ts';

/** Whether the property of a slot exists. An accessor does when its getter's slot is no hole. */
export function isPresent(cell: ref, entry: addr): boolean {
  return bitsOf(slotValue(cell, entry)) !== VALUE_HOLE;
}

/** The i-th entry of the cell's property table. */
export function slotEntry(cell: ref, i: u32): addr {
  return addr(u64(load32(shapeOf(cell), SHAPE_PROPERTIES)) + u64(u32(i * PROPERTY_BYTES)));
}

/** Notes that the absent property of a slot is about to be created: behind all others. */
export function noteCreated(cell: ref, entry: addr): void {
  const offset = extensionOffset(cell);
  if (offset === 0) return;
  const index = u64(load16(entry, PROPERTY_SLOT));
  if (!hasDictionary(cell)) {
    if (load64(cell, offset) < index || !isAnyPresentBehind(cell, entry)) {
      store64(cell, index, offset);
      return;
    }
  }
  if (!isComplete(cell)) listAll(cell);
  addEntry(cell, slotKey(entry), valueFromBits(u64(VALUE_HOLE)), slotAttributes(entry));
}

/** Notes that the property of a slot was deleted. */
export function noteDeleted(cell: ref, entry: addr): void {
  if (!isComplete(cell)) return;
  const listed = findEntry(dictionaryOf(cell), slotKey(entry));
  if (listed >= 0) removeEntry(dictionaryOf(cell), u32(listed));
}

function isAnyPresentBehind(cell: ref, entry: addr): boolean {
  const end = slotEntry(cell, load32(shapeOf(cell), SHAPE_PROPERTY_COUNT));
  for (let behind = addr(entry + u64(PROPERTY_BYTES)); behind < end; behind = addr(behind + u64(PROPERTY_BYTES))) {
    if (isPresent(cell, behind)) return true;
  }
  return false;
}

/** Makes a record of the order up to now: the slots, then what the dictionary has. */
export function listAll(cell: ref): void {
  const before = beginCompleteRecord(cell);
  const count = load32(shapeOf(cell), SHAPE_PROPERTY_COUNT);
  for (let i = u32(0); i < count; i = u32(i + 1)) {
    const entry = slotEntry(cell, i);
    if (isPresent(cell, entry)) addEntry(cell, slotKey(entry), valueFromBits(u64(VALUE_HOLE)), slotAttributes(entry));
  }
  if (isPointer(before)) addEntries(cell, refOf(before));
}

function addEntries(cell: ref, dictionary: ref): void {
  const count = entryCount(dictionary);
  for (let i = u32(0); i < count; i = u32(i + 1)) {
    const key = entryKey(dictionary, i);
    if (bitsOf(key) !== VALUE_HOLE) addEntry(cell, refOf(key), entryValue(dictionary, i), entryAttributes(dictionary, i));
  }
}
