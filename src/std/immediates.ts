/** setImmediate: node's lib/timers.js and lib/internal/timers.js. */

import { registerImmediates, runTaskQueues } from './event-loop.ts';
import { requireFunction } from './node-error.ts';

type Callback = (...args: unknown[]) => void;

/** What setImmediate returns. */
export class Immediate {
  #callback: (() => void) | undefined;
  #isRefed = true;

  constructor(callback: () => void) {
    this.#callback = callback;
    refedCount++;
  }

  /** Forgets the callback and returns it. */
  static take(immediate: Immediate): (() => void) | undefined {
    const callback = immediate.#callback;
    if (callback !== undefined && immediate.#isRefed) refedCount--;
    immediate.#callback = undefined;
    return callback;
  }

  ref(): this {
    if (!this.#isRefed && this.#callback !== undefined) refedCount++;
    this.#isRefed = true;
    return this;
  }

  /** An immediate without a reference doesn't keep the program alive. */
  unref(): this {
    if (this.#isRefed && this.#callback !== undefined) refedCount--;
    this.#isRefed = false;
    return this;
  }

  hasRef(): boolean {
    return this.#isRefed;
  }
}

let queue: Immediate[] = [];
let refedCount = 0;

/** Runs those that were queued before; new ones wait for the next turn. */
function runImmediates(): void {
  const batch = queue;
  queue = [];
  let isFirst = true;
  for (let i = 0; i < batch.length; i++) {
    if (!isFirst) runTaskQueues();
    isFirst = false;
    const callback = Immediate.take(batch[i]);
    if (callback !== undefined) callback();
  }
  runTaskQueues();
}

function hasImmediates(): boolean {
  return refedCount > 0;
}

export function setImmediate(callback: Callback, ...args: unknown[]): Immediate {
  requireFunction('callback', callback);
  registerImmediates(runImmediates, hasImmediates);
  const immediate = new Immediate(args.length === 0 ? callback : () => callback(...args));
  queue.push(immediate);
  return immediate;
}

export function clearImmediate(immediate: Immediate | null | undefined): void {
  if (immediate instanceof Immediate) Immediate.take(immediate);
}
