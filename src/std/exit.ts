/** How a program ends: process.exit and process.exitCode of node 20 (lib/internal/process/per_thread.js, lib/internal/bootstrap/node.js). */

import { platformExit } from './intrinsics.ts';
import { invalidArgumentType, outOfRange } from './node-error.ts';

type ExitCode = number | string | null | undefined;

let exitCode: ExitCode;

export function getExitCode(): ExitCode {
  return exitCode;
}

/** An integer, a string of one, null or undefined. */
export function setExitCode(value: ExitCode): void {
  if (value !== undefined && value !== null) {
    const code = typeof value === 'string' && value !== '' ? +value : value;
    if (typeof code !== 'number' || (typeof value === 'string' && code !== code)) throw invalidArgumentType('code', 'of type number', value);
    if (code % 1 !== 0) throw outOfRange('code', 'an integer', code);
  }
  exitCode = value;
}

/** process.exit. */
export function exit(code?: ExitCode): never {
  if (code !== undefined) setExitCode(code);
  return endProgram();
}

/** Ends a program whose main module waits for something that never comes. */
const UNSETTLED_EXIT_CODE = 13;

let isSettled: (() => boolean) | undefined;

/** `settled`: whether the main module has been evaluated, asked when nothing can happen any more. */
export function requireSettled(settled: () => boolean): void {
  isSettled = settled;
}

/** The end of a program that has nothing left to do. */
export function endIdle(): never {
  if (isSettled !== undefined && exitCode === undefined && !isSettled()) exitCode = UNSETTLED_EXIT_CODE;
  return endProgram();
}

type ExitListener = (code: number) => void;

let exitListeners: ExitListener[] | undefined;
let isExiting = false;

/** process.on('exit'). */
export function addExitListener(listener: ExitListener): void {
  exitListeners ??= [];
  exitListeners.push(listener);
}

/** Tells the listeners, once. */
export function announceExit(code: number): void {
  if (exitListeners === undefined || isExiting) return;
  isExiting = true;
  for (let i = 0; i < exitListeners.length; i++) exitListeners[i](code);
}

/** The end with the code that was set, modulo 256. Listeners may set another; one that calls process.exit is the last. */
export function endProgram(): never {
  announceExit(+(exitCode ?? 0));
  return platformExit(+(exitCode ?? 0) & 0xff);
}
