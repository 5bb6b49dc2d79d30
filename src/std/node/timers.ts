/** node:timers. */

export { clearImmediate, setImmediate } from '../immediates.ts';
export { clearInterval, clearTimeout, setInterval, setTimeout } from '../timers.ts';
export * as default from './timers.ts';
