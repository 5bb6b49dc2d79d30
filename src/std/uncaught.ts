/** What node 20 prints for an exception that nothing catches, and how it ends (src/node_errors.cc, TriggerUncaughtException). */

import { Error } from './error.ts';
import { announceExit } from './exit.ts';
import { spaces } from './inspect-text.ts';
import { inspect } from './inspect.ts';
import { platformExit, sourceLine, stringIndexOf, stringLastIndexOf, stringSlice, stringToNumber, writeString } from './intrinsics.ts';

const STDERR = 2;
const UNCAUGHT_EXIT_CODE = 1;
/** What begins each frame of a stack. */
const FRAME = '\n    at ';
const NODE_VERSION = 'v20.20.2';

/** Prints where the exception was thrown, and what it is; ends the program. The entry calls it around the main module and the event loop. */
export function endWithUncaught(exception: unknown): never {
  announceExit(UNCAUGHT_EXIT_CODE);
  let text = '';
  if (exception instanceof Error) {
    text = `${placeOf(exception)}\n${inspect(exception)}\n`;
  } else {
    text += typeof exception === 'string' ? `${exception}\n` : `${inspect(exception)}\n`;
    if (typeof exception !== 'object' || exception === null) {
      text += '(Use `node --trace-uncaught ...` to show where the exception was thrown)\n';
    }
  }
  writeString(STDERR, `${text}\nNode.js ${NODE_VERSION}\n`);
  platformExit(UNCAUGHT_EXIT_CODE);
}

/** Where the error was made: file and line, the line's text, and a caret below the column; '' where the image doesn't hold the line. */
function placeOf(error: Error): string {
  const stack: unknown = error.stack;
  if (typeof stack !== 'string') return '';
  const from = stringIndexOf(stack, FRAME, 0);
  if (from < 0) return '';
  const end = stringIndexOf(stack, '\n', from + FRAME.length);
  const frame = stringSlice(stack, from + FRAME.length, end < 0 ? stack.length : end);
  const open = stringLastIndexOf(frame, '(', frame.length);
  const place = open < 0 ? frame : stringSlice(frame, open + 1, frame.length - 1);
  const beforeColumn = stringLastIndexOf(place, ':', place.length);
  const beforeLine = stringLastIndexOf(place, ':', beforeColumn - 1);
  if (beforeLine < 0) return '';
  const line = stringToNumber(stringSlice(place, beforeLine + 1, beforeColumn));
  const column = stringToNumber(stringSlice(place, beforeColumn + 1, place.length));
  const source = sourceLine(stringSlice(place, 0, beforeLine), line | 0);
  return source === '' ? '' : `${stringSlice(place, 0, beforeColumn)}\n${source}\n${spaces((column | 0) - 1)}^\n`;
}
