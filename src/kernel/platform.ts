/** `toro:platform` for bare metal: what the runtime and the library ask of a target. src/platform-linux/platform.ts has the same functions. */
import { addr, i32, u32, u64 } from 'toro:machine';
import { epochMs, nowNs, waitUntilNs } from './clock.ts';
import { argumentCount, readArgument } from './command-line.ts';
import { consoleWrite } from './console.ts';
import { releaseMemory, takeMemory } from './physical-memory.ts';
import { powerOff } from './power.ts';
import { raiseFault } from './raise-fault.ts';

/** Writes all of the bytes to standard output (1) or standard error (2), which are both the console here. */
export function platformWrite(fileDescriptor: i32, from: addr, lengthBytes: u64): void {
  consoleWrite(from, lengthBytes);
}

/** Ends the program with this exit code, of which the lower 8 bits count. */
export function platformExit(code: i32): never {
  powerOff(code);
}

/** Writable memory in whole pages of 4 KB, contents undefined; 0 where there is no more. */
export function platformTakeMemory(lengthBytes: u64): addr {
  return takeMemory(lengthBytes);
}

/** Gives back what `platformTakeMemory` returned, the same base and length. */
export function platformReleaseMemory(base: addr, lengthBytes: u64): void {
  releaseMemory(base, lengthBytes);
}

/** Nanoseconds since the program began; never goes back. */
export function platformNowNs(): u64 {
  return nowNs();
}

/** Milliseconds since 1970, with a fraction. */
export function platformEpochMs(): number {
  return epochMs();
}

/** Sleeps until `platformNowNs()` is `deadlineNs`. */
export function platformWaitUntilNs(deadlineNs: u64): void {
  waitUntilNs(deadlineNs);
}

/** Number of the user's arguments: `process.argv` without its first two. */
export function platformArgumentCount(): u32 {
  return argumentCount();
}

/** Stores the first `capacity` bytes of an argument, UTF-8, at `buffer`; returns how many bytes it has. */
export function platformArgument(index: u32, buffer: addr, capacity: u32): u32 {
  return readArgument(index, buffer, capacity);
}

/** Makes the processor raise the fault of this vector, and returns only if it didn't. */
export function platformRaiseFault(vector: u32, address: u64, write: boolean): void {
  raiseFault(vector, address, write);
}
