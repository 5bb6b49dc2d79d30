/** ToPrimitive, ToNumber, ToString, ToPropertyKey, ToBoolean (ECMA-262 7.1) and typeof of boxed values. */
import { bitsOf, i32, load32, type ref, refOf, text, u32, u64, type value, valueOf } from 'toro:machine';
import { throwTypeError, toPrimitive } from 'toro:hooks';
import { KIND_BIGINT, KIND_FUNCTION, KIND_LAST_STRING, KIND_SYMBOL } from '../layout/cell.ts';
import { STRING_LENGTH } from '../layout/string.ts';
import { VALUE_FALSE, VALUE_HOLE, VALUE_NULL, VALUE_TRUE, VALUE_UNDEFINED } from '../layout/value.ts';
import { integerToString } from './integer-to-string.ts';
import { numberToString } from './number-to-string.ts';
import { stringToNumber } from './string-to-number.ts';
import { cellKind, isBoolean, isInt32, isNumber, isObject, isString, isSymbol, unboxInt32, unboxNumber } from './value.ts';

/** Hints of ToPrimitive. */
export const HINT_DEFAULT = 0;
export const HINT_NUMBER = 1;
export const HINT_STRING = 2;

/** ToPrimitive; objects call their methods. */
export function valueToPrimitive(v: value, hint: i32): value {
  return isObject(v) ? toPrimitive(v, hint) : v;
}

/** ToNumber. */
export function valueToNumber(v: value): number {
  if (isNumber(v)) return unboxNumber(v);
  if (bitsOf(v) === VALUE_UNDEFINED || bitsOf(v) === VALUE_HOLE) return NaN;
  if (bitsOf(v) === VALUE_TRUE) return 1;
  if (bitsOf(v) === VALUE_FALSE || bitsOf(v) === VALUE_NULL) return 0;
  const kind = cellKind(refOf(v));
  if (kind <= KIND_LAST_STRING) return stringToNumber(refOf(v));
  if (kind === KIND_SYMBOL) throwTypeError(text('Cannot convert a Symbol value to a number'));
  if (kind === KIND_BIGINT) throwTypeError(text('Cannot convert a BigInt value to a number'));
  return valueToNumber(toPrimitive(v, i32(HINT_NUMBER)));
}

/** ToString. */
export function valueToString(v: value): ref {
  if (isInt32(v)) return integerToString(unboxInt32(v));
  if (isNumber(v)) return numberToString(unboxNumber(v));
  if (bitsOf(v) === VALUE_UNDEFINED || bitsOf(v) === VALUE_HOLE) return text('undefined');
  if (bitsOf(v) === VALUE_TRUE) return text('true');
  if (bitsOf(v) === VALUE_FALSE) return text('false');
  if (bitsOf(v) === VALUE_NULL) return text('null');
  const kind = cellKind(refOf(v));
  if (kind <= KIND_LAST_STRING) return refOf(v);
  if (kind === KIND_SYMBOL) throwTypeError(text('Cannot convert a Symbol value to a string'));
  return valueToString(toPrimitive(v, i32(HINT_STRING)));
}

/** ToPropertyKey: a string or symbol. */
export function valueToPropertyKey(v: value): value {
  const primitive = valueToPrimitive(v, i32(HINT_STRING));
  if (isSymbol(primitive)) return primitive;
  return valueOf(valueToString(primitive));
}

/** ToBoolean. */
export function valueIsTruthy(v: value): boolean {
  if (isNumber(v)) return Math.abs(unboxNumber(v)) > 0;
  if (bitsOf(v) === VALUE_TRUE) return true;
  if (isString(v)) return load32(refOf(v), STRING_LENGTH) !== 0;
  return bitsOf(v) > u64(0x1000n);
}

/** The string that typeof gives. */
export function valueTypeOf(v: value): ref {
  if (isNumber(v)) return text('number');
  if (bitsOf(v) === VALUE_UNDEFINED || bitsOf(v) === VALUE_HOLE) return text('undefined');
  if (isBoolean(v)) return text('boolean');
  if (bitsOf(v) === VALUE_NULL) return text('object');
  const kind = u32(cellKind(refOf(v)));
  if (kind <= KIND_LAST_STRING) return text('string');
  if (kind === KIND_SYMBOL) return text('symbol');
  if (kind === KIND_BIGINT) return text('bigint');
  return kind === KIND_FUNCTION ? text('function') : text('object');
}
