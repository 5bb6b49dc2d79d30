/** The console: what a program writes goes to the serial line and, where there is one, to the screen. */
import { addr, addressOf, load32, type ref, store8, u32, u64 } from 'toro:machine';
import { STRING_LENGTH, STRING_UNITS } from '../layout/string.ts';
import { serialWrite } from './serial.ts';
import { vgaWrite } from './vga.ts';

/** Writes all of the bytes. */
export function consoleWrite(from: addr, lengthBytes: u64): void {
  serialWrite(from, lengthBytes);
  vgaWrite(from, lengthBytes);
}

/** Writes a static text of ASCII characters. */
export function consoleWriteText(message: ref): void {
  consoleWrite(addr(addressOf(message) + u64(STRING_UNITS)), u64(load32(message, STRING_LENGTH)));
}

/** Puts the decimal digits before `end`; returns the address of the first. At most 10 bytes. */
export function formatDecimal(x: u32, end: addr): addr {
  let at = end;
  let rest = x;
  do {
    at = addr(at - 1n);
    store8(at, u32(0x30 + (rest % 10)));
    rest = u32(rest / 10);
  } while (rest !== 0);
  return at;
}
