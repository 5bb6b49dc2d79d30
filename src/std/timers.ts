/** setTimeout and setInterval: node's lib/timers.js. */

import { registerTimers } from './event-loop.ts';
import { Map } from './map.ts';
import { requireFunction } from './node-error.ts';
import { nextExpiry, runTimers, setRefed, start, stop, Timer } from './timer-lists.ts';

const MAX_DURATION_MS = 2147483647;

type Callback = (...args: unknown[]) => void;

/** What setTimeout and setInterval return. */
export class Timeout {
  #timer: Timer;
  #id = 0;

  constructor(timer: Timer) {
    this.#timer = timer;
  }

  ref(): this {
    setRefed(this.#timer, true);
    return this;
  }

  /** From now on the timer doesn't keep the program alive. */
  unref(): this {
    setRefed(this.#timer, false);
    return this;
  }

  hasRef(): boolean {
    return this.#timer.isRefed;
  }

  /** Starts it again from now. */
  refresh(): this {
    const timer = this.#timer;
    if (timer.callback !== undefined) {
      stop(timer);
      start(timer);
    }
    return this;
  }

  close(): this {
    this.#timer.callback = undefined;
    stop(this.#timer);
    return this;
  }

  /** A number that clearTimeout takes too. */
  [Symbol.toPrimitive](): number {
    if (this.#id === 0) {
      this.#id = ++lastId;
      timeoutById ??= new Map<number, Timeout>();
      timeoutById.set(this.#id, this);
    }
    return this.#id;
  }
}

let lastId = 0;
/** Those that were made numbers. */
let timeoutById: Map<number, Timeout> | undefined;

function startTimer(callback: Callback, ms: unknown, args: unknown[], isRepeated: boolean): Timeout {
  requireFunction('callback', callback);
  registerTimers(runTimers, nextExpiry);
  const duration = +(ms as number);
  const durationMs = duration >= 1 && duration <= MAX_DURATION_MS ? duration : 1;
  const timer = new Timer(args.length === 0 ? callback : () => callback(...args), durationMs, isRepeated);
  start(timer);
  return new Timeout(timer);
}

/** Less than 1 ms, or more than 2^31 - 1, counts as 1 ms. */
export function setTimeout(callback: Callback, ms?: number, ...args: unknown[]): Timeout {
  return startTimer(callback, ms, args, false);
}

export function setInterval(callback: Callback, ms?: number, ...args: unknown[]): Timeout {
  return startTimer(callback, ms, args, true);
}

/** Also of an interval, or of a timer's number. */
export function clearTimeout(timer: Timeout | number | string | null | undefined): void {
  if (timer instanceof Timeout) {
    timer.close();
  } else if (timeoutById !== undefined && (typeof timer === 'number' || typeof timer === 'string')) {
    timeoutById.get(+timer)?.close();
  }
}

export { clearTimeout as clearInterval };
