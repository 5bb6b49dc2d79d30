/**
 * The kernel's main. Everything else initialises when it is first used, so that a program pays for what it uses: the heap's memory
 * is looked for by the first allocation, the timer started by the first question for the time, interrupts by the first wait.
 */
import { addr, callAddress, i32, symbol } from 'toro:machine';
import { clockInit } from './clock.ts';
import { lapicAcceptNmi } from './lapic.ts';
import { platformExit } from './platform.ts';
import { serialInit } from './serial.ts';

/**
 * Entered from the boot code with interrupts off, on the main stack.
 * @symbol kernelMain
 */
export function kernelMain(): never {
  clockInit(); // notes when the program began
  serialInit(); // before anything that could panic
  lapicAcceptNmi();
  callAddress(addr(symbol('program_main')), 0n, 0n, 0n); // the program
  platformExit(i32(0));
}
