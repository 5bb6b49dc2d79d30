/** Builds programs with toroc in this process (which saves its start-up for each) and runs the result hosted or under QEMU. */
import { createHash } from 'node:crypto';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { build } from '../../src/driver.ts';
import { type Outcome, execute } from './execute.ts';
import { type Program } from './oracle.ts';
import { repositoryRoot } from './programs.ts';

export type Target = 'linux' | 'toro';

export interface BuildVariant {
  optimise?: 0 | 1 | 2;
  /** A check with a panic for every access that a proof left unchecked. */
  audit?: boolean;
  /** Collect at every allocation. */
  chaos?: boolean;
}

/** Compiles a program for a target and gives the executable's path. Rejects with the compiler's diagnostics. */
export async function compile({ entry, include }: Program, target: Target, variant: BuildVariant = {}): Promise<string> {
  const folder = join(repositoryRoot, 'build/executables');
  mkdirSync(folder, { recursive: true });
  const key = createHash('sha256').update(JSON.stringify([entry, target, variant])).digest('hex').slice(0, 12);
  const output = join(folder, `${entry.replace(/\.ts$/, '').replaceAll('/', '-')}-${key}`);
  await build({ entry: join(repositoryRoot, entry), output, target, include: include.map((path) => join(repositoryRoot, path)), ...variant });
  return output;
}

/** Runs a hosted executable. */
export function runHosted(executable: string, args: readonly string[], timeoutMs: number): Promise<Outcome> {
  return execute(executable, args, { cwd: repositoryRoot, timeoutMs });
}

/**
 * Boots an image in QEMU's microvm with emulated instructions. Stdout and stderr both go to the serial line, so `stdout` of the outcome has
 * them merged; the exit code comes from isa-debug-exit and debugcon (see "Exit" in the design: `2 * code + 1`, and 127 with the code as the
 * last line of debugcon for what does not fit).
 */
export async function runInQemu(image: string, args: readonly string[], timeoutMs: number): Promise<Outcome> {
  const commandLine = args.length === 0 ? [] : ['-append', `toro=${args.map(encodeURIComponent).join(' ')}`];
  const outcome = await execute(
    'qemu-system-x86_64',
    [
      ...['-accel', 'tcg', '-M', 'microvm', '-m', '128M', '-nodefaults', '-no-user-config', '-no-reboot', '-display', 'none'],
      ...['-serial', 'stdio', '-device', 'isa-debug-exit,iobase=0xf4,iosize=4', '-kernel', image, ...commandLine],
      ...['-chardev', 'file,id=debug,path=/dev/stderr', '-device', 'isa-debugcon,iobase=0xe9,chardev=debug'],
    ],
    { cwd: repositoryRoot, timeoutMs },
  );
  return { ...outcome, stdout: outcome.stdout.replaceAll('\r\n', '\n'), stderr: '', exit: programExitCode(outcome) };
}

/** The program's exit code from QEMU's. */
function programExitCode({ exit, stderr }: Outcome): number | string {
  if (typeof exit !== 'number' || exit % 2 === 0) return exit === 0 ? 'QEMU ended without the exit device' : `QEMU failed: ${exit}`;
  const code = (exit - 1) / 2;
  return code < 127 ? code : Number(stderr.trimEnd().split('\n').pop());
}
