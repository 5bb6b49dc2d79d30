/** Timers and task queues, as in node. */

declare namespace NodeJS {
  /** What setTimeout and setInterval return. */
  interface Timeout {
    close(): this;
    hasRef(): boolean;
    ref(): this;
    refresh(): this;
    unref(): this;
    [Symbol.toPrimitive](): number;
  }

  /** What setImmediate returns. */
  interface Immediate {
    hasRef(): boolean;
    ref(): this;
    unref(): this;
  }

  /** The same as Timeout. */
  interface Timer extends Timeout {}
}

declare function setTimeout<A extends unknown[]>(callback: (...args: A) => void, delayMs?: number, ...args: A): NodeJS.Timeout;
/** A promise's `resolve` is a callback without arguments, too. */
declare function setTimeout(callback: (_: void) => void, delayMs?: number): NodeJS.Timeout;
declare function setInterval<A extends unknown[]>(callback: (...args: A) => void, delayMs?: number, ...args: A): NodeJS.Timeout;
declare function setImmediate<A extends unknown[]>(callback: (...args: A) => void, ...args: A): NodeJS.Immediate;
declare function setImmediate(callback: (_: void) => void): NodeJS.Immediate;
declare function clearTimeout(timeout: NodeJS.Timeout | string | number | null | undefined): void;
declare function clearInterval(timeout: NodeJS.Timeout | string | number | null | undefined): void;
declare function clearImmediate(immediate: NodeJS.Immediate | null | undefined): void;
declare function queueMicrotask(callback: () => void): void;

declare module 'node:timers' {
  export const clearImmediate: typeof globalThis.clearImmediate;
  export const clearInterval: typeof globalThis.clearInterval;
  export const clearTimeout: typeof globalThis.clearTimeout;
  export const setImmediate: typeof globalThis.setImmediate;
  export const setInterval: typeof globalThis.setInterval;
  export const setTimeout: typeof globalThis.setTimeout;
}

declare module 'timers' {
  export * from 'node:timers';
}
