/**
 * Shape records: what a cell's header names. Static shapes are data in the image, made by the compiler.
 *
 *    0 u8  kind (cell.ts)          1 u8  flags
 *    2 u16 size in words, header included; 0: payload of variable length (cell.ts LENGTH), see SHAPE_UNIT_SHIFT
 *    4 u32 pointer bitmap: bit i set = word i of the cell is tracked (ref or value); word 0 is the header.
 *          With SHAPE_FLAG_LONG_MAP: address of ceil(words / 32) such u32s
 *    8 u64 prototype, a boxed value: an object, null, or undefined: the language's for the kind of cell (built-in-prototypes.ts)
 *   16 u32 address of the property table      20 u32 number of properties
 *   24 u32 name: string cell of the class or function name, 0 = none
 *   28 u8  unit shift: log2 of the bytes per unit of a variable payload; of a typed array: its element type (array.ts)
 *   29 u8  tracked payload: 1 = every payload word is tracked
 *   30 u16 function: `length` property
 *   32 u64 function: address of the uniform entry, else 0
 *   40 u32 extension word's index in the cell (src/layout/dictionary.ts), 0 = the layout has none
 *   44 u32 function: address of the string cell of its source text, 0 = none
 *
 * Property table: entries in property order, 8 bytes each:
 *
 *    0 u32 key: address of the interned string (or symbol) cell
 *    4 u16 slot: word index in the cell; an accessor has getter at slot, setter at slot + 1
 *    6 u8  representation of the slot
 *    7 u8  attributes
 */
export const SHAPE_BYTES = 48;
export const SHAPE_KIND = 0; // u8
export const SHAPE_FLAGS = 1; // u8
export const SHAPE_SIZE_WORDS = 2; // u16
export const SHAPE_POINTER_BITMAP = 4; // u32
export const SHAPE_PROTOTYPE = 8; // u64
export const SHAPE_PROPERTIES = 16; // u32
export const SHAPE_PROPERTY_COUNT = 20; // u32
export const SHAPE_NAME = 24; // u32
export const SHAPE_UNIT_SHIFT = 28; // u8
export const SHAPE_ELEMENT_TYPE = 28; // u8
export const SHAPE_TRACKED_PAYLOAD = 29; // u8
export const SHAPE_FUNCTION_LENGTH = 30; // u16
export const SHAPE_UNIFORM_ENTRY = 32; // u64
export const SHAPE_EXTENSION_WORD = 40; // u32
export const SHAPE_SOURCE_TEXT = 44; // u32

export const SHAPE_FLAG_LONG_MAP = 0x01;
/** A function that is a class constructor: calling it without `new` throws, and console.log prints [class X]. */
export const SHAPE_FLAG_CLASS = 0x02;
/** Objects of this shape are Errors: console.log and uncaught errors print their stack. */
export const SHAPE_FLAG_ERROR = 0x04;
/** No property can be added: preventExtensions, seal, freeze. */
export const SHAPE_FLAG_NOT_EXTENSIBLE = 0x08;

/** A generator function: console.log prints [GeneratorFunction: f]. */
export const SHAPE_FLAG_GENERATOR = 0x10;
/** An async function; with the flag above an async generator. */
export const SHAPE_FLAG_ASYNC = 0x20;

export const PROPERTY_BYTES = 8;
export const PROPERTY_KEY = 0; // u32
export const PROPERTY_SLOT = 4; // u16
export const PROPERTY_REPRESENTATION = 6; // u8
export const PROPERTY_ATTRIBUTES = 7; // u8

/** Slot representations. In all of them the slot is 8 bytes. */
export const SLOT_VALUE = 0;
export const SLOT_F64 = 1;
export const SLOT_F64U = 2;
/** Sign-extended 32-bit integer. */
export const SLOT_I32 = 3;
/** Integer proven within 2^53. */
export const SLOT_I64 = 4;
export const SLOT_BOOL = 5;
/** A cell address: the same bits as a value. */
export const SLOT_REF = 6;

export const ATTRIBUTE_WRITABLE = 0x01;
export const ATTRIBUTE_ENUMERABLE = 0x02;
export const ATTRIBUTE_CONFIGURABLE = 0x04;
export const ATTRIBUTE_ACCESSOR = 0x08;
export const ATTRIBUTES_OF_ASSIGNMENT = 0x07;
