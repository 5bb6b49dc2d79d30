/** The end of a program that asks at run time for something that node has and this library lacks: never a wrong answer, nor an exception. */

import { platformExit, writeString } from './intrinsics.ts';

export const UNSUPPORTED_EXIT_CODE = 70;

/** Says what is missing on stderr and ends the program. */
export function unsupported(what: string): never {
  writeString(2, `toroc: ${what} is not supported\n`);
  platformExit(UNSUPPORTED_EXIT_CODE);
}
