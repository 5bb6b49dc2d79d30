/** Runs the built `toroc` command as a user does: `scripts/setup` (or `npm run build`) has to have run. */
import { execFileSync, spawn, type ChildProcess } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { packageFile } from '../../src/host/package-root.ts';

export interface CommandOutcome {
  exitCode: number | null;
  signal: NodeJS.Signals | null;
  stdout: string;
  stderr: string;
}

export interface RunningCommand {
  child: ChildProcess;
  outcome: Promise<CommandOutcome>;
}

export interface CommandSurroundings {
  cwd?: string;
  env?: Record<string, string | undefined>;
  input?: string;
}

/** A directory that goes when the test ends. */
export function scratchDirectory(): string {
  const directory = mkdtempSync(join(tmpdir(), 'toroc-cli-test-'));
  onTestFinished(() => rmSync(directory, { recursive: true, force: true }));
  return directory;
}

/** Path of a module of the built compiler, e.g. `builtModule('cli/main.js')`. */
export function builtModule(path: string): string {
  const file = packageFile(join('dist/src', path));
  if (!existsSync(file)) throw new Error(`${file} is missing: run scripts/setup first`);
  return file;
}

/** Starts node with `args`. */
export function startNode(args: readonly string[], { cwd, env, input }: CommandSurroundings = {}): RunningCommand {
  const child = spawn(process.execPath, args, { cwd, env: { ...process.env, ...env }, stdio: ['pipe', 'pipe', 'pipe'] });
  const output = { stdout: '', stderr: '' };
  // A character may come in two chunks.
  child.stdout.setEncoding('utf8');
  child.stderr.setEncoding('utf8');
  child.stdout.on('data', (chunk) => (output.stdout += chunk));
  child.stderr.on('data', (chunk) => (output.stderr += chunk));
  child.stdin.end(input ?? '');
  const outcome = new Promise<CommandOutcome>((resolve) => {
    child.on('close', (exitCode, signal) => resolve({ exitCode, signal, ...output }));
  });
  return { child, outcome };
}

/** Runs `toroc ARGS` to its end. */
export function toroc(args: readonly string[], surroundings: CommandSurroundings = {}): Promise<CommandOutcome> {
  return startNode([builtModule('cli/main.js'), ...args], surroundings).outcome;
}

/** Runs an ES module's text with the built compiler's modules importable by absolute path. */
export function startScript(text: string, surroundings: CommandSurroundings = {}): RunningCommand {
  return startNode(['--input-type=module', '--eval', text], surroundings);
}

/** Assembles a flat multiboot image whose 32-bit code is `code`, and gives its path. */
export function flatImage(directory: string, code: string): string {
  const source = join(directory, 'image.asm');
  const image = join(directory, 'image.bin');
  const text = `
    org 0x100000
    bits 32
header: dd 0x1badb002, 1 << 16, -(0x1badb002 + (1 << 16)), header, header, 0, 0, entry
entry:
${code}
halt: hlt
    jmp halt`;
  writeFileSync(source, text);
  execFileSync('nasm', ['-f', 'bin', '-o', image, source]);
  return image;
}
