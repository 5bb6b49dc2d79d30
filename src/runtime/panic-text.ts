/** Writing for panics: to standard error, without allocating. */
import { addr, addressOf, i32, load16, load32, load8, type ref, stackBuffer, store8, symbol, u32, u64 } from 'toro:machine';
import { platformWrite } from 'toro:platform';
import { HEADER_SHAPE } from '../layout/cell.ts';
import { STRING_LENGTH, STRING_UNITS } from '../layout/string.ts';

const STANDARD_ERROR = 2;

/** A static string; what isn't ASCII is written as a question mark. */
export function panicText(s: ref): void {
  const wide = load32(s, HEADER_SHAPE) === u32(symbol('shape_string16'));
  const unit = stackBuffer(8);
  const units = addr(addressOf(s) + u64(STRING_UNITS));
  const length = load32(s, STRING_LENGTH);
  for (let index = u32(0); index < length; index = u32(index + 1)) {
    const x = wide ? u32(load16(addr(units + (u64(index) << 1n)))) : u32(load8(addr(units + u64(index))));
    store8(unit, x < 0x80 ? x : u32(0x3f));
    platformWrite(i32(STANDARD_ERROR), unit, u64(1n));
  }
}

/** A number below 2^32 in decimal. */
export function panicDecimal(x: u32): void {
  const buffer = stackBuffer(16);
  const end = addr(buffer + 16n);
  let at = end;
  let rest = x;
  do {
    at = addr(at - 1n);
    store8(at, u32(0x30 + (rest % 10)));
    rest = u32(rest / 10);
  } while (rest !== 0);
  platformWrite(i32(STANDARD_ERROR), at, u64(end - at));
}

/** The lower `digits` (up to 16) hexadecimal digits. */
export function panicHex(x: u64, digits: u32): void {
  const buffer = stackBuffer(16);
  let rest = x;
  for (let at = addr(buffer + u64(digits)); at > buffer;) {
    at = addr(at - 1n);
    const digit = u32(rest & 15n);
    store8(at, u32(digit + (digit < 10 ? 0x30 : 0x57)));
    rest = u64(rest >> 4n);
  }
  platformWrite(i32(STANDARD_ERROR), buffer, u64(digits));
}
