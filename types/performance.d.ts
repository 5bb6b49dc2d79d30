/** performance, as far as programs for toroc may use it. */

interface Performance {
  /** When the program started, in milliseconds since the epoch. */
  readonly timeOrigin: number;
  /** Milliseconds since the program's start, with a fraction. */
  now(): number;
}

declare var performance: Performance;

declare module 'node:perf_hooks' {
  export const performance: Performance;
}

declare module 'perf_hooks' {
  export * from 'node:perf_hooks';
}
