/** Error and the native errors: ECMA-262 section 20.5, with V8's `stack`. */

import { captureTrace, captureTraceAbove, defineHidden, formatTrace, hasProperty, type Trace } from './intrinsics.ts';

/** Options of every error's constructor. 20.5.8.1, InstallErrorCause. */
interface ErrorOptions {
  cause?: unknown;
}

/** Error.stackTraceLimit. */
let traceLimit: unknown = 10;

export class Error {
  static readonly prototype_name: string = 'Error';
  static readonly prototype_message = '';

  /** How many frames a trace shows; anything but a number: errors have no stack. V8's stack trace API. */
  static get stackTraceLimit(): unknown {
    return traceLimit;
  }

  static set stackTraceLimit(limit: unknown) {
    traceLimit = limit;
  }

  /**
   * Gives an object the stack of this point, without the frames above and including the innermost call of `hidden`. V8's stack trace API.
   */
  static captureStackTrace(object: object, hidden?: Function): void {
    const limit = traceLimit;
    if (typeof limit !== 'number') return;
    const trace = hidden === undefined ? captureTrace(Error, frameCount(limit)) : captureTraceAbove(hidden, frameCount(limit));
    const text = textOf(object as Error) + formatTrace(trace);
    if (object instanceof Error) object.stack = text;
    else defineHidden(object, 'stack', text);
  }

  declare name: string;
  declare message: string;
  declare cause?: unknown;

  /** The stack where the error was made, until it becomes text when `stack` is first read: with the name and message of that time. */
  #trace: Trace | undefined;
  #stack: unknown = '';

  /** 20.5.1.1. */
  constructor(message?: string, options?: ErrorOptions) {
    if (message !== undefined) defineHidden(this, 'message', `${message}`);
    if (typeof options === 'object' && options !== null && hasProperty(options, 'cause')) defineHidden(this, 'cause', options.cause);
    const limit = traceLimit;
    if (typeof limit === 'number') this.#trace = captureTrace(new.target, frameCount(limit));
    else this.#stack = undefined;
  }

  get stack(): any {
    const trace = this.#trace;
    if (trace !== undefined) {
      this.#stack = textOf(this) + formatTrace(trace);
      this.#trace = undefined;
    }
    return this.#stack;
  }

  set stack(value: any) {
    this.#trace = undefined;
    this.#stack = value;
  }

  /** 20.5.3.4. */
  toString(): string {
    return textOf(this);
  }
}

/** At least 0, and no more than a trace can have. */
function frameCount(limit: number): number {
  return limit > 0xffff ? 0xffff : limit > 0 ? limit | 0 : 0;
}

function textOf(error: Error): string {
  const givenName: unknown = error.name;
  const givenMessage: unknown = error.message;
  const name = givenName === undefined ? 'Error' : `${givenName as string}`;
  const message = givenMessage === undefined ? '' : `${givenMessage as string}`;
  if (name === '') return message;
  if (message === '') return name;
  return `${name}: ${message}`;
}

/** 20.5.5.1. */
export class EvalError extends Error {
  static override readonly prototype_name: string = 'EvalError';
}

/** 20.5.5.2. */
export class RangeError extends Error {
  static override readonly prototype_name: string = 'RangeError';
}

/** 20.5.5.3. */
export class ReferenceError extends Error {
  static override readonly prototype_name: string = 'ReferenceError';
}

/** 20.5.5.4. */
export class SyntaxError extends Error {
  static override readonly prototype_name: string = 'SyntaxError';
}

/** 20.5.5.5. */
export class TypeError extends Error {
  static override readonly prototype_name: string = 'TypeError';
}

/** 20.5.5.6. */
export class URIError extends Error {
  static override readonly prototype_name: string = 'URIError';
}

/** 20.5.7. */
export class AggregateError extends Error {
  static override readonly prototype_name: string = 'AggregateError';

  declare errors: unknown[];

  constructor(errors: Iterable<unknown>, message?: string, options?: ErrorOptions) {
    super(message, options);
    const list: unknown[] = [];
    for (const error of errors) list[list.length] = error;
    defineHidden(this, 'errors', list);
  }
}
