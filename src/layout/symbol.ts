/**
 *   SYMBOL           0 header   8 description: a string, or undefined
 *
 * Well-known symbols are static cells.
 */
export const SYMBOL_DESCRIPTION = 8;
export const SYMBOL_BYTES = 16;
