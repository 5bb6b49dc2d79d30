/**
 * `trace_cache`, in the mutable region: where the return addresses of the trace captured last lie on the stack. A collection empties it,
 * since the key may name a cell. Errors that are made again
 * on the same stack share that trace, once each word was found unchanged: an unchanged return address means a frame of the same size, and
 * so the next one at the same place.
 *
 * -16 u64 address of the end entry
 *  -8 u64 key: the class that the trace was captured for, and how many frames to show
 *   0 entries: u64 address of the word, u64 the return address in it; innermost first
 *
 * Behind the last word come entries that hold always, up to a multiple of TRACE_CACHE_GROUP, and then the end entry, which never does.
 */
export const TRACE_CACHE_END = -16;
export const TRACE_CACHE_KEY = -8;
export const TRACE_CACHE_ENTRY_BYTES = 16;
export const TRACE_CACHE_ADDRESS = 0; // u64
export const TRACE_CACHE_WORD = 8; // u64
/** Entries that are compared between two looks for the end. */
export const TRACE_CACHE_GROUP = 4;
/** Longer traces are not cached. */
export const TRACE_CACHE_WORDS = 60;
export const TRACE_CACHE_HEAD_BYTES = 16;
export const TRACE_CACHE_BYTES = 1040;
