/** What node 20 prints for an exception that nothing catches, and how it ends (src/node_errors.cc, TriggerUncaughtException). */

import { Error } from './error.ts';
import { announceExit } from './exit.ts';
import { inspect } from './inspect.ts';
import { platformExit, throwSite, writeString } from './intrinsics.ts';

const STDERR = 2;
const UNCAUGHT_EXIT_CODE = 1;
const NODE_VERSION = 'v20.20.2';

/** Prints where the exception was thrown, and what it is; ends the program. The entry calls it around the main module and the event loop. */
export function endWithUncaught(exception: unknown): never {
  announceExit(UNCAUGHT_EXIT_CODE);
  let text = throwSite();
  if (exception instanceof Error) {
    text += `\n${inspect(exception)}\n`;
  } else {
    text += typeof exception === 'string' ? `${exception}\n` : `${inspect(exception)}\n`;
    if (typeof exception !== 'object' || exception === null) {
      text += '(Use `node --trace-uncaught ...` to show where the exception was thrown)\n';
    }
  }
  writeString(STDERR, `${text}\nNode.js ${NODE_VERSION}\n`);
  platformExit(UNCAUGHT_EXIT_CODE);
}
