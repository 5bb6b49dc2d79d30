/** The files that `--include` puts into the image. */
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import { reading } from './file-error.ts';

export interface IncludedFile {
  /**
   * Name in the image: relative to the working directory of the build where the file lies below it (the program's
   * relative paths then mean the same under node), else absolute. Without `.` and `..`.
   */
  path: string;
  content: Uint8Array;
}

/** Reads files and whole directories, symbolic links followed; sorted by name, each once. Throws a CompileError for what cannot be read. */
export function readIncludedFiles(paths: readonly string[]): IncludedFile[] {
  const files = new Map<string, IncludedFile>();
  const add = (path: string, openDirectories: readonly string[]): void => {
    const status = reading(path, () => statSync(path));
    if (status.isDirectory()) {
      const identity = `${status.dev}:${status.ino}`;
      // A link to a directory above itself.
      if (openDirectories.includes(identity)) return;
      for (const name of reading(path, () => readdirSync(path))) add(join(path, name), [...openDirectories, identity]);
    } else if (status.isFile()) {
      const name = imagePath(path);
      files.set(name, { path: name, content: reading(path, () => readFileSync(path)) });
    }
  };
  for (const path of paths) add(path, []);
  return [...files.values()].sort((a, b) => (a.path < b.path ? -1 : 1));
}

function imagePath(path: string): string {
  const absolute = resolve(path);
  const fromHere = relative(process.cwd(), absolute);
  return fromHere.startsWith('..') ? absolute : fromHere;
}
