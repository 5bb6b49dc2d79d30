/**
 * The end for what must not happen: a fault outside of where one can be meant, or a broken precondition of the kernel. Prints what is
 * known and ends the program with 134, node's code after an abort.
 */
import { addr, cli, i32, readCr2, type ref, text } from 'toro:machine';
import { reportFault } from '../runtime/fault-report.ts';
import { consoleWriteText } from './console.ts';
import { powerOff } from './power.ts';

const EXIT_ABORTED = 134;

/** Prints a short unique text, and ends. */
export function panic(message: ref): never {
  cli();
  consoleWriteText(text('toro: panic: '));
  consoleWriteText(message);
  consoleWriteText(text('\n'));
  powerOff(i32(EXIT_ABORTED));
}

/**
 * A fault, or an interrupt that nobody asked for.
 * @noalloc
 * @symbol handleFault
 */
export function handleFault(frame: addr): never {
  reportFault(frame, readCr2());
  powerOff(i32(EXIT_ABORTED));
}
