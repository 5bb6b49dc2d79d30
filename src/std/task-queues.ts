/** process.nextTick and queueMicrotask: node's lib/internal/process/task_queues.js. */

import { registerMicrotasks, registerTicks, runMicrotasks } from './event-loop.ts';
import { requireFunction } from './node-error.ts';

type Callback = (...args: unknown[]) => void;

/** Ticks in order; those before tickHead have run. */
let ticks: (() => void)[] = [];
let tickHead = 0;

let microtasks: (() => void)[] = [];
let microtaskHead = 0;

/** process.nextTick. */
export function nextTick(callback: Callback, ...args: unknown[]): void {
  requireFunction('callback', callback);
  registerTicks(runTicks);
  ticks.push(args.length === 0 ? callback : () => callback(...args));
}

/** Also what promises will use. */
export function enqueueMicrotask(callback: () => void): void {
  registerMicrotasks(drainMicrotasks);
  microtasks.push(callback);
}

export function queueMicrotask(callback: () => void): void {
  requireFunction('callback', callback);
  enqueueMicrotask(callback);
}

function runTicks(): void {
  do {
    while (tickHead < ticks.length) {
      const tick = ticks[tickHead++];
      if (tickHead === ticks.length) {
        ticks = [];
        tickHead = 0;
      }
      tick();
    }
    runMicrotasks();
  } while (tickHead < ticks.length);
}

function drainMicrotasks(): void {
  while (microtaskHead < microtasks.length) {
    const task = microtasks[microtaskHead++];
    if (microtaskHead === microtasks.length) {
      microtasks = [];
      microtaskHead = 0;
    }
    task();
  }
}
