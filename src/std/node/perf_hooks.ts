/** node:perf_hooks. */

export * as performance from '../performance.ts';
export * as default from './perf_hooks.ts';
