/** console: node 20's lib/internal/console/constructor.js. log, info and debug write to stdout, error, warn and trace to stderr. */

import { Error } from './error.ts';
import { format, formatArgument } from './format.ts';
import { indentLines, spaces } from './inspect-text.ts';
import { inspect } from './inspect.ts';
import { nowMs, writeString } from './intrinsics.ts';
import { Map } from './map.ts';

const STDOUT = 1;
const STDERR = 2;
const GROUP_INDENTATION = 2;

let groupDepth = 0;

function write(fd: number, text: string): void {
  if (groupDepth === 0) {
    writeString(fd, text + '\n');
    return;
  }
  const indentation = spaces(groupDepth * GROUP_INDENTATION);
  writeString(fd, indentation + indentLines(text, indentation) + '\n');
}

export function log_1(value: unknown): void {
  write(STDOUT, formatArgument(value));
}

export function log(...args: unknown[]): void {
  write(STDOUT, format(args));
}

export { log as info, log_1 as info_1, log as debug, log_1 as debug_1 };

export function error_1(value: unknown): void {
  write(STDERR, formatArgument(value));
}

export function error(...args: unknown[]): void {
  write(STDERR, format(args));
}

export { error as warn, error_1 as warn_1 };

export function dir(value: unknown): void {
  write(STDOUT, inspect(value));
}

export function group(...args: unknown[]): void {
  if (args.length > 0) write(STDOUT, format(args));
  groupDepth++;
}

export { group as groupCollapsed };

export function groupEnd(): void {
  if (groupDepth > 0) groupDepth--;
}

/** Like node, it ends nothing: a failed assertion is a line on stderr. */
export function assert(condition: unknown, ...args: unknown[]): void {
  if (condition) return;
  if (args.length === 0) args[0] = 'Assertion failed';
  else args[0] = `Assertion failed: ${args[0] as string}`;
  write(STDERR, format(args));
}

export function trace(...args: unknown[]): void {
  const stack = new Error().stack;
  const text = format(args);
  const afterHeader = stack.indexOf('\n');
  write(STDERR, (text === '' ? 'Trace' : `Trace: ${text}`) + (afterHeader < 0 ? '' : stack.slice(afterHeader)));
}

let counts: Map<string, number> | undefined;

export function count(label: string = 'default'): void {
  const key = `${label}`;
  counts ??= new Map<string, number>();
  const value = (counts.get(key) ?? 0) + 1;
  counts.set(key, value);
  write(STDOUT, `${key}: ${value}`);
}

export function countReset(label: string = 'default'): void {
  const key = `${label}`;
  if (counts === undefined || !counts.delete(key)) warn(`Count for '${key}' does not exist`);
}

let timers: Map<string, number> | undefined;

export function time(label: string = 'default'): void {
  const key = `${label}`;
  timers ??= new Map<string, number>();
  if (timers.has(key)) warn(`Label '${key}' already exists for console.time()`);
  else timers.set(key, nowMs());
}

export function timeEnd(label: string = 'default'): void {
  const key = `${label}`;
  if (reportTime('timeEnd', key, [])) timers?.delete(key);
}

export function timeLog(label: string = 'default', ...data: unknown[]): void {
  reportTime('timeLog', `${label}`, data);
}

function reportTime(method: string, label: string, data: unknown[]): boolean {
  const start = timers === undefined ? undefined : timers.get(label);
  if (start === undefined) {
    warn(`No such label '${label}' for console.${method}()`);
    return false;
  }
  const args: unknown[] = ['%s: %s', label, formatDuration(nowMs() - start)];
  for (let i = 0; i < data.length; i++) args.push(data[i]);
  write(STDOUT, format(args));
  return true;
}

/** process.emitWarning, as far as the console uses it. */
function warn(message: string): void {
  writeString(STDERR, `(node:1) Warning: ${message}\n`);
}

/** 1.234s, 12.345ms, 1:02.003 (m:ss.mmm), 1:00:02.003 (h:mm:ss.mmm). */
function formatDuration(ms: number): string {
  if (ms < 1000) return `${+ms.toFixed(3)}ms`;
  const totalSeconds = ms / 1000;
  if (totalSeconds < 60) return `${totalSeconds.toFixed(3)}s`;
  const totalMinutes = Math.floor(totalSeconds / 60);
  const seconds = ((ms % 60000) / 1000).toFixed(3).padStart(6, '0');
  const minutes = totalMinutes % 60;
  const hours = Math.floor(totalMinutes / 60);
  if (hours === 0) return `${minutes}:${seconds} (m:ss.mmm)`;
  return `${hours}:${minutes < 10 ? '0' : ''}${minutes}:${seconds} (h:mm:ss.mmm)`;
}
