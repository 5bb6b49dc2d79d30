/** Files that must not survive the command: removed when their use ends, fails, or is interrupted. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { writing } from './file-error.ts';
import { dieBySignal, handlingSignals } from './signals.ts';

const live = new Set<string>();

function remove(path: string): void {
  live.delete(path);
  rmSync(path, { recursive: true, force: true });
}

process.on('exit', () => {
  for (const path of live) remove(path);
});

/** Runs `body` and then removes `path`, if it is there, whatever has happened. */
export async function withTemporary<Result>(path: string, body: () => Promise<Result>): Promise<Result> {
  live.add(path);
  try {
    return await handlingSignals((signal) => {
      for (const each of live) remove(each);
      dieBySignal(signal);
    }, body);
  } finally {
    remove(path);
  }
}

/** Runs `body` with a fresh directory below the system's directory for temporary files. */
export function withWorkDirectory<Result>(body: (directory: string) => Promise<Result>): Promise<Result> {
  const directory = writing(tmpdir(), () => mkdtempSync(join(tmpdir(), 'toroc-')));
  return withTemporary(directory, () => body(directory));
}
