/**
 * `included_files`: the files that `--include` put into the image, in the order of their paths.
 *
 *   u32 number, u32 0, then per file: u32 string cell of the path, u32 address of the bytes, u32 number of bytes, u32 0
 */
export const INCLUDED_COUNT = 0; // u32
export const INCLUDED_FILES = 8;
export const INCLUDED_FILE_BYTES = 16;
export const INCLUDED_PATH = 0; // u32
export const INCLUDED_DATA = 4; // u32
export const INCLUDED_LENGTH = 8; // u32
