/** node:util. */

import { format as formatAll } from '../format.ts';
import { inspect as inspectWith } from '../inspect.ts';

export function format(...args: unknown[]): string {
  return formatAll(args);
}

/** With node's default options. */
export function inspect(value: unknown): string {
  return inspectWith(value);
}

export * as default from './util.ts';
