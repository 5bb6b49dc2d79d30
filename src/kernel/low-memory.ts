/**
 * The memory below 640 KB that the kernel keeps for itself. It is mapped writable and exists on every PC; the boot code
 * (src/multiboot/entry.asm) put the first two areas there.
 */

/** The loader's memory map, `MEMORY_MAP_ENTRY_BYTES` an entry. */
export const MEMORY_MAP = 0x10000n;
/** The command line, ended by a zero byte. */
export const COMMAND_LINE = 0x11000n;
export const COMMAND_LINE_LIMIT = 0x20000n;
/** The list of free memory, one page (physical-memory.ts). */
export const FREE_REGIONS = 0x20000n;
/** Pages for page tables (page-tables.ts), up to well below what firmware reserves under 640 KB. */
export const TABLE_PAGES = 0x21000n;
export const TABLE_PAGES_LIMIT = 0x80000n;
