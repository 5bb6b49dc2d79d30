/**
 * Number.prototype.toString(radix) (ECMA-262 21.1.3.6 leaves the digits to the implementation): the algorithm of V8's
 * DoubleToRadixCString (src/numbers/conversions.cc), whose digits node prints, done in doubles as there.
 */
import { addr, bitsOfF64, f64, f64FromBits, i32, load8, type ref, stackBuffer, store8, u32, u64 } from 'toro:machine';
import { f64Remainder } from './f64-remainder.ts';
import { stringOfBuffer } from './number-to-string.ts';

/** V8's: room for 1074 binary digits behind the point and 1024 before it. */
const BUFFER_BYTES = 2200;
const POINT_PLACE = 1100n;
const POINT = 0x2e;
const MINUS = 0x2d;
const ZERO = 0x30;
/** The exponent field from which a double is an integer with a unit above 1. */
const UNIT_ABOVE_ONE = 1076n;

/** x in the radix, 2 to 36; x finite. */
export function numberToRadix(x: number, radix: i32): ref {
  const buffer = stackBuffer(BUFFER_BYTES);
  const border = addr(buffer + POINT_PLACE);
  const magnitude = Math.abs(x);
  const integer = Math.floor(magnitude);
  const end = storeFraction(border, magnitude, f64(radix));
  // A fraction that rounds up to 1 carries into the integer, which the stored digits say by a mark at the point.
  const carried = load8(border) === ZERO + 1;
  if (end > border) store8(border, POINT);
  let start = storeInteger(border, carried ? integer + 1 : integer, f64(radix));
  if (x < 0) {
    start = addr(start - 1n);
    store8(start, MINUS);
  }
  return stringOfBuffer(start, end);
}

/**
 * Stores the point's place and the digits behind it, as many as tell the double from its neighbours; returns the end, `border` itself
 * when there is no fraction. Leaves '1' at `border` when all digits carried away.
 */
function storeFraction(border: addr, magnitude: number, radix: number): addr {
  store8(border, ZERO);
  let fraction = magnitude - Math.floor(magnitude);
  const next = f64FromBits(u64(bitsOfF64(magnitude) + 1n));
  let delta = 0.5 * (next - magnitude);
  if (delta < 5e-324) delta = 5e-324;
  if (fraction < delta) return border;
  let at = addr(border + 1n);
  do {
    fraction = fraction * radix;
    delta = delta * radix;
    const digit = u32(fraction);
    store8(at, digitOf(digit));
    at = addr(at + 1n);
    fraction = fraction - f64(digit);
    if ((fraction > 0.5 || (fraction === 0.5 && u32(digit & 1) !== 0)) && fraction + delta > 1) return roundUp(border, at, radix);
  } while (fraction >= delta);
  return at;
}

/** Adds one unit to the last stored digit; digits that overflow are dropped. Returns the new end. */
function roundUp(border: addr, end: addr, radix: number): addr {
  let at = end;
  for (;;) {
    at = addr(at - 1n);
    if (at === border) {
      store8(border, ZERO + 1);
      return border;
    }
    const digit = u32(valueOfDigit(u32(load8(at))) + 1);
    if (f64(digit) < radix) {
      store8(at, digitOf(digit));
      return addr(at + 1n);
    }
  }
}

/** Stores the integer's digits so that they end at `border`, zeros for those that the double doesn't determine; returns where they start. */
function storeInteger(border: addr, integer: number, radix: number): addr {
  let rest = integer;
  let at = border;
  while (u64(bitsOfF64(rest / radix) >> 52n) >= UNIT_ABOVE_ONE) {
    rest = rest / radix;
    at = addr(at - 1n);
    store8(at, ZERO);
  }
  do {
    const digit = f64Remainder(rest, radix);
    at = addr(at - 1n);
    store8(at, digitOf(u32(digit)));
    rest = (rest - digit) / radix;
  } while (rest > 0);
  return at;
}

/** @noalloc */
function digitOf(digit: u32): u32 {
  return digit < 10 ? u32(digit + ZERO) : u32(digit + 0x57);
}

/** @noalloc */
function valueOfDigit(character: u32): u32 {
  return character < 0x40 ? u32(character - ZERO) : u32(character - 0x57);
}
