/** node:fs over the files that were built into the image, and the Buffer that it reads into. */

type BufferEncoding = 'utf8' | 'utf-8' | 'ascii' | 'latin1' | 'binary' | 'hex';

interface Buffer extends Uint8Array<ArrayBuffer> {
  equals(other: Uint8Array): boolean;
  /** A view, unlike that of Uint8Array. */
  slice(start?: number, end?: number): Buffer;
  subarray(start?: number, end?: number): Buffer;
  toString(encoding?: BufferEncoding, start?: number, end?: number): string;
  toJSON(): { type: string; data: number[] };
}

declare module 'node:fs' {
  export function existsSync(path: string): boolean;
  export function readFileSync(path: string, options?: { encoding?: null | undefined } | null): Buffer;
  export function readFileSync(path: string, options: 'utf8' | 'utf-8' | { encoding: 'utf8' | 'utf-8' }): string;
  const fs: { existsSync: typeof existsSync; readFileSync: typeof readFileSync };
  export default fs;
}

declare module 'fs' {
  export * from 'node:fs';
  export { default } from 'node:fs';
}
