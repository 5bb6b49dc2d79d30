/**
 * Records (src/layout/dictionary.ts) of cells whose layout has no extension word: arrays, functions, typed arrays. One dictionary from cell to
 * record holds them all; a bit in the header says that there is one, so that the others are never looked for.
 *
 * It keeps what it knows alive, as the library's WeakMap does.
 */
import { addressOf, bitsOf, load8, type ref, refOf, store8, symbol, u32, u64, type value, valueFromBits, valueOf } from 'toro:machine';
import { GC_SIDE_RECORD, HEADER_GC } from '../layout/cell.ts';
import { entryValue, findEntry, insertEntry, makeDictionary, setEntryValue } from './dictionary.ts';
import { DICTIONARY_FIRST_CAPACITY } from '../layout/dictionary.ts';
import { VALUE_UNDEFINED } from '../layout/value.ts';

/** The dictionary, undefined before the first record. */
let table: value = valueFromBits(u64(2n));

/** Whether the side table has a record of the cell. */
export function hasSideRecord(cell: ref): boolean {
  return (load8(cell, HEADER_GC) & GC_SIDE_RECORD) !== 0;
}

/** The record of a cell that has one. */
export function sideRecord(cell: ref): ref {
  const dictionary = refOf(table);
  return refOf(entryValue(dictionary, u32(findEntry(dictionary, cell))));
}

/** Gives the cell a record, or another one. False where the cell is read-only: the flow found no write that comes here. */
export function setSideRecord(cell: ref, record: ref): boolean {
  if (addressOf(cell) < symbol('text_end')) return false;
  if (hasSideRecord(cell)) {
    const dictionary = refOf(table);
    setEntryValue(dictionary, u32(findEntry(dictionary, cell)), valueOf(record));
    return true;
  }
  const known = bitsOf(table) === VALUE_UNDEFINED ? makeDictionary(u32(DICTIONARY_FIRST_CAPACITY)) : refOf(table);
  table = valueOf(insertEntry(known, cell, valueOf(record), u32(0)));
  store8(cell, u32(load8(cell, HEADER_GC) | GC_SIDE_RECORD), HEADER_GC);
  return true;
}
