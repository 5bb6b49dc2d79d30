/** Writing to process.stdout and process.stderr. */

import { writeBytes, writeString } from './intrinsics.ts';
import { invalidArgumentType } from './node-error.ts';

/** Writes at once; the callback runs before the call returns. */
export function writeChunk(fd: number, chunk: string | Uint8Array): void {
  if (typeof chunk === 'string') writeString(fd, chunk);
  else if (chunk instanceof Uint8Array) writeBytes(fd, chunk);
  else throw invalidArgumentType('chunk', 'of type string or an instance of Buffer or Uint8Array', chunk);
}
