/** The process object of node 20, as far as it makes sense for a program that is the whole system. */

import { getExitCode, setExitCode } from './exit.ts';
import { argument, argumentCount, nowMs } from './intrinsics.ts';

export { exit } from './exit.ts';
export { on } from './process-events.ts';
export * as stderr from './process-stderr.ts';
export * as stdout from './process-stdout.ts';
export { nextTick } from './task-queues.ts';

export const platform = 'linux';

/** There is no environment. */
export const env: { [name: string]: string | undefined } = {};

let argumentList: string[] | undefined;

/** As in node: the interpreter, the program (here both the image's own path), then its arguments. */
export function get_argv(): string[] {
  if (argumentList === undefined) {
    argumentList = [argument(0)];
    for (let i = 0; i < argumentCount(); i++) argumentList.push(argument(i));
  }
  return argumentList;
}

export function get_exitCode(): number | string | null | undefined {
  return getExitCode();
}

export function set_exitCode(value: number | string | null | undefined): void {
  setExitCode(value);
}

/** Seconds since the program's start. */
export function uptime(): number {
  return nowMs() / 1000;
}

/** Seconds and nanoseconds since some time in the past, or since an earlier result. */
export function hrtime(since?: [number, number]): [number, number] {
  const ms = nowMs();
  let seconds = Math.floor(ms / 1000);
  let nanoseconds = Math.floor((ms - seconds * 1000) * 1e6);
  if (since !== undefined) {
    seconds -= since[0];
    nanoseconds -= since[1];
    if (nanoseconds < 0) {
      seconds--;
      nanoseconds += 1e9;
    }
  }
  return [seconds, nanoseconds];
}
