/** process, as far as it makes sense for a program that is the whole system. */

declare namespace NodeJS {
  interface WriteStream {
    readonly fd: number;
    write(chunk: string | Uint8Array): boolean;
  }

  interface Process {
    /** The image's path twice, then the program's arguments. */
    readonly argv: string[];
    /** Empty. */
    readonly env: { [name: string]: string | undefined };
    exitCode?: number | string | null | undefined;
    readonly platform: 'linux';
    readonly stderr: WriteStream;
    readonly stdout: WriteStream;
    exit(code?: number | string | null | undefined): never;
    hrtime(since?: [number, number]): [number, number];
    on(event: 'exit', listener: (code: number) => void): void;
    on(event: 'unhandledRejection', listener: (reason: unknown, promise: Promise<unknown>) => void): void;
    nextTick<A extends unknown[]>(callback: (...args: A) => void, ...args: A): void;
    uptime(): number;
  }
}

declare var process: NodeJS.Process;

declare module 'node:process' {
  const value: NodeJS.Process;
  export const argv: NodeJS.Process['argv'];
  export const env: NodeJS.Process['env'];
  export const platform: 'linux';
  export const stderr: NodeJS.WriteStream;
  export const stdout: NodeJS.WriteStream;
  export function exit(code?: number | string | null | undefined): never;
  export function hrtime(since?: [number, number]): [number, number];
  export const nextTick: NodeJS.Process['nextTick'];
  export function uptime(): number;
  export default value;
}

declare module 'process' {
  export * from 'node:process';
  export { default } from 'node:process';
}
