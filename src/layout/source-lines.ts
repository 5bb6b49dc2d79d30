/**
 * `source_lines`: the program's lines that an uncaught error may show, of its `throw` statements, constructor calls and operations that
 * throw. Entries of four u32s, until one of zeros: string cell of the file as traces name it, line (from 1), string cell of its text, 0.
 */
export const SOURCE_LINE_ENTRY_BYTES = 16n;
export const SOURCE_LINE_FILE = 0; // u32
export const SOURCE_LINE_NUMBER = 4; // u32
export const SOURCE_LINE_TEXT = 8; // u32
