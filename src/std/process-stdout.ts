/** process.stdout. */

import { writeChunk } from './process-stream.ts';

export const fd = 1;

export function write(chunk: string | Uint8Array): boolean {
  writeChunk(fd, chunk);
  return true;
}
