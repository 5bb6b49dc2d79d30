/** `toro:hooks` of the native test program, which has no library: whatever is called is reported and ends it. */
import { type i32, type ref, type value } from 'toro:machine';
import { fatal } from '../../../src/runtime/fatal.ts';
import { valueToString } from '../../../src/runtime/conversion.ts';

export function throwTypeError(message: ref): never {
  fatal(message);
}

export function throwRangeError(message: ref): never {
  fatal(message);
}

export function throwReferenceError(message: ref): never {
  fatal(message);
}

export function toPrimitive(object: value, _hint: i32): value {
  return object;
}

export function callGetter(getter: value, _receiver: value): value {
  return getter;
}

export function callSetter(_setter: value, _receiver: value, v: value): void {
  uncaught(v);
}

export function uncaught(thrown: value): void {
  fatal(valueToString(thrown));
}

export function power(base: number, _exponent: number): number {
  return base;
}
