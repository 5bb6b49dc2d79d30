import { constants } from 'node:os';
import { type EndingSignal, handlingSignals } from '../host/signals.ts';

export interface ChildOutcome {
  /** Undefined where a signal ended it or it could not be started. */
  exitCode: number | undefined;
  signal: NodeJS.Signals | undefined;
  stderr: string;
  /** The system's error code where it could not be started, e.g. ENOENT. */
  startError: string | undefined;
  /** The signal that this process got meanwhile, if any. */
  interruptedBy: EndingSignal | undefined;
}

const killDelayMs = 2000;

/**
 * Runs a program on this process's own standard streams to its end. A signal for this process goes on to the program;
 * where that doesn't end it, it is killed.
 * @param stderr 'pipe' collects it in the outcome instead
 */
export async function runChild(command: string, args: readonly string[], stderr: 'inherit' | 'pipe'): Promise<ChildOutcome> {
  const { execa } = await import('execa');
  const child = execa(command, args, { reject: false, stdin: 'inherit', stdout: 'inherit', stderr });
  let interruptedBy: EndingSignal | undefined;
  let killTimer: NodeJS.Timeout | undefined;
  const forward = (signal: EndingSignal): void => {
    interruptedBy ??= signal;
    // A terminal sends ctrl-C to the whole foreground group, the child included.
    if (signal !== 'SIGINT' || !process.stdin.isTTY) child.kill(signal);
    killTimer ??= setTimeout(() => child.kill('SIGKILL'), killDelayMs);
  };
  const result = await handlingSignals(forward, () => child);
  clearTimeout(killTimer);
  return {
    exitCode: result.exitCode,
    signal: result.signal,
    stderr: result.stderr ?? '',
    startError: result.exitCode === undefined && result.signal === undefined ? (result.code ?? 'unknown') : undefined,
    interruptedBy,
  };
}

/** The exit code by which a shell names a signal. */
export function signalExitCode(signal: NodeJS.Signals): number {
  return 128 + constants.signals[signal];
}
