/**
 * Cells: everything a reference points to, in the heap or static.
 *
 *    63        40 39    32 31                 0
 *   [ hash : 24  ][ gc : 8 ][ shape address:32 ]   header, at offset 0
 *
 * hash   identity hash of an object, 0 = none yet (strings keep theirs beside the length)
 * gc     bit 39: the side table has a record of the cell (src/runtime/side-records.ts); bits 37 and 38: the integrity level;
 *        bit 36: some property has attributes of its own; the others are for age and mark of a generational collector
 * shape  address of the shape (src/layout/shape.ts), below 4 GB, 8-byte aligned
 *
 * During a collection a header with bit 0 set is the cell's new address + 1.
 */
export const HEADER_BYTES = 8;
export const HEADER_SHAPE = 0; // u32
export const HEADER_GC = 4; // u8
export const GC_SIDE_RECORD = 0x80;
/** Some property's attributes are not those of an assignment: the record has them. */
export const GC_ATTRIBUTES = 0x10;
/** Writes of properties have to look. */
export const GC_RESTRICTED = 0x70;
/** Integrity levels (ECMA-262 7.3.15): 0 none, 1 not extensible, 2 sealed, 3 frozen. */
export const GC_INTEGRITY = 0x60;
export const GC_INTEGRITY_SHIFT = 5;
export const NOT_EXTENSIBLE = 1;
export const SEALED = 2;
export const FROZEN = 3;
export const HEADER_HASH_SHIFT = 40n;
export const HEADER_HASH_MASK = 0xff_ffff;
export const SHAPE_ADDRESS_MASK = 0xffff_ffffn;
export const FORWARDED_BIT = 1n;
/** Alignment and unit of size of all cells. */
export const CELL_ALIGNMENT = 8;

/** Cell kinds, in a shape's first byte. Strings come first: `kind <= KIND_LAST_STRING`. */
export const KIND_STRING8 = 0;
export const KIND_STRING16 = 1;
export const KIND_ROPE = 2;
export const KIND_LAST_STRING = 2;
export const KIND_SYMBOL = 3;
export const KIND_BIGINT = 4;
/** Kinds from here on are objects to the language. */
export const KIND_FIRST_OBJECT = 5;
export const KIND_OBJECT = 5;
export const KIND_ARRAY = 6;
export const KIND_FUNCTION = 7;
export const KIND_TYPED_ARRAY = 8;
/** Raw bytes; to the language an ArrayBuffer. */
export const KIND_BYTES = 9;
/** Kinds from here on are never the value of an expression. */
export const KIND_FIRST_INTERNAL = 10;
export const KIND_CAPTURED = 10;
export const KIND_ELEMENTS_F64 = 11;
export const KIND_ELEMENTS_VALUE = 12;
export const KIND_DICTIONARY = 13;

/** Cells with a payload of variable length have `u32 length` here and the payload at PAYLOAD. */
export const LENGTH = 8;
export const PAYLOAD = 16;

/** A captured mutable variable: one slot, raw or value by its shape. */
export const CAPTURED_SLOT = 8;
export const CAPTURED_BYTES = 16;

/** Memory behind the last cell of a heap space that is mapped and unused: a load at an offset below this from any cell cannot fault. */
export const LOAD_SLACK_BYTES = 64;
