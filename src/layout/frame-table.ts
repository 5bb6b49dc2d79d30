/**
 * The frame table: for each call site, by return address, the frame's size, its live references and its handler. Emitted in
 * address order by the code generator in section `.frametable`, read by the collector and the unwinder; nothing is built at start-up.
 *
 * `frame_table`:   u32 number of records, u32 0, then the records, ascending by start address. A record covers the code from its
 * start to the next record's start; a function longer than 64 KB has several, so that offsets fit 16 bits.
 *
 *    0 u32 start address of the code
 *    4 u32 address of the sites: per site u16 return offset from start, u16 live map index; ascending by offset
 *    8 u32 address of the handler list, 0 = none
 *   12 u32 address of the live maps that the indices count from
 *   16 u16 number of sites; bit 15 set: of a function that traces don't count, since they may leave all of its source frames out
 *      (the library's, constructors)
 *   18 u16 frame size in words: at a site, the frame's own return address lies at rsp + 8 x size
 *
 * Live map (shared by all sites with the same set): at `live maps + 2 x index`: u16 count, then count u16 slots, in words from
 * rsp at the site. A slot may lie beyond the frame size (an argument in the caller's frame). Each slot holds a ref or a value.
 *
 * Handler list: u32 count, then per site with a handler, ascending: u32 return offset, u32 address of the handler.
 * A handler is entered with rsp as at the site and the thrown value in rax.
 *
 * Instructions that may fault need no site of their own: they are called, and a fault is thrown from the call (src/runtime/fault-sites.ts).
 *
 * A stack ends at a frame whose return address is 0: the entry stub pushes 0 and jumps to the first function.
 */
export const FRAME_TABLE_COUNT = 0; // u32
export const FRAME_TABLE_RECORDS = 8;

export const FRAME_RECORD_BYTES = 20;
export const FRAME_RECORD_START = 0; // u32
export const FRAME_RECORD_SITES = 4; // u32
export const FRAME_RECORD_HANDLERS = 8; // u32
export const FRAME_RECORD_LIVE_MAPS = 12; // u32
export const FRAME_RECORD_SITE_COUNT = 16; // u16
export const FRAME_RECORD_UNSHOWN = 0x8000;
export const FRAME_RECORD_SIZE_WORDS = 18; // u16

export const FRAME_SITE_BYTES = 4;
export const FRAME_SITE_OFFSET = 0; // u16
export const FRAME_SITE_LIVE_MAP = 2; // u16

export const HANDLER_LIST_COUNT = 0; // u32
export const HANDLER_LIST_ENTRIES = 4;
export const HANDLER_BYTES = 8;
export const HANDLER_RETURN_OFFSET = 0; // u32
export const HANDLER_ADDRESS = 4; // u32

/**
 * `frame_cache`, in the mutable region: direct-mapped by the low byte of the return address, one entry per slot:
 *
 *    0 u32 return address (0 = empty)
 *    4 u32 address of its handler (0 = none)
 *    8 u64 bytes from the stack pointer at the site to that in the caller
 *   16 u32 address of its record
 *   20 u32 address of its site
 */
export const FRAME_CACHE_SLOT_MASK = 255;
export const FRAME_CACHE_ENTRY_BYTES = 32;
export const FRAME_CACHE_BYTES = 8192;
export const FRAME_ENTRY_RETURN_ADDRESS = 0;
export const FRAME_ENTRY_HANDLER = 4;
export const FRAME_ENTRY_ADVANCE = 8;
export const FRAME_ENTRY_RECORD = 16;
export const FRAME_ENTRY_SITE = 20;
