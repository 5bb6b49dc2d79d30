import './prototype-data.ts';
import { describe, expect, it } from 'vitest';
import * as errors from '../../src/std/error.ts';

// Vitest's own way of writing stacks, which differs in the header.
(Error as { prepareStackTrace?: unknown }).prepareStackTrace = undefined;

const names = ['Error', 'EvalError', 'RangeError', 'ReferenceError', 'SyntaxError', 'TypeError', 'URIError'] as const;

/** What a program can see of an error, but its frames. */
function facts(error: Error): unknown {
  return {
    name: error.name,
    message: error.message,
    text: String(error),
    header: error.stack!.split('\n    at ')[0],
    keys: Object.keys(error),
    own: ['message', 'cause', 'errors', 'name'].map((key) => Object.getOwnPropertyDescriptor(error, key)),
    isError: error.constructor.name,
  };
}

describe('errors', () => {
  it('look as native ones do', () => {
    for (const name of names) {
      for (const args of [[], ['text'], [undefined], [''], [3], ['text', { cause: 1 }], ['text', { cause: undefined }], ['text', {}], ['text', null], ['two\nlines']]) {
        const std = new errors[name](...(args as [string]));
        const native = new globalThis[name](...(args as [string]));
        expect(facts(std as Error)).toEqual(facts(native));
      }
    }
    expect(facts(new errors.AggregateError([1, 2], 'many', { cause: 3 }) as Error)).toEqual(facts(new AggregateError([1, 2], 'many', { cause: 3 })));
  });

  it('fix the header of the stack when it is first read', () => {
    const make = (Base: new (message: string) => Error) => {
      class Special extends Base {
        code = 1;
        constructor(message: string) {
          super(message);
          this.name = 'Special';
        }
      }
      const error = new Special('first');
      error.message = 'second';
      void error.stack;
      error.message = 'third';
      return error;
    };
    expect(facts(make(errors.TypeError as never))).toEqual(facts(make(TypeError)));
    expect(make(errors.TypeError as never)).toBeInstanceOf(errors.Error);
  });

  it('have frames from where they were made, without their constructors', () => {
    class Inner extends errors.RangeError {}
    function makeOne(): Error {
      return new Inner('x') as Error;
    }
    const lines = makeOne().stack!.split('\n');
    expect(lines[0]).toBe('RangeError: x');
    expect(lines[1]).toMatch(/^ {4}at makeOne \(/);
    const error = makeOne();
    error.stack = 'mine';
    expect(error.stack).toBe('mine');
  });
});
