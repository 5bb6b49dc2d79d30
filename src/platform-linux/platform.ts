/** `toro:platform` for Linux: what the runtime and the library ask of a target. src/kernel/platform.ts has the same functions. */
import { addr, f64, i32, i64, load64, load8, stackBuffer, store64, store8, syscall, u32, u64 } from 'toro:machine';
import {
  CLOCK_MONOTONIC, CLOCK_REALTIME, EAGAIN, EINTR, MAP_ANONYMOUS, MAP_PRIVATE, POLLOUT, PROT_READ, PROT_WRITE, SYS_CLOCK_GETTIME,
  SYS_CLOCK_NANOSLEEP, SYS_EXIT_GROUP, SYS_MMAP, SYS_MUNMAP, SYS_POLL, SYS_WRITE, TIMER_ABSTIME,
} from './linux-abi.ts';
import { argumentVector } from './main.ts';
import { raiseFault } from './raise-fault.ts';

const PAGE_MASK = 0xfffn;
const NS_PER_SECOND = 1_000_000_000n;

/** Writes all of the bytes to standard output (1) or standard error (2). An end that nobody reads any more loses the rest. */
export function platformWrite(fileDescriptor: i32, from: addr, lengthBytes: u64): void {
  const end = addr(from + lengthBytes);
  let at = from;
  while (at < end) {
    const written = syscall(SYS_WRITE, u64(fileDescriptor), u64(at), u64(end - at), 0n, 0n, 0n);
    if (written >= 0n) at = addr(at + written);
    else if (written === -EAGAIN) waitUntilWritable(fileDescriptor);
    else if (written !== -EINTR) return;
  }
}

/** Ends the program with this exit code, of which the lower 8 bits count. */
export function platformExit(code: i32): never {
  for (;;) syscall(SYS_EXIT_GROUP, u64(code), 0n, 0n, 0n, 0n, 0n);
}

/** Writable memory in whole pages of 4 KB, contents undefined; 0 where there is no more. */
export function platformTakeMemory(lengthBytes: u64): addr {
  const protection = u64(PROT_READ | PROT_WRITE);
  const base = syscall(SYS_MMAP, 0n, pagesBytes(lengthBytes), protection, u64(MAP_PRIVATE | MAP_ANONYMOUS), u64(0xffff_ffff_ffff_ffffn), 0n);
  return base < 0n ? addr(0n) : addr(base);
}

/** Gives back what `platformTakeMemory` returned, the same base and length. */
export function platformReleaseMemory(base: addr, lengthBytes: u64): void {
  syscall(SYS_MUNMAP, base, pagesBytes(lengthBytes), 0n, 0n, 0n, 0n);
}

/** Nanoseconds since some moment before the program began; never goes back. */
export function platformNowNs(): u64 {
  const time = stackBuffer(16);
  syscall(SYS_CLOCK_GETTIME, u64(CLOCK_MONOTONIC), time, 0n, 0n, 0n, 0n);
  return u64(load64(time) * NS_PER_SECOND + load64(time, 8));
}

/** Milliseconds since 1970, with a fraction. */
export function platformEpochMs(): number {
  const time = stackBuffer(16);
  syscall(SYS_CLOCK_GETTIME, u64(CLOCK_REALTIME), time, 0n, 0n, 0n, 0n);
  return f64(load64(time)) * 1000 + f64(load64(time, 8)) / 1_000_000;
}

/** Sleeps until `platformNowNs()` is `deadlineNs`. */
export function platformWaitUntilNs(deadlineNs: u64): void {
  const time = stackBuffer(16);
  store64(time, u64(deadlineNs / NS_PER_SECOND));
  store64(time, u64(deadlineNs % NS_PER_SECOND), 8);
  let result: i64;
  do {
    result = syscall(SYS_CLOCK_NANOSLEEP, u64(CLOCK_MONOTONIC), u64(TIMER_ABSTIME), time, 0n, 0n, 0n);
  } while (result === -EINTR);
}

/** Number of the user's arguments: `process.argv` without its first two. */
export function platformArgumentCount(): u32 {
  return u32(load64(argumentVector()) - 1n);
}

/** Stores the first `capacity` bytes of an argument, UTF-8, at `buffer`; returns how many bytes it has. */
export function platformArgument(index: u32, buffer: addr, capacity: u32): u32 {
  const from = addr(load64(addr(argumentVector() + u64(u32(index + 2)) * 8n)));
  let length = u32(0);
  for (let byte = load8(from); byte !== 0; byte = load8(addr(from + u64(length)))) {
    if (length < capacity) store8(addr(buffer + u64(length)), byte);
    length = u32(length + 1);
  }
  return length;
}

/** Makes the processor raise the fault of this vector, and returns only if it didn't. */
export function platformRaiseFault(vector: u32, address: u64, write: boolean): void {
  raiseFault(vector, address, write);
}

/** A pipe or terminal that somebody made non-blocking is full. */
function waitUntilWritable(fileDescriptor: i32): void {
  const request = stackBuffer(8);
  store64(request, u64(u64(u32(fileDescriptor)) | (POLLOUT << 32n)));
  syscall(SYS_POLL, request, 1n, u64(0xffff_ffff_ffff_ffffn), 0n, 0n, 0n);
}

function pagesBytes(lengthBytes: u64): u64 {
  return u64((lengthBytes + PAGE_MASK) & ~PAGE_MASK);
}
