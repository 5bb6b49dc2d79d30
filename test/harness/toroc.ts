/** Builds programs with toroc in this process (which saves its start-up for each) and runs the result hosted or under QEMU. */
import { createHash } from 'node:crypto';
import { chmodSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { launchFailure, programExitCode, qemuArguments } from '../../src/cli/qemu-command-line.ts';
import { build, buildVariants } from '../../src/driver.ts';
import { fileOffsetOfSymbol } from './elf-symbol.ts';
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

/**
 * Compiles a program for a target and gives the executable's path. Rejects with the compiler's diagnostics. The working directory must be the
 * repository's root: included files keep their paths relative to it.
 */
export async function compile({ entry, include }: Program, target: Target, variant: BuildVariant = {}): Promise<string> {
  const output = outputPath(entry, target, variant);
  await build({ entry, output, target, include, ...variant });
  return output;
}

/** As `compile` of each variant for the hosted target, in far less time: each analyses the program once, and `chaos` costs no compilation. */
export async function compileVariants({ entry, include }: Program, variants: readonly BuildVariant[]): Promise<string[]> {
  const builds = new Map(variants.map(({ chaos: _, ...variant }) => [outputPath(entry, 'linux', variant), variant]));
  await buildVariants({ entry, target: 'linux', include }, [...builds].map(([output, variant]) => ({ ...variant, output })));
  return variants.map(({ chaos, ...variant }) => {
    const executable = outputPath(entry, 'linux', variant);
    return chaos ? withChaos(executable) : executable;
  });
}

/** A copy of an executable with symbols that is as one built with `chaos`, which differs in one word of its data. A program that never allocates lacks it. */
function withChaos(executable: string): string {
  const bytes = readFileSync(executable);
  const flag = fileOffsetOfSymbol(bytes, 'chaos_flag');
  if (flag === undefined) return executable;
  bytes.writeUInt32LE(1, flag);
  const output = `${executable}-chaos`;
  rmSync(output, { force: true });
  writeFileSync(output, bytes);
  chmodSync(output, 0o755);
  return output;
}

function outputPath(entry: string, target: Target, variant: BuildVariant): string {
  const folder = join(repositoryRoot, 'build/executables');
  mkdirSync(folder, { recursive: true });
  const key = createHash('sha256').update(JSON.stringify([entry, target, variant])).digest('hex').slice(0, 12);
  return join(folder, `${entry.replace(/\.ts$/, '').replaceAll('/', '-')}-${key}`);
}

/** Runs a hosted executable. */
export function runHosted(executable: string, args: readonly string[], timeoutMs: number): Promise<Outcome> {
  return execute(executable, args, { cwd: repositoryRoot, timeoutMs });
}

/**
 * Boots an image in QEMU's microvm with emulated instructions. Stdout and stderr both go to the serial line, so `stdout` of the outcome has
 * them merged.
 */
export async function runInQemu(image: string, args: readonly string[], timeoutMs: number): Promise<Outcome> {
  const debugconPath = `${image}.debugcon`;
  rmSync(debugconPath, { force: true });
  const machine = qemuArguments({ memory: '128M', smp: 1, accelerator: 'tcg' }, { image, debugconPath, args, epochMs: Date.now() });
  const outcome = await execute('qemu-system-x86_64', ['-M', 'microvm', ...machine], { cwd: repositoryRoot, timeoutMs });
  const status = typeof outcome.exit === 'number' ? outcome.exit : undefined;
  const failure = launchFailure(status, outcome.stderr);
  if (failure !== undefined) throw new Error(`QEMU: ${failure}`);
  const debugcon = existsSync(debugconPath) ? readFileSync(debugconPath, 'latin1') : '';
  const exit = programExitCode(status, debugcon) ?? `QEMU ended with ${outcome.exit}, not through the exit device`;
  return { ...outcome, stdout: outcome.stdout.replaceAll('\r\n', '\n'), stderr: '', exit };
}
