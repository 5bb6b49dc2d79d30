/**
 * The program of the kernel's tests, in the systems dialect: the first argument says what to do. It uses the platform alone, so that
 * kernel and platforms are tested without runtime and library.
 */
import { addr, addressOf, i32, load32, load64, load8, type ref, stackBuffer, store64, store8, text, u32, u64 } from 'toro:machine';
import {
  platformArgument, platformArgumentCount, platformEpochMs, platformExit, platformNowNs, platformReleaseMemory, platformTakeMemory,
  platformWaitUntilNs, platformWrite,
} from 'toro:platform';
import { STRING_LENGTH, STRING_UNITS } from '../../src/layout/string.ts';

const ARGUMENT_BYTES = 64;
const NS_PER_MS = 1_000_000n;
const MEGABYTE = 0x10_0000n;
const NEW_LINE = 0x0a;

/** @symbol program_main */
export function programMain(): void {
  const argument = stackBuffer(ARGUMENT_BYTES);
  let command = u32(0);
  if (platformArgumentCount() > 0) {
    platformArgument(u32(0), argument, u32(ARGUMENT_BYTES));
    command = u32(load8(argument));
  }
  switch (command) {
    case 0x61: writeArguments(); break; // a
    case 0x62: writeMegabyte(); break; // b
    case 0x63: writeClock(); break; // c
    case 0x65: platformExit(i32(number(addr(argument + 1n)))); // e
    case 0x6c: writeLines(number(addr(argument + 1n))); break; // l
    case 0x6d: takeAllMemory(); break; // m
    case 0x6e: store64(addr(16n), 0n); break; // n: a store to the null page
    case 0x73: // s: many short sleeps
      for (let count = u32(0); count < 200; count = u32(count + 1)) sleepMs(u64(1n));
      break;
    case 0x77: // w: one long wait
      writeText(text('waiting\n'));
      sleepMs(u64(number(addr(argument + 1n))));
      break;
    default: writeText(text('hello, world\n'));
  }
}

/** Each argument on a line, in brackets. */
function writeArguments(): void {
  const buffer = stackBuffer(ARGUMENT_BYTES);
  for (let index = u32(0); index < platformArgumentCount(); index = u32(index + 1)) {
    const length = platformArgument(index, buffer, u32(ARGUMENT_BYTES));
    writeText(text('['));
    platformWrite(i32(1), buffer, u64(length));
    writeText(text(']\n'));
  }
}

/** 16384 lines of 64 bytes, numbered. */
function writeMegabyte(): void {
  const line = stackBuffer(64);
  for (let row = u32(0); row < 16384; row = u32(row + 1)) {
    for (let column = u32(0); column < 63; column = u32(column + 1)) store8(addr(line + u64(column)), u32(0x61 + (u32(row + column) % 26)));
    store8(line, u32(NEW_LINE), 63);
    platformWrite(i32(1), line, u64(64n));
  }
}

/** Milliseconds since the start after each of five waits of 100 ms, then the wall clock. */
function writeClock(): void {
  const start = platformNowNs();
  for (let count = u32(0); count < 5; count = u32(count + 1)) {
    sleepMs(u64(100n));
    writeNumber(u64(u64(platformNowNs() - start) / NS_PER_MS));
  }
  writeNumber(u64(platformEpochMs()));
}

function writeLines(count: u32): void {
  for (let line = u32(0); line < count; line = u32(line + 1)) {
    writeText(text('line '));
    writeNumber(u64(line));
  }
}

/** Takes, writes and counts megabytes until there are none, gives all back, and takes the same again in one piece. */
function takeAllMemory(): void {
  let list = addr(0n);
  let count = u64(0n);
  let contiguous = true;
  for (let piece = platformTakeMemory(u64(MEGABYTE)); piece !== 0n; piece = platformTakeMemory(u64(MEGABYTE))) {
    if (list !== 0n && piece !== addr(list + MEGABYTE)) contiguous = false;
    store64(piece, list);
    store64(addr(piece + MEGABYTE), u64(count), -8);
    list = piece;
    count = u64(count + 1n);
  }
  writeNumber(count);
  while (list !== 0n) {
    const next = addr(load64(list));
    platformReleaseMemory(list, u64(MEGABYTE));
    list = next;
  }
  if (contiguous && platformTakeMemory(u64(count * MEGABYTE)) === 0n) writeText(text('lost\n'));
}

function sleepMs(ms: u64): void {
  platformWaitUntilNs(u64(platformNowNs() + ms * NS_PER_MS));
}

/** Decimal digits up to a zero byte. */
function number(from: addr): u32 {
  let result = u32(0);
  for (let at = from; load8(at) >= 0x30 && load8(at) <= 0x39; at = addr(at + 1n)) result = u32(u32(Math.imul(result, 10)) + (load8(at) - 0x30));
  return result;
}

function writeNumber(x: u64): void {
  const buffer = stackBuffer(24);
  let at = addr(buffer + 24n);
  let rest = x;
  at = addr(at - 1n);
  store8(at, NEW_LINE);
  do {
    at = addr(at - 1n);
    store8(at, u32(u64(rest % 10n) + 0x30n));
    rest = u64(rest / 10n);
  } while (rest !== 0n);
  platformWrite(i32(1), at, u64(buffer + 24n - at));
}

function writeText(message: ref): void {
  platformWrite(i32(1), addr(addressOf(message) + u64(STRING_UNITS)), u64(load32(message, STRING_LENGTH)));
}
