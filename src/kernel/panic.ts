/**
 * The end for what must not happen: a fault outside of where one can be meant, or a broken precondition of the kernel. Prints what is
 * known and ends the program with 134, node's code after an abort.
 */
import { addr, cli, i32, load64, readCr2, type ref, text, u64 } from 'toro:machine';
import { FRAME_VECTOR } from '../layout/interrupt-frame.ts';
import { reportFault, reportInterruption } from '../runtime/fault-report.ts';
import { consoleWriteText } from './console.ts';
import { powerOff } from './power.ts';

const EXIT_ABORTED = 134;
const VECTOR_NMI = 2;

/** Prints a short unique text, and ends. */
export function panic(message: ref): never {
  cli();
  consoleWriteText(text('toro: panic: '));
  consoleWriteText(message);
  consoleWriteText(text('\n'));
  powerOff(i32(EXIT_ABORTED));
}

/**
 * A fault, or an interrupt that nobody asked for. Returns after an NMI only, which shows where the core is.
 * @noalloc
 * @symbol handleFault
 */
export function handleFault(frame: addr): void {
  if (load64(frame, FRAME_VECTOR) === u64(VECTOR_NMI)) {
    reportInterruption(frame);
    return;
  }
  reportFault(frame, readCr2());
  powerOff(i32(EXIT_ABORTED));
}
