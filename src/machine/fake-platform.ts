/**
 * `toro:platform` under node: what the runtime asks of a target. src/kernel and src/platform-linux implement the same functions.
 */
import type { addr, i32, u64 } from './types.ts';

export interface Platform {
  takeMemory(lengthBytes: bigint): bigint;
  releaseMemory(base: bigint, lengthBytes: bigint): void;
  write(fileDescriptor: number, from: bigint, lengthBytes: bigint): void;
  exit(code: number): never;
}

const unset = (): never => {
  throw new Error('no fake platform is installed');
};

let platform: Platform = { takeMemory: unset, releaseMemory: unset, write: unset, exit: unset };

/** Replaces the platform, for one test. */
export function installPlatform(next: Platform): void {
  platform = next;
}

/** Zeroed or not, 4 KB-aligned memory of at least `lengthBytes`; 0 where there is no more. */
export function platformTakeMemory(lengthBytes: u64): addr {
  return platform.takeMemory(lengthBytes) as addr;
}

/** Gives back what `platformTakeMemory` returned, the same base and length. */
export function platformReleaseMemory(base: addr, lengthBytes: u64): void {
  platform.releaseMemory(base, lengthBytes);
}

/** Writes all of the bytes to standard output (1) or standard error (2). */
export function platformWrite(fileDescriptor: i32, from: addr, lengthBytes: u64): void {
  platform.write(fileDescriptor, from, lengthBytes);
}

/** Ends the program with this exit code. */
export function platformExit(code: i32): never {
  return platform.exit(code);
}
