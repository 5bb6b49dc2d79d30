/**
 * The program's arguments from the boot command line: what follows the word that begins with `toro=`, to the line's end, as words
 * separated by spaces in which %xx stands for a byte (a lone % for an empty argument). Without that marker every word is an argument,
 * but for the image's name that multiboot puts first.
 *
 * A word `epoch=MS` before the marker sets the wall clock (clock.ts).
 */
import { addr, load8, store8, text, u32, u64, u8 } from 'toro:machine';
import { commandLineEnd, commandLineNamesImage } from './boot-info.ts';
import { COMMAND_LINE, COMMAND_LINE_LIMIT } from './low-memory.ts';
import { panic } from './panic.ts';

const SPACE = 0x20;
const PERCENT = 0x25;
const EQUALS = 0x3d;

/** Number of the program's arguments. */
export function argumentCount(): u32 {
  let count = u32(0);
  for (let word = firstArgument(); word < lineEnd(); word = nextWord(word)) count = u32(count + 1);
  return count;
}

/**
 * Stores the decoded argument's first `capacity` bytes at `buffer`; returns how many it has.
 * @param index below `argumentCount()`
 */
export function readArgument(index: u32, buffer: addr, capacity: u32): u32 {
  const encoded = argumentsAreEncoded();
  let word = firstArgument();
  for (let skipped = u32(0); skipped < index; skipped = u32(skipped + 1)) word = nextWord(word);
  const end = wordEnd(word);
  let length = u32(0);
  for (let at = word; at < end;) {
    let byte = load8(at);
    at = addr(at + 1n);
    if (encoded && byte === PERCENT) {
      if (addr(at + 2n) > end) break;
      byte = u8FromHex(load8(at), load8(at, 1));
      at = addr(at + 2n);
    }
    if (length < capacity) store8(addr(buffer + u64(length)), byte);
    length = u32(length + 1);
  }
  return length;
}

/** The value of `epoch=`, milliseconds since 1970; 0 where it isn't given. */
export function epochOption(): u64 {
  const end = markerOrEnd();
  for (let word = firstWord(); word < end; word = nextWord(word)) {
    const digits = addr(word + 6n);
    if (startsWithEpoch(word) && digits < wordEnd(word)) return decimal(digits, wordEnd(word));
  }
  return u64(0n);
}

function firstArgument(): addr {
  if (argumentsAreEncoded()) return skipSpaces(addr(markerOrEnd() + 5n));
  return commandLineNamesImage() ? nextWord(firstWord()) : firstWord();
}

function argumentsAreEncoded(): boolean {
  return markerOrEnd() < lineEnd();
}

/** The first word that begins with `toro=`. */
function markerOrEnd(): addr {
  let word = firstWord();
  while (word < lineEnd() && !startsWithMarker(word)) word = nextWord(word);
  return word;
}

function startsWithMarker(at: addr): boolean {
  return load8(at) === 0x74 && load8(at, 1) === 0x6f && load8(at, 2) === 0x72 && load8(at, 3) === 0x6f && load8(at, 4) === EQUALS;
}

function startsWithEpoch(at: addr): boolean {
  return load8(at) === 0x65 && load8(at, 1) === 0x70 && load8(at, 2) === 0x6f && load8(at, 3) === 0x63 && load8(at, 4) === 0x68
    && load8(at, 5) === EQUALS;
}

function firstWord(): addr {
  return skipSpaces(addr(COMMAND_LINE));
}

function nextWord(word: addr): addr {
  return skipSpaces(wordEnd(word));
}

function wordEnd(word: addr): addr {
  let at = word;
  while (at < lineEnd() && load8(at) !== SPACE) at = addr(at + 1n);
  return at;
}

function skipSpaces(from: addr): addr {
  let at = from;
  while (at < lineEnd() && load8(at) === SPACE) at = addr(at + 1n);
  return at;
}

function lineEnd(): addr {
  const end = commandLineEnd();
  if (end === COMMAND_LINE_LIMIT) panic(text('the command line is longer than 61439 bytes'));
  return end;
}

function u8FromHex(high: u8, low: u8): u8 {
  return u8(u32(u32(hexDigit(high) << 4) | hexDigit(low)));
}

function hexDigit(digit: u8): u32 {
  if (digit < 0x40) return u32(digit - 0x30);
  return u32(u32(digit & 0x5f) - 0x37);
}

function decimal(from: addr, end: addr): u64 {
  let result = u64(0n);
  for (let at = from; at < end; at = addr(at + 1n)) result = u64(result * 10n + u64(u32(load8(at) - 0x30)));
  return result;
}
