/**
 * `mutable_roots`: where the mutable region holds tracked words outside the heap (module variables of type ref or value, slots of
 * static objects that a program can change, prototypes in mutable shapes).
 *
 *   u32 number of runs, u32 0, then per run: u32 address of its first word, u32 number of consecutive tracked words
 */
export const ROOTS_COUNT = 0; // u32
export const ROOTS_RUNS = 8;
export const ROOT_RUN_BYTES = 8;
export const ROOT_RUN_ADDRESS = 0; // u32
export const ROOT_RUN_WORDS = 4; // u32
