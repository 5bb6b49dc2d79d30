import './prototype-data.ts';
import { describe, expect, it } from 'vitest';
import * as functions from '../../src/std/function.prototype.ts';
import * as prototype from '../../src/std/object.prototype.ts';
import * as statics from '../../src/std/object.ts';
import * as symbol from '../../src/std/symbol.ts';
import * as symbolPrototype from '../../src/std/symbol.prototype.ts';
import { outcome } from './outcome.ts';

const shared = Symbol('s');
const nothing = () => {};
const withGetter = { a: 1, get b() { delete (this as { c?: number }).c; return 2; }, c: 3 };
const sources = (): unknown[] => [
  {}, { b: 1, a: 2, 2: 'x', 1: 'y' }, [1, , 3], Object.assign(['x'], { k: 1 }), 'abc', 5, true, null, undefined, new (class { x = 1; #y = 2; get z() { return this.#y; } })(),
  Object.create({ inherited: 1 }), Object.defineProperty({ shown: 1 }, 'hidden', { value: 1 }), { [shared]: 1, t: 2 }, new Uint8Array(2), Object.create(null),
  Object.defineProperties({}, Object.getOwnPropertyDescriptors(withGetter)), nothing,
];

describe('Object', () => {
  it('lists properties', () => {
    for (let i = 0; i < sources().length; i++) {
      for (const name of ['keys', 'values', 'entries'] as const) {
        expect(outcome(() => statics[name](sources()[i] as never)), `${name} of source ${i}`).toStrictEqual(outcome(() => Object[name](sources()[i] as never)));
      }
    }
  });

  it('assigns', () => {
    for (let i = 0; i < sources().length; i++) {
      for (const j of [0, 1, 2, 4, 8, 11, 12]) {
        const expected = outcome(() => Object.assign({ z: 1 }, sources()[i], sources()[j]));
        expect(outcome(() => statics.assign({ z: 1 }, sources()[i], sources()[j]))).toStrictEqual(expected);
      }
      expect(outcome(() => statics.assign_2({ z: 1 }, sources()[i]))).toStrictEqual(outcome(() => Object.assign({ z: 1 }, sources()[i])));
    }
    expect(outcome(() => statics.assign(null as never, {}))).toEqual(outcome(() => Object.assign(null as never, {})));
  });

  it('makes objects from entries', () => {
    for (const source of [[], [['a', 1], ['b', 2], ['a', 3]], new Map([[1, 2]]), [['__proto__', 1]], [3], ['ab'], null, undefined]) {
      expect(outcome(() => statics.fromEntries(source as never))).toStrictEqual(outcome(() => Object.fromEntries(source as never)));
    }
  });

  it('compares and asks', () => {
    const values = [0, -0, NaN, 1, '1', null, undefined, {}];
    for (const a of values) for (const b of values) expect(statics.is(a, b)).toBe(Object.is(a, b));
    for (const [object, key] of [[{ a: 1 }, 'a'], [{ a: 1 }, 'toString'], [[1], 0], [[1], 'length'], ['ab', 1], [null, 'x']] as const) {
      expect(outcome(() => statics.hasOwn(object as never, key))).toEqual(outcome(() => Object.hasOwn(object as never, key)));
    }
    const base = {};
    expect(prototype.isPrototypeOf.call(base, Object.create(Object.create(base)))).toBe(true);
    expect(prototype.isPrototypeOf.call(base, {})).toBe(false);
    expect(prototype.hasOwnProperty.call({ 3: 1 }, 3)).toBe(true);
    expect(prototype.propertyIsEnumerable.call([1], 'length')).toBe(false);
  });

  it('names kinds', () => {
    for (const value of [undefined, null, 1, 'x', true, {}, [], () => {}, new (class { [Symbol.toStringTag] = 'T'; })()]) {
      expect(prototype.toString.call(value)).toBe(Object.prototype.toString.call(value));
    }
  });
});

describe('Function.prototype', () => {
  const f = function (this: unknown, ...args: unknown[]) { return [this, ...args]; };
  it('applies and binds', () => {
    expect(functions.apply.call(f, 1, [2, 3])).toEqual([1, 2, 3]);
    expect(functions.apply.call(f, 1, null)).toEqual([1]);
    expect(functions.call.call(f, 1, 2)).toEqual([1, 2]);
    expect((functions.bind.call(f, 1, 2) as typeof f)(3)).toEqual([1, 2, 3]);
  });
});

describe('Symbol', () => {
  it('keeps a registry', () => {
    expect(symbol.for('a')).toBe(symbol.for('a'));
    expect(symbol.keyFor(symbol.for('a'))).toBe('a');
    expect(symbol.keyFor(symbol.call('a'))).toBe(undefined);
    expect(symbolPrototype.toString.call(symbol.call('x'))).toBe('Symbol(x)');
    expect(symbolPrototype.get_description.call(symbol.call())).toBe(undefined);
  });
});
