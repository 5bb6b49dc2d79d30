/** The output of a build: it appears whole under its name, or not at all. */
import { randomBytes } from 'node:crypto';
import { accessSync, constants, copyFileSync, readFileSync, realpathSync, renameSync, statSync, type Stats, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { CompileError, diagnostics } from '../frontend/diagnostic.ts';
import { writing } from './file-error.ts';
import { withTemporary } from './temporary-files.ts';

function existing(path: string): Stats | undefined {
  return statSync(path, { throwIfNoEntry: false });
}

/** Throws a CompileError where `output` plainly cannot be written, before time goes into a compilation. */
export function checkOutput(output: string, entry: string): void {
  writing(output, () => {
    const status = existing(output);
    if (status?.isDirectory()) throw new CompileError([diagnostics.cannotWrite(output, 'it is a directory')]);
    const source = existing(entry);
    if (status && source && status.ino === source.ino && status.dev === source.dev) {
      throw new CompileError([diagnostics.outputIsInput(output)]);
    }
    accessSync(status && !status.isFile() ? output : dirname(output), constants.W_OK);
  });
}

/**
 * Puts a finished file at `output`, through a temporary file beside it that is renamed. A symbolic link is followed;
 * a device or pipe, which must not be replaced by a file, is written to.
 */
export async function placeOutput(finished: string, output: string): Promise<void> {
  const status = existing(output);
  if (status && !status.isFile()) {
    writing(output, () => writeFileSync(output, readFileSync(finished)));
    return;
  }
  const target = status ? realpathSync(output) : output;
  const temporary = `${target}.${process.pid}-${randomBytes(4).toString('hex')}.tmp`;
  await withTemporary(temporary, async () => {
    writing(output, () => {
      copyFileSync(finished, temporary);
      renameSync(temporary, target);
    });
  });
}
