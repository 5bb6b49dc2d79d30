/**
 * Dictionaries: the properties of an object beyond its layout, in insertion order, found by hash. The object's extension word
 * (src/layout/shape.ts) points to one: the object's record. Without one it holds a mark, a number below FIRST_POINTER: no slot at a
 * higher word index is present, so that one compare tells whether a property is created in the order of the slots.
 *
 *   DICTIONARY   0 header   8 u32 entries used   12 u32 of them live   16 entries (ELEMENTS_VALUE)   24 index (BYTES)
 *               32 u32 flags   36 u32 0
 *
 *   entry   three words: key (string or symbol; hole when deleted), value (hole: it lies in the slot), attributes (below FIRST_POINTER)
 *   index   of more than DICTIONARY_MAX_SCANNED entries (else undefined: they are compared one by one): a power of two of u32s, linear probing from hash & mask: number of the entry + 1, 0 = free. At most half are in use;
 *           a deleted entry keeps its place until the dictionary is rebuilt
 */
export const DICTIONARY_USED = 8;
export const DICTIONARY_LIVE = 12;
export const DICTIONARY_ENTRIES = 16;
export const DICTIONARY_INDEX = 24;
export const DICTIONARY_FLAGS = 32;
export const DICTIONARY_BYTES = 40;

/** The entries list all properties, those in slots too: their order is the object's. Else the slots come first, in their order. */
export const DICTIONARY_COMPLETE = 1;

export const DICTIONARY_ENTRY_WORDS = 3;
export const DICTIONARY_ENTRY_BYTES = 24;
export const DICTIONARY_ENTRY_VALUE = 8;
export const DICTIONARY_ENTRY_ATTRIBUTES = 16;
export const DICTIONARY_FIRST_CAPACITY = 4;
/** Up to this many entries are found without an index. */
export const DICTIONARY_MAX_SCANNED = 8;
