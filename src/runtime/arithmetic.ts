/** Operators on boxed values where the operands' kinds are not known (ECMA-262 13.8, 13.10). */
import { i32, type ref, refOf, text, u32, type value, valueOf } from 'toro:machine';
import { throwTypeError } from 'toro:hooks';
import { HINT_DEFAULT, HINT_NUMBER, valueToNumber, valueToPrimitive, valueToString } from './conversion.ts';
import { stringCompare } from './string-compare.ts';
import { stringConcat } from './string-concat.ts';
import { boxF64, isBigInt, isNumber, isString, unboxNumber } from './value.ts';

/** What `valueOrder` gives where a comparison is false either way: one side is NaN. */
const UNORDERED = 2;

/** a + b. */
export function valueAdd(a: value, b: value): value {
  if (isNumber(a) && isNumber(b)) return boxF64(unboxNumber(a) + unboxNumber(b));
  const left = valueToPrimitive(a, i32(HINT_DEFAULT));
  const right = valueToPrimitive(b, i32(HINT_DEFAULT));
  if (isString(left) || isString(right)) return valueOf(concatPrimitives(left, right));
  const sum = toNumeric(left, right) + toNumeric(right, left);
  return boxF64(sum);
}

function concatPrimitives(left: value, right: value): ref {
  const first = isString(left) ? refOf(left) : valueToString(left);
  return stringConcat(first, isString(right) ? refOf(right) : valueToString(right));
}

/** ToNumber of an operand beside another: a BigInt beside a number is an error of its own. */
function toNumeric(operand: value, other: value): number {
  if (isBigInt(operand) || isBigInt(other)) throwTypeError(text('Cannot mix BigInt and other types, use explicit conversions'));
  return valueToNumber(operand);
}

export function valueLess(a: value, b: value): boolean {
  return valueOrder(a, b) === -1;
}

export function valueLessOrEqual(a: value, b: value): boolean {
  const order = valueOrder(a, b);
  return order <= 0;
}

export function valueGreater(a: value, b: value): boolean {
  return valueOrder(a, b) === 1;
}

export function valueGreaterOrEqual(a: value, b: value): boolean {
  const order = valueOrder(a, b);
  return u32(order) < 2;
}

/** IsLessThan both ways: -1 a < b, 0 equal, 1 a > b, UNORDERED; operands are converted from left to right. */
function valueOrder(a: value, b: value): i32 {
  const left = valueToPrimitive(a, i32(HINT_NUMBER));
  const right = valueToPrimitive(b, i32(HINT_NUMBER));
  if (isString(left) && isString(right)) return stringCompare(refOf(left), refOf(right));
  const x = valueToNumber(left);
  const y = valueToNumber(right);
  if (x < y) return i32(-1);
  if (x > y) return i32(1);
  return x === y ? i32(0) : i32(UNORDERED);
}
