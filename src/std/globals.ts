/** Every global, by its name. */

export * as Array from './array.ts';
export { AggregateError, Error, EvalError, RangeError, ReferenceError, SyntaxError, TypeError, URIError } from './error.ts';
export * as console from './console.ts';
export * as JSON from './json.ts';
export { Map } from './map.ts';
export * as Number from './number.ts';
export { isFiniteNumber as isFinite, isNotANumber as isNaN, NaN, parseFloat, parseInt, POSITIVE_INFINITY as Infinity } from './number.ts';
export { Set } from './set.ts';
