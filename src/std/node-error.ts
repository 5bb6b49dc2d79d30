/** Errors with a code, as node's own functions throw them: node's lib/internal/errors.js. */

import { Error, RangeError, TypeError } from './error.ts';
import { formatNumber, formatSymbol, quote } from './inspect-text.ts';
import { classNameOf, functionName, stringIndexOf, stringSlice } from './intrinsics.ts';
import { quoteJson } from './json-text.ts';

const MAX_SHOWN = 28;

/** Gives an error its code, which the stack shows behind the name. */
function withCode<E extends Error>(error: E, code: string): E {
  const stack = error.stack;
  error.stack = `${error.name} [${code}]${stringSlice(stack, error.name.length, stack.length)}`;
  (error as E & { code: string }).code = code;
  return error;
}

/** ERR_INVALID_ARG_TYPE: `expected` is a phrase such as `of type function`. */
export function invalidArgumentType(name: string, expected: string, value: unknown): TypeError {
  return withCode(new TypeError(`The "${name}" argument must be ${expected}. Received ${describeReceived(value)}`), 'ERR_INVALID_ARG_TYPE');
}

/** ERR_INVALID_ARG_VALUE. */
export function invalidArgumentValue(name: string, reason: string, value: unknown): TypeError {
  return withCode(new TypeError(`The argument '${name}' ${reason}. Received ${primitiveText(value)}`), 'ERR_INVALID_ARG_VALUE');
}

/** ERR_OUT_OF_RANGE. */
export function outOfRange(name: string, range: string, value: number): RangeError {
  return withCode(new RangeError(`The value of "${name}" is out of range. It must be ${range}. Received ${formatNumber(value)}`), 'ERR_OUT_OF_RANGE');
}

/** Throws ERR_INVALID_ARG_TYPE if the value can't be called. */
export function requireFunction(name: string, value: unknown): void {
  if (typeof value !== 'function') throw invalidArgumentType(name, 'of type function', value);
}

function describeReceived(value: unknown): string {
  if (value === undefined || value === null) return `${value as unknown as string}`;
  if (typeof value === 'function') return `function ${functionName(value)}`;
  if (typeof value === 'object') {
    const name = classNameOf(value);
    return name === '' ? '[Object: null prototype] {}' : `an instance of ${name}`;
  }
  if (typeof value === 'string') {
    const shown = value.length > MAX_SHOWN ? `${stringSlice(value, 0, MAX_SHOWN - 3)}...` : value;
    return `type string (${stringIndexOf(shown, "'", 0) < 0 ? `'${shown}'` : quoteJson(shown)})`;
  }
  return `type ${typeof value} (${primitiveText(value)})`;
}

function primitiveText(value: unknown): string {
  if (typeof value === 'string') return quote(value);
  if (typeof value === 'number') return formatNumber(value);
  if (typeof value === 'symbol') return formatSymbol(value);
  return typeof value === 'bigint' ? `${value}n` : `${value as string}`;
}

/** The error of a failed system call: UVException. */
export function systemError(code: string, errno: number, what: string, syscall: string, path: string): Error {
  const error = new Error(`${code}: ${what}, ${syscall} '${path}'`) as Error & { errno: number; code: string; syscall: string; path: string };
  error.errno = errno;
  error.code = code;
  error.syscall = syscall;
  error.path = path;
  return error;
}
