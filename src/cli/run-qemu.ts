import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { CompileError, diagnostics } from '../frontend/diagnostic.ts';
import { type CompileCache } from '../host/compile-cache.ts';
import { missingTool } from '../host/run-tool.ts';
import { withWorkDirectory } from '../host/temporary-files.ts';
import { kvmWorks } from './kvm-probe.ts';
import { type Accelerator, launchFailure, type Machine, programExitCode, qemuArguments } from './qemu-command-line.ts';
import { runChild, signalExitCode } from './run-child.ts';

export interface MachineOptions {
  memory: string;
  smp: number;
  accelerator: Accelerator;
}

/** Boots an image in QEMU with the console on the standard streams, and gives the program's exit code. */
export async function runInQemu(image: string, args: readonly string[], options: MachineOptions, store: CompileCache): Promise<number> {
  const machine: Machine = { ...options, accelerator: await chooseAccelerator(options.accelerator, store) };
  return withWorkDirectory(async (work) => {
    const debugconPath = join(work, 'debugcon');
    const launch = { image, debugconPath, args, epochMs: Date.now() };
    const outcome = await runChild('qemu-system-x86_64', qemuArguments(machine, launch), 'pipe');
    if (outcome.startError === 'ENOENT') throw missingTool('qemu-system-x86_64');
    if (outcome.startError !== undefined) throw new CompileError([diagnostics.emulatorFailed(outcome.startError)]);
    if (outcome.interruptedBy !== undefined) return signalExitCode(outcome.interruptedBy);
    const failure = launchFailure(outcome.exitCode, outcome.stderr);
    if (failure !== undefined) throw new CompileError([diagnostics.emulatorFailed(failure)]);
    if (outcome.stderr !== '') process.stderr.write(`${outcome.stderr}\n`);
    if (outcome.signal !== undefined) return signalExitCode(outcome.signal);
    const debugcon = existsSync(debugconPath) ? readFileSync(debugconPath, 'latin1') : '';
    const exitCode = programExitCode(outcome.exitCode, debugcon);
    if (exitCode === undefined) throw new CompileError([diagnostics.machineStopped()]);
    return exitCode;
  });
}

async function chooseAccelerator(wanted: Accelerator, store: CompileCache): Promise<'kvm' | 'tcg'> {
  if (wanted === 'tcg') return 'tcg';
  if (await kvmWorks(store)) return 'kvm';
  if (wanted === 'kvm') throw new CompileError([diagnostics.cannotUseAccelerator('kvm')]);
  return 'tcg';
}
