/** node:process. */

export * from '../process.ts';
export * as default from '../process.ts';
