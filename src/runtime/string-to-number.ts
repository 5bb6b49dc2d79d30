/** StringToNumber and parseFloat (ECMA-262 7.1.4.1.1, 19.2.4). */
import { f64, f64FromBits, i64, type ref, u32, u64 } from 'toro:machine';
import { literalEnd, parseDecimalLiteral } from './decimal-literal.ts';
import { flatUnitAt, stringLength } from './string-cell.ts';
import { flatten } from './string-rope.ts';

/** Bits that the accumulator of a binary literal holds before it counts the rest: more than a significand, less than a signed word. */
const ACCUMULATOR_LIMIT = 0x0100_0000_0000_0000n;

/** Number(s): all of s, without white space around, is a numeric literal, or NaN. */
export function stringToNumber(s: ref): number {
  const flat = flatten(s);
  let start = u32(0);
  let end = stringLength(flat);
  while (start < end && isWhiteSpace(flatUnitAt(flat, start))) start = u32(start + 1);
  if (start === end) return 0;
  while (isWhiteSpace(flatUnitAt(flat, u32(end - 1)))) end = u32(end - 1);
  if (u32(end - start) > 2 && flatUnitAt(flat, start) === 0x30) {
    const prefix = u32(flatUnitAt(flat, u32(start + 1)) | 0x20);
    if (prefix === 0x78) return parseBinaryPower(flat, u32(start + 2), end, u32(4));
    if (prefix === 0x6f) return parseBinaryPower(flat, u32(start + 2), end, u32(3));
    if (prefix === 0x62) return parseBinaryPower(flat, u32(start + 2), end, u32(1));
  }
  const result = parseDecimalLiteral(flat, start, end);
  return literalEnd === end ? result : NaN;
}

/** parseFloat of a string without white space in front. */
export function parseFloatPrefix(s: ref): number {
  const flat = flatten(s);
  return parseDecimalLiteral(flat, u32(0), stringLength(flat));
}

/** Digits of 2^bits each, all of [start, end), or NaN. Bits that fall out of the accumulator stay as a sticky one, so it rounds right. */
function parseBinaryPower(flat: ref, start: u32, end: u32, bits: u32): number {
  let accumulator = u64(0n);
  let dropped = u32(0);
  for (let at = start; at < end; at = u32(at + 1)) {
    const digit = digitValue(flatUnitAt(flat, at));
    if (u32(digit >>> bits) !== 0) return NaN;
    if (accumulator < ACCUMULATOR_LIMIT) {
      accumulator = u64((accumulator << u64(bits)) | u64(digit));
    } else {
      dropped = u32(dropped + bits);
      if (digit !== 0) accumulator = u64(accumulator | 1n);
    }
  }
  const significant = f64(i64(accumulator));
  if (dropped === 0) return significant;
  if (dropped > 1000) return Infinity;
  return significant * f64FromBits(u64(u64(u32(dropped + 1023)) << 52n));
}

/**
 * The value of a digit or letter, a large number for other units.
 * @noalloc
 */
function digitValue(unit: u32): u32 {
  if (unit >= 0x30 && unit <= 0x39) return u32(unit - 0x30);
  const letter = u32(unit | 0x20);
  if (letter >= 0x61 && letter <= 0x7a) return u32(letter - 0x57);
  return u32(0xffff);
}

/**
 * WhiteSpace and LineTerminator (ECMA-262 12.2, 12.3): tab to carriage return, space, no-break space, BOM and Unicode's Zs.
 * @noalloc
 */
export function isWhiteSpace(unit: u32): boolean {
  if (unit <= 0x20) return unit === 0x20 || (unit >= 0x09 && unit <= 0x0d);
  if (unit < 0xa0) return false;
  if (unit === 0xa0 || unit === 0xfeff || unit === 0x1680) return true;
  if (unit < 0x2000 || unit > 0x3000) return false;
  return unit <= 0x200a || unit === 0x2028 || unit === 0x2029 || unit === 0x202f || unit === 0x205f || unit === 0x3000;
}
