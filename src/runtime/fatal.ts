import { addr, addressOf, i32, load32, type ref, text, u64 } from 'toro:machine';
import { platformExit, platformWrite } from 'toro:platform';
import { STRING_LENGTH, STRING_UNITS } from '../layout/string.ts';

/** node's exit code after a fatal error: 128 + SIGABRT. */
export const EXIT_ABORTED = 134;

/** Writes a static Latin-1 message to standard error and ends the program with 134, without unwinding. */
export function fatal(message: ref): never {
  platformWrite(i32(2), addr(addressOf(message) + u64(STRING_UNITS)), u64(load32(message, STRING_LENGTH)));
  platformExit(i32(EXIT_ABORTED));
}

/** What node prints when its heap limit is reached. */
export function outOfMemory(): never {
  fatal(text('FATAL ERROR: Reached heap limit Allocation failed - JavaScript heap out of memory\n'));
}
