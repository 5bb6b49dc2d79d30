/** Number.prototype: ECMA-262 section 21.1.3, with V8's messages. */

import { toIntegerOrInfinity } from './conversion.ts';
import { RangeError } from './error.ts';
import { numberToExponential, numberToFixed, numberToPrecision, numberToRadix, numberToString } from './intrinsics.ts';

export { toLocaleString } from './number-locale.ts';

function isFiniteValue(n: number): boolean {
  return n - n === 0;
}

/** 21.1.3.2. */
export function toExponential(this: number, fractionDigits?: number): string {
  const digits = toIntegerOrInfinity(fractionDigits);
  if (!isFiniteValue(this)) return numberToString(this);
  if (digits < 0 || digits > 100) throw new RangeError('toExponential() argument must be between 0 and 100');
  return numberToExponential(this, fractionDigits === undefined ? -1 : digits);
}

/** 21.1.3.3. */
export function toFixed(this: number, fractionDigits?: number): string {
  const digits = toIntegerOrInfinity(fractionDigits);
  if (digits < 0 || digits > 100) throw new RangeError('toFixed() digits argument must be between 0 and 100');
  if (!isFiniteValue(this) || this >= 1e21 || this <= -1e21) return numberToString(this);
  return numberToFixed(this, digits);
}

/** 21.1.3.5. */
export function toPrecision(this: number, precision?: number): string {
  if (precision === undefined) return numberToString(this);
  const digits = toIntegerOrInfinity(precision);
  if (!isFiniteValue(this)) return numberToString(this);
  if (digits < 1 || digits > 100) throw new RangeError('toPrecision() argument must be between 1 and 100');
  return numberToPrecision(this, digits);
}

/** 21.1.3.6. */
export function toString(this: number, radix?: number): string {
  const base = radix === undefined ? 10 : toIntegerOrInfinity(radix);
  if (base < 2 || base > 36) throw new RangeError('toString() radix argument must be between 2 and 36');
  return base === 10 || !isFiniteValue(this) ? numberToString(this) : numberToRadix(this, base);
}

/** 21.1.3.7. */
export function valueOf(this: number): number {
  return this;
}
