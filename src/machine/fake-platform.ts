/**
 * `toro:platform` under node: what the runtime asks of a target. src/kernel and src/platform-linux implement the same functions.
 */
import { store8 } from './memory.ts';
import type { addr, i32, u32, u64 } from './types.ts';

export interface Platform {
  takeMemory(lengthBytes: bigint): bigint;
  releaseMemory(base: bigint, lengthBytes: bigint): void;
  write(fileDescriptor: number, from: bigint, lengthBytes: bigint): void;
  exit(code: number): never;
  /** What follows is asked by the library only; a test of the runtime leaves it out. */
  nowNs?(): bigint;
  epochMs?(): number;
  waitUntilNs?(deadlineNs: bigint): void;
  arguments?: readonly string[];
  raiseFault?(vector: number, address: bigint, write: boolean): void;
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

/** Nanoseconds since the program began or before; never goes back. */
export function platformNowNs(): u64 {
  return (platform.nowNs ?? unset)() as u64;
}

/** Milliseconds since 1970, with a fraction. */
export function platformEpochMs(): number {
  return (platform.epochMs ?? unset)();
}

/** Sleeps until `platformNowNs()` is `deadlineNs`. */
export function platformWaitUntilNs(deadlineNs: u64): void {
  if (platform.waitUntilNs === undefined) unset();
  else platform.waitUntilNs(deadlineNs);
}

/** Number of the user's arguments: `process.argv` without its first two. */
export function platformArgumentCount(): u32 {
  return (platform.arguments ?? []).length as u32;
}

/** Stores the first `capacity` bytes of an argument, UTF-8, at `buffer`; returns how many bytes it has. */
export function platformArgument(index: u32, buffer: addr, capacity: u32): u32 {
  const bytes = new TextEncoder().encode((platform.arguments ?? [])[index]);
  bytes.subarray(0, capacity).forEach((byte, offset) => store8(buffer, byte, offset));
  return bytes.length as u32;
}

/** Makes the processor raise the fault of this vector, and returns only if it didn't. */
export function platformRaiseFault(vector: u32, address: u64, write: boolean): void {
  (platform.raiseFault ?? unset)(vector, address, write);
}
