/** IsStrictlyEqual, IsLooselyEqual, SameValue, SameValueZero (ECMA-262 7.2) of boxed values, and hashes that agree with the last. */
import { addr, addressOf, bitsOf, bitsOfF64, i32, load64, type ref, refOf, store64, symbol, u32, u64, type value } from 'toro:machine';
import { toPrimitive } from 'toro:hooks';
import { HASH_MIX } from '../layout/string-hash.ts';
import { HEADER_HASH_SHIFT } from '../layout/cell.ts';
import { HINT_DEFAULT, valueToNumber } from './conversion.ts';
import { stringEquals } from './string-compare.ts';
import { isBoolean, isNullish, isNumber, isObject, isPointer, isString, isSymbol, unboxNumber } from './value.ts';

/** a === b. */
export function valueStrictEquals(a: value, b: value): boolean {
  if (isNumber(a)) return isNumber(b) && unboxNumber(a) === unboxNumber(b);
  if (a === b) return true;
  return isString(a) && isString(b) && stringEquals(refOf(a), refOf(b));
}

/** a == b. */
export function valueLooseEquals(a: value, b: value): boolean {
  if (isNullish(a) || isNullish(b)) return isNullish(a) && isNullish(b);
  if ((isNumber(a) && isNumber(b)) || (isString(a) && isString(b))) return valueStrictEquals(a, b);
  if (isObject(a) && isObject(b)) return a === b;
  if (isObject(a)) return valueLooseEquals(toPrimitive(a, i32(HINT_DEFAULT)), b);
  if (isObject(b)) return valueLooseEquals(a, toPrimitive(b, i32(HINT_DEFAULT)));
  if (isSymbol(a) || isSymbol(b) || (isBoolean(a) && isBoolean(b))) return a === b;
  return valueToNumber(a) === valueToNumber(b);
}

/** SameValueZero: as ===, but NaN equals itself. */
export function sameValueZero(a: value, b: value): boolean {
  if (valueStrictEquals(a, b)) return true;
  return isNaNValue(a) && isNaNValue(b);
}

/** SameValue (Object.is): NaN equals itself, +0 is not -0. */
export function sameValue(a: value, b: value): boolean {
  if (isNumber(a) && isNumber(b)) return bitsOfF64(unboxNumber(a)) === bitsOfF64(unboxNumber(b)) || (isNaNValue(a) && isNaNValue(b));
  return valueStrictEquals(a, b);
}

function isNaNValue(v: value): boolean {
  if (!isNumber(v)) return false;
  const x = unboxNumber(v);
  return x !== x;
}

/** A hash in [0, 2^31) of any value but a string, which agrees with SameValueZero. Objects have one by identity for their lifetime. */
export function hashValue(v: value): i32 {
  if (isNumber(v)) return hashOfNumber(unboxNumber(v));
  if (isPointer(v)) return i32(identityHash(refOf(v)));
  return i32(bitsOf(v));
}

function hashOfNumber(x: number): i32 {
  const bits = x === 0 ? u64(0n) : x !== x ? u64(1n) : bitsOfF64(x);
  return i32(u32(Math.imul(u32(u64(bits ^ (bits >> 32n))), HASH_MIX) >>> 1));
}

/** The next identity hash: a full-period generator modulo 2^24. */
let hashState = u32(1);

/**
 * The 24 bits in the header, made when first asked for. Static cells don't move, and most of them are read-only: theirs is the
 * address.
 */
export function identityHash(cell: ref): u32 {
  if (addressOf(cell) < symbol('bss_end')) return u32(u32(addressOf(cell)) >>> 3);
  const header = load64(cell);
  const known = u32(u64(header >> HEADER_HASH_SHIFT));
  if (known !== 0) return known;
  do hashState = u32((Math.imul(hashState, 0x43fd45) + 0xc39ec3) & 0xff_ffff);
  while (hashState === 0);
  store64(addr(addressOf(cell)), u64(header | (u64(hashState) << HEADER_HASH_SHIFT)));
  return hashState;
}
