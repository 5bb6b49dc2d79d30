/** node:util, as far as programs for toroc may use it. */

declare module 'node:util' {
  export function format(...args: unknown[]): string;
  export function inspect(value: unknown): string;
}

declare module 'util' {
  export * from 'node:util';
}
