/**
 * A program in the systems dialect that uses the runtime as compiled code does: its output is the same under node on the fake
 * machine and as an executable, with collections at every allocation too.
 */
import { bitsOf, f64FromBits, i32, i64, loadRef, type ref, refOf, storeRef, text, u32, u64, valueOf } from 'toro:machine';
import { ARRAY_ELEMENTS } from '../../../src/layout/array.ts';
import { arrayElement, arrayLengthOf, arrayStoreF64, arrayStoreValue, newArrayF64, newArrayValue } from '../../../src/runtime/array.ts';
import { identityHash, sameValue, valueStrictEquals } from '../../../src/runtime/equality.ts';
import { f64Remainder } from '../../../src/runtime/f64-remainder.ts';
import { integerToString, unsignedToString } from '../../../src/runtime/integer-to-string.ts';
import { numberToExponential, numberToFixed, numberToPrecision } from '../../../src/runtime/number-format.ts';
import { numberToRadix } from '../../../src/runtime/number-radix.ts';
import { numberToString } from '../../../src/runtime/number-to-string.ts';
import { stringConcat } from '../../../src/runtime/string-concat.ts';
import { stringFromCharCode, stringLength } from '../../../src/runtime/string-cell.ts';
import { hashOfString } from '../../../src/runtime/string-hash.ts';
import { stringJoin } from '../../../src/runtime/string-join.ts';
import { stringIndexOf } from '../../../src/runtime/string-search.ts';
import { stringSlice } from '../../../src/runtime/string-slice.ts';
import { stringToNumber } from '../../../src/runtime/string-to-number.ts';
import { writeString } from '../../../src/runtime/string-utf8.ts';
import { boxF64, boxInt32 } from '../../../src/runtime/value.ts';

let randomState = u64(0x2545_f491_4f6c_dd1dn);
const ROUNDS = 300;

/**
 * Entered from the platform.
 * @symbol program_main
 */
export function runProgram(): void {
  report(text('numbers'), numbersRoundTrip());
  report(text('formats'), formats());
  report(text('ropes'), ropes());
  report(text('list'), listOfStrings());
  report(text('arrays'), arrays());
  report(text('remainders'), remainders());
}

function report(name: ref, hash: u32): void {
  writeString(i32(1), stringConcat(stringConcat(name, text(' ')), stringConcat(unsignedToString(u64(hash)), text('\n'))));
}

/** xorshift64 (Marsaglia). */
function nextRandom(): u64 {
  randomState = u64(randomState ^ (randomState << 13n));
  randomState = u64(randomState ^ (randomState >> 7n));
  randomState = u64(randomState ^ (randomState << 17n));
  return randomState;
}

function randomDouble(): number {
  const bits = u64(nextRandom() & 0xffef_ffff_ffff_ffffn);
  return f64FromBits(bits);
}

function mix(hash: u32, s: ref): u32 {
  return u32(Math.imul(hash, 31) + hashOfString(s));
}

function numbersRoundTrip(): u32 {
  let hash = u32(0);
  for (let i = u32(0); i < ROUNDS; i = u32(i + 1)) {
    const x = randomDouble();
    const shown = numberToString(x);
    if (!sameValue(boxF64(stringToNumber(shown)), boxF64(x))) writeString(i32(1), stringConcat(shown, text(' is not read back\n')));
    hash = mix(hash, shown);
  }
  return hash;
}

function formats(): u32 {
  let hash = u32(0);
  for (let i = i32(0); i < 60; i = i32(i + 1)) {
    const x = randomDouble();
    hash = mix(hash, numberToPrecision(x, i32(i + 1)));
    hash = mix(hash, numberToExponential(x, i));
    hash = mix(hash, numberToFixed(f64Remainder(x, 1000), i));
    hash = mix(hash, numberToRadix(f64Remainder(x, 100_000), i32(2 + (i % 9))));
  }
  return hash;
}

/** Ropes that lean both ways, cut into pieces again. */
function ropes(): u32 {
  let left = text('');
  let right = text('');
  for (let i = i32(0); i < ROUNDS; i = i32(i + 1)) {
    const piece = stringConcat(integerToString(i), stringFromCharCode(i32(i % 700)));
    left = stringConcat(left, piece);
    right = stringConcat(piece, right);
  }
  let hash = mix(hashOfString(left), right);
  const pieces = newArrayValue(i64(0n));
  let from = i32(0);
  while (from < i32(stringLength(left))) {
    const found = stringIndexOf(left, text('7'), i32(from + 1));
    const end = found < 0 ? i32(stringLength(left)) : found;
    arrayStoreValue(pieces, i64(arrayLengthOf(pieces)), valueOf(stringSlice(left, from, end)));
    from = end;
  }
  const joined = stringJoin(pieces, i64(arrayLengthOf(pieces)), text(''));
  if (!valueStrictEquals(valueOf(joined), valueOf(left))) writeString(i32(1), text('join differs\n'));
  hash = mix(hash, joined);
  return hash;
}

/** A linked list in arrays of two, with identity hashes that collections must keep. */
function listOfStrings(): u32 {
  let list = newArrayValue(i64(0n));
  const first = list;
  const firstHash = identityHash(first);
  for (let i = i32(0); i < ROUNDS; i = i32(i + 1)) {
    const pair = newArrayValue(i64(2n));
    arrayStoreValue(pair, i64(0n), valueOf(integerToString(i)));
    arrayStoreValue(pair, i64(1n), valueOf(list));
    list = pair;
  }
  let hash = u32(0);
  while (arrayLengthOf(list) === 2) {
    hash = mix(hash, refOf(arrayElement(list, u32(0))));
    list = refOf(arrayElement(list, u32(1)));
  }
  if (list !== first || identityHash(list) !== firstHash) writeString(i32(1), text('identity lost\n'));
  return hash;
}

function arrays(): u32 {
  const raw = newArrayF64(i64(3n));
  const boxed = newArrayValue(i64(0n));
  for (let i = i32(0); i < ROUNDS; i = i32(i + 1)) {
    arrayStoreF64(raw, i64(i), boxInt32(i));
    arrayStoreValue(boxed, i64(i), boxInt32(i32(-i)));
  }
  const elements = loadRef(raw, ARRAY_ELEMENTS);
  storeRef(raw, elements, ARRAY_ELEMENTS);
  let hash = u32(0);
  for (let i = u32(0); i < ROUNDS; i = u32(i + 1)) {
    hash = u32(Math.imul(hash, 31) + u32(u64(bitsOf(arrayElement(raw, i)) >> 44n)) + u32(bitsOf(arrayElement(boxed, i))));
  }
  return hash;
}

function remainders(): u32 {
  let hash = u32(0);
  for (let i = u32(0); i < ROUNDS; i = u32(i + 1)) {
    const rest = f64Remainder(randomDouble(), randomDouble());
    hash = mix(hash, rest === rest ? numberToString(rest) : text('NaN'));
  }
  return hash;
}
