/**
 * The order in which callbacks run: libuv's loop and node's task queues.
 *
 *     main module; ticks and microtasks
 *     repeat: timers that are due; immediates; sleep until the next timer, if nothing else is ready
 *
 * After each callback, all ticks run and then all microtasks, until both queues are empty. Each part registers itself when it is first used,
 * so a program that uses none has no loop.
 */

import { waitUntilMs } from './intrinsics.ts';

type Task = () => void;

let runTicks: Task | undefined;
let runTimers: Task | undefined;
/** When the next timer is due, in milliseconds since the start, or Infinity. */
let nextTimer: (() => number) | undefined;
let runImmediates: Task | undefined;
let hasImmediates: (() => boolean) | undefined;
let drainMicrotasks: Task | undefined;
/** Reports rejected promises that nothing handles; true: a listener of the program has run. */
let reportRejections: (() => boolean) | undefined;

export function registerTicks(run: Task): void {
  runTicks = run;
}

export function registerMicrotasks(drain: Task): void {
  drainMicrotasks = drain;
}

export function registerRejections(report: () => boolean): void {
  reportRejections = report;
}

export function registerTimers(run: Task, next: () => number): void {
  runTimers = run;
  nextTimer = next;
}

export function registerImmediates(run: Task, isPending: () => boolean): void {
  runImmediates = run;
  hasImmediates = isPending;
}

/** What follows each callback: ticks and microtasks, alternating, until none is left; then rejections that nothing has handled meanwhile. */
export function runTaskQueues(): void {
  do {
    // The first tick may come from a microtask.
    if (runTicks === undefined) runMicrotasks();
    if (runTicks !== undefined) runTicks();
  } while (reportRejections !== undefined && reportRejections());
}

/** Runs all microtasks, if there can be any. */
export function runMicrotasks(): void {
  if (drainMicrotasks !== undefined) drainMicrotasks();
}

/**
 * Runs until nothing can happen any more. The program's entry calls it once, after the main module.
 * mainIsModule: an ECMAScript module is evaluated in a microtask, so microtasks that it queued run before its ticks.
 */
export function runEventLoop(mainIsModule: boolean): void {
  if (mainIsModule) runMicrotasks();
  runTaskQueues();
  for (;;) {
    if (runTimers !== undefined) runTimers();
    if (hasImmediates !== undefined && runImmediates !== undefined && hasImmediates()) {
      runImmediates();
      continue;
    }
    if (nextTimer === undefined) return;
    const next = nextTimer();
    if (next === Infinity) return;
    waitUntilMs(next);
  }
}
