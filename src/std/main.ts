/** The life of a program: what its entry calls. */

import { runEventLoop } from './event-loop.ts';
import { endIdle } from './exit.ts';
import { endWithUncaught } from './uncaught.ts';

/**
 * Evaluates the main module, runs the event loop until nothing is left to do, and ends with process.exitCode.
 * mainIsModule: the main file is an ECMAScript module under node (not CommonJS), which decides when its ticks run.
 */
export function runProgram(evaluateMain: () => void, mainIsModule: boolean): never {
  try {
    evaluateMain();
    runEventLoop(mainIsModule);
  } catch (exception) {
    endWithUncaught(exception);
  }
  return endIdle();
}
