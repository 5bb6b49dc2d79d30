/** What the library asks of the platform (src/std/intrinsics.ts says what each means): output, time, arguments, files of the image. */
import {
  addr, addressOf, asRef, f64, i32, i64, load32, loadRef, type ref, stackBuffer, symbol, text, u32, u64, type value, valueFromBits, valueOf,
} from 'toro:machine';
import {
  platformArgument, platformArgumentCount, platformEpochMs, platformExit as exitPlatform, platformNowNs, platformWaitUntilNs, platformWrite,
} from 'toro:platform';
import { BYTES_DATA, TYPED_ARRAY_BUFFER, TYPED_ARRAY_LENGTH, TYPED_ARRAY_OFFSET } from '../layout/array.ts';
import { INCLUDED_COUNT, INCLUDED_DATA, INCLUDED_FILES, INCLUDED_FILE_BYTES, INCLUDED_LENGTH, INCLUDED_PATH } from '../layout/included-files.ts';
import { VALUE_UNDEFINED } from '../layout/value.ts';
import { allocateBytes } from './bytes.ts';
import { copyBytes } from './copy.ts';
import { stringEquals } from './string-compare.ts';
import { decodeFromBytes } from './string-utf8.ts';
import { newUint8Array } from './typed-array.ts';

const NS_PER_MS = 1_000_000;
/** An argument up to this length needs no second look at its size. */
const ARGUMENT_BYTES = 1024;

/** Ends the program. */
export function platformExit(code: i32): never {
  exitPlatform(code);
}

/** Writes the bytes of a Uint8Array, all of them. */
export function writeBytes(fileDescriptor: i32, bytes: ref): void {
  const first = addr(addressOf(loadRef(bytes, TYPED_ARRAY_BUFFER)) + u64(BYTES_DATA) + u64(load32(bytes, TYPED_ARRAY_OFFSET)));
  platformWrite(fileDescriptor, first, u64(load32(bytes, TYPED_ARRAY_LENGTH)));
}

export function nowMs(): number {
  return f64(i64(platformNowNs())) / NS_PER_MS;
}

export function epochMs(): number {
  return platformEpochMs();
}

export function waitUntilMs(deadlineMs: number): void {
  if (deadlineMs > 0) platformWaitUntilNs(u64(i64(Math.ceil(deadlineMs * NS_PER_MS))));
}

/** 32 bits for seeds, from the clock: a finaliser spreads its low bits. */
export function entropy(): i32 {
  const mixed = u64((platformNowNs() ^ u64(i64(platformEpochMs()))) * 0x9e37_79b9_7f4a_7c15n);
  return i32(u64(mixed >> 32n));
}

/** The program's path and the user's arguments. */
export function argumentCount(): i32 {
  return i32(platformArgumentCount() + 1);
}

export function argument(index: i32): ref {
  if (index === 0) return text('app');
  const buffer = stackBuffer(ARGUMENT_BYTES);
  const length = platformArgument(u32(index - 1), buffer, u32(ARGUMENT_BYTES));
  const bytes = allocateBytes(length);
  if (length <= ARGUMENT_BYTES) copyBytes(addr(addressOf(bytes) + u64(BYTES_DATA)), buffer, u64(length));
  else platformArgument(u32(index - 1), addr(addressOf(bytes) + u64(BYTES_DATA)), length);
  return decodeFromBytes(bytes, u32(0), length);
}

/** A fresh Uint8Array of an included file's bytes, or undefined. */
export function includedFile(path: ref): value {
  const table = symbol('included_files');
  const count = load32(table, INCLUDED_COUNT);
  for (let i = u32(0); i < count; i = u32(i + 1)) {
    const file = addr(table + u64(u32(i * INCLUDED_FILE_BYTES)) + u64(INCLUDED_FILES));
    if (stringEquals(asRef(addr(u64(load32(file, INCLUDED_PATH)))), path)) return valueOf(copyFile(file));
  }
  return valueFromBits(u64(VALUE_UNDEFINED));
}

function copyFile(file: addr): ref {
  const length = load32(file, INCLUDED_LENGTH);
  const array = newUint8Array(i64(length));
  const to = addr(addressOf(loadRef(array, TYPED_ARRAY_BUFFER)) + u64(BYTES_DATA));
  copyBytes(to, addr(u64(load32(file, INCLUDED_DATA))), u64(length));
  return array;
}
