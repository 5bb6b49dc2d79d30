/** Every global, by its name. */

export * as Array from './array.ts';
export { AggregateError, Error, EvalError, RangeError, ReferenceError, SyntaxError, TypeError, URIError } from './error.ts';
