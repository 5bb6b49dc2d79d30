/**
 * The position table: source positions of call sites with their inline chains, for stack traces. In section `.positions`,
 * parallel to the frame table, decoded only when a trace is printed.
 *
 * `position_table`: one u32 per record of the frame table: the address of its byte stream, 0 = no positions (shown in no trace).
 * `position_scopes`: per source function: u32 name string cell (0 = anonymous or module level), u32 file string cell
 * (0 = library or kernel internals: left out of traces).
 *
 * Byte stream of a record: `uleb scope` of the compiled function, then for each site in order:
 *
 *   uleb (zigzag(line - line of the previous site, first: of 0) << 1 | inlined)
 *   uleb column
 *   inlined: uleb n, then n times, innermost first: uleb scope, uleb line, uleb column
 *
 * The line and column outside are those in the compiled function itself: of the outermost call that was inlined there.
 * Lines and columns count from 1.
 */
export const POSITION_STREAM_BYTES = 4;
export const SCOPE_BYTES = 8;
export const SCOPE_NAME = 0; // u32
export const SCOPE_FILE = 4; // u32
