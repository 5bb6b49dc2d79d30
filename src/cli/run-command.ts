import { join } from 'node:path';
import { build, type CompileOptions } from '../driver.ts';
import { noCache, openCache } from '../host/compile-cache.ts';
import { withWorkDirectory } from '../host/temporary-files.ts';
import { formatDiagnostics, useColour } from './print-diagnostic.ts';
import { runChild, signalExitCode } from './run-child.ts';
import { type MachineOptions, runInQemu } from './run-qemu.ts';

/** `toroc run`: builds into a temporary file, runs it, and gives the program's exit code. Rejects with a CompileError. */
export function runCommand(options: CompileOptions, args: readonly string[], machine: MachineOptions): Promise<number> {
  return withWorkDirectory(async (work) => {
    const { output, warnings } = await build({ ...options, output: join(work, 'program') });
    process.stderr.write(formatDiagnostics(warnings, useColour(process.stderr)));
    if (options.target === 'linux') return runHosted(output, args);
    return runInQemu(output, args, machine, options.cache === false ? noCache : openCache());
  });
}

async function runHosted(executable: string, args: readonly string[]): Promise<number> {
  const { exitCode, signal, startError } = await runChild(executable, args, 'inherit');
  if (startError !== undefined) throw new Error(`cannot run ${executable}: ${startError}`);
  return signal === undefined ? (exitCode ?? 0) : signalExitCode(signal);
}
