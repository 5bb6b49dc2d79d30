/**
 * String cells. UTF-16 in meaning, in memory Latin-1 units (STRING8) or UTF-16 units (STRING16), or a rope.
 *
 *   STRING8, STRING16   0 header   8 u32 length in units   12 u32 hash (0 = not yet)   16 units, zero-padded to 8 bytes
 *   ROPE                0 header   8 u32 length in units   12 u32 wide   16 left   24 right (0: flattened into left)
 *
 * wide is 1 where a leaf is a STRING16, so that flattening knows its width.
 *
 * A STRING16 may hold Latin-1 units only: width is no part of identity. The zero padding lets equality compare whole words.
 */
export const STRING_LENGTH = 8;
export const STRING_HASH = 12;
export const STRING_UNITS = 16;
export const ROPE_WIDE = 12;
export const ROPE_LEFT = 16;
export const ROPE_RIGHT = 24;
export const ROPE_BYTES = 32;

/** V8's limit on 64-bit machines: longer strings throw RangeError "Invalid string length". */
export const STRING_MAX_LENGTH = 0x1fff_ffe8;
/** A concatenation of at least this many units makes a rope: below, copying is cheaper than a later flattening. */
export const ROPE_THRESHOLD = 24;

/**
 * `single_characters`: 256 static STRING8 cells of this size, for code units 0 to 255, in order (src/runtime-asm/single-characters.asm).
 */
export const SINGLE_CHARACTER_BYTES = 24;
