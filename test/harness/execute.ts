/** Runs one process to its end under a time limit, and a bounded number of them at a time. */
import { spawn } from 'node:child_process';

export interface Outcome {
  stdout: string;
  stderr: string;
  /** The exit code, or the signal's name for a process that was killed. */
  exit: number | string;
  timedOut: boolean;
}

export interface ExecuteOptions {
  cwd: string;
  timeoutMs: number;
  /** Added to the environment; undefined removes a variable. */
  env?: Record<string, string | undefined>;
}

const outputLimitBytes = 64 << 20;

/** Runs `command` with `args`. Output is decoded as Latin-1, so that comparing strings compares bytes. Never rejects but for a command that cannot be started. */
export function execute(command: string, args: readonly string[], { cwd, timeoutMs, env }: ExecuteOptions): Promise<Outcome> {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { cwd, env: { ...process.env, ...env }, stdio: ['ignore', 'pipe', 'pipe'] });
    const chunks: { stdout: Buffer[]; stderr: Buffer[] } = { stdout: [], stderr: [] };
    let lengthBytes = 0;
    let timedOut = false;
    const timer = setTimeout(() => {
      timedOut = true;
      child.kill('SIGKILL');
    }, timeoutMs);
    for (const stream of ['stdout', 'stderr'] as const) {
      child[stream].on('data', (chunk: Buffer) => {
        lengthBytes += chunk.length;
        if (lengthBytes > outputLimitBytes) child.kill('SIGKILL');
        else chunks[stream].push(chunk);
      });
    }
    child.on('error', (error) => {
      clearTimeout(timer);
      reject(error);
    });
    child.on('close', (code, signal) => {
      clearTimeout(timer);
      const decode = (parts: Buffer[]): string => Buffer.concat(parts).toString('latin1');
      resolve({ stdout: decode(chunks.stdout), stderr: decode(chunks.stderr), exit: code ?? signal ?? 'unknown', timedOut });
    });
  });
}

/** A function that runs tasks at most `limit` at a time, in order of arrival. */
export function boundedConcurrency(limit: number): <T>(task: () => Promise<T>) => Promise<T> {
  let running = 0;
  const waiting: (() => void)[] = [];
  return async (task) => {
    if (running >= limit) await new Promise<void>((resolve) => waiting.push(resolve));
    else running++;
    try {
      return await task();
    } finally {
      const next = waiting.shift();
      if (next) next();
      else running--;
    }
  };
}
