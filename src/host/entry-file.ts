/** The checks on the entry file that need no compiler. */
import { accessSync, constants, statSync } from 'node:fs';
import { CompileError, diagnostics } from '../frontend/diagnostic.ts';
import { reading } from './file-error.ts';

/** Throws a CompileError unless `entry` is a TypeScript file that can be read. */
export function checkEntry(entry: string): void {
  const status = reading(entry, () => statSync(entry));
  if (status.isDirectory()) throw new CompileError([diagnostics.entryIsDirectory(entry)]);
  if (!/\.[mc]?ts$/.test(entry) || /\.d\.[mc]?ts$/.test(entry)) throw new CompileError([diagnostics.entryNotTypeScript(entry)]);
  reading(entry, () => accessSync(entry, constants.R_OK));
}
