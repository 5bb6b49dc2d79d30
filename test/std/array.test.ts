import { describe, expect, it } from 'vitest';
import * as prototype from '../../src/std/array.prototype.ts';
import * as statics from '../../src/std/array.ts';
import { outcome } from './outcome.ts';
import { Random } from './random.ts';

type Method = (this: unknown[], ...args: unknown[]) => unknown;
const std = prototype as unknown as Record<string, Method>;
const native = Array.prototype as unknown as Record<string, Method>;

/** The variant for that number of arguments, as the compiler picks it, or the general one. */
function method(name: string, count: number): Method {
  return std[`${name}_${count}`] ?? std[name]!;
}

function element(random: Random): unknown {
  return random.pick<unknown>([0, -0, 1, 2.5, NaN, 'a', 'b', '', undefined, null, true, random.int(-3, 3), [1, [2, [3]]], 'ab']);
}

function sample(random: Random): unknown[] {
  const array: unknown[] = [];
  const length = random.int(0, 12);
  array.length = length;
  const holes = random.next() < 0.3;
  for (let i = 0; i < length; i++) if (!holes || random.next() < 0.7) array[i] = element(random);
  return array;
}

function index(random: Random): unknown {
  return random.pick<unknown>([undefined, 0, -1, 1, 2, -3, 5, -20, 20, 1.7, NaN, Infinity, -Infinity, '2', null]);
}

/** Calls both on equal arrays, and compares results, the arrays after it, and whether `this` came back. */
function compare(name: string, array: unknown[], args: unknown[]): void {
  const ours = array.slice();
  const theirs = array.slice();
  const general = array.slice();
  const expected = outcome(() => native[name]!.call(theirs, ...args));
  const actual = outcome(() => method(name, args.length).call(ours, ...args));
  const same = (o: object, receiver: unknown[]) => ('value' in o && o.value === receiver ? { value: 'this' } : o);
  const label = `${name}(${args.map(String).join()})`;
  expect(same(actual, ours), label).toStrictEqual(same(expected, theirs));
  expect(ours, label).toStrictEqual(theirs);
  expect(same(outcome(() => std[name]!.call(general, ...args)), general), label).toStrictEqual(same(expected, theirs));
  expect(general, label).toStrictEqual(theirs);
}

const byIndex = ['at', 'slice', 'copyWithin', 'splice', 'toSpliced', 'flat', 'with'];
const byElement = ['includes', 'indexOf', 'lastIndexOf', 'concat', 'push', 'unshift'];
const plain = ['pop', 'shift', 'reverse', 'toReversed', 'join', 'toString', 'sort', 'toSorted'];
const byPredicate = ['forEach', 'map', 'filter', 'every', 'some', 'find', 'findIndex', 'findLast', 'findLastIndex', 'flatMap', 'reduce', 'reduceRight'];

describe('Array.prototype', () => {
  it('agrees with node on methods that take indices', () => {
    const random = new Random(1);
    for (let round = 0; round < 1500; round++) {
      for (const name of byIndex) {
        const args = Array.from({ length: random.int(0, 4) }, () => index(random));
        if (name === 'flat' && args[0] === Infinity) continue;
        compare(name, sample(random), args);
      }
      compare('fill', sample(random), [element(random), index(random), index(random)]);
    }
  });

  it('agrees with node on methods that take elements', () => {
    const random = new Random(2);
    for (let round = 0; round < 1500; round++) {
      for (const name of byElement) {
        const args = Array.from({ length: random.int(0, 3) }, () => (random.next() < 0.2 ? sample(random) : element(random)));
        if (args.length > 1 && name.startsWith('lastIndex')) args[1] = index(random);
        compare(name, sample(random), args);
      }
      for (const name of plain) compare(name, sample(random), name === 'join' ? [random.pick<unknown>([undefined, '', '-', null, 3])] : []);
    }
  });

  it('calls back as node does', () => {
    const random = new Random(3);
    for (let round = 0; round < 1000; round++) {
      for (const name of byPredicate) {
        const array = sample(random);
        const grows = random.next() < 0.2;
        const cut = random.int(0, 12);
        const answers = Array.from({ length: 13 }, () => random.pick<unknown>([true, false, 0, 1, '', 'x', [1, 2], null]));
        const initial = random.next() < 0.5 ? [element(random)] : [];
        const extra = name.startsWith('reduce') ? initial : random.next() < 0.3 ? ['that'] : [];
        const run = (call: Method, receiver: unknown[]) => {
          const log: unknown[] = [];
          const result = outcome(() => call.call(receiver, function (this: unknown, ...args: unknown[]) {
            log.push(String(this), args.map((a) => (a === receiver ? 'array' : a)));
            if (log.length / 2 === cut + 1) {
              if (grows) receiver.push('grown');
              else receiver.length = cut;
            }
            return answers[log.length / 2 - 1];
          }, ...extra));
          return { log, result, receiver };
        };
        const ours = run(method(name, 1 + extra.length), array.slice());
        expect(ours, name).toStrictEqual(run(native[name]!, array.slice()));
        expect(run(std[name]!, array.slice()), name).toStrictEqual(ours);
      }
    }
  });

  it('refuses what is no function, in V8 words', () => {
    for (const name of byPredicate) {
      for (const value of [undefined, null, 3, 'abc', {}, [1]]) {
        expect(outcome(() => std[name]!.call([], value)), name).toEqual(outcome(() => native[name]!.call([], value)));
      }
    }
  });

  it('joins cycles', () => {
    const cycle: unknown[] = [1, 2];
    cycle.push(cycle, [cycle, 3]);
    const nested = [1, [2, [3, null], undefined]];
    expect(std.join!.call(nested, '-')).toBe(nested.join('-'));
    expect(outcome(() => std.join!.call([Symbol('x')]))).toEqual(outcome(() => [Symbol('x')].join()));
  });

  it('iterates live', () => {
    for (const name of ['entries', 'keys', 'values', '@@iterator']) {
      const take = (iterator: Iterator<unknown>, array: unknown[]) => {
        const seen = [iterator.next(), iterator.next()];
        array.push('new');
        for (let i = 0; i < 4; i++) seen.push(iterator.next());
        array.push('late');
        return [...seen, iterator.next()];
      };
      const ours = ['a', , 'c'];
      const theirs = ['a', , 'c'];
      const call = name === '@@iterator' ? theirs[Symbol.iterator]() : (native[name]!.call(theirs) as Iterator<unknown>);
      expect(take(std[name]!.call(ours) as Iterator<unknown>, ours)).toEqual(take(call, theirs));
    }
  });
});

describe('sort', () => {
  it('asks the comparator what V8 asks, in the same order', () => {
    const random = new Random(4);
    for (let round = 0; round < 400; round++) {
      const length = random.pick([0, 1, 2, 3, 10, 31, 32, 63, 64, 65, 100, 200, 500, 1000]);
      const range = random.pick([1, 3, 10, 1000, 100000]);
      const array: number[] = Array.from({ length }, () => random.int(0, range));
      if (random.next() < 0.4) array.sort((a, b) => a - b);
      if (random.next() < 0.3) for (let i = 0; i < 5 && length > 0; i++) array[random.int(0, length - 1)] = random.int(0, range);
      if (random.next() < 0.2) array.reverse();
      if (random.next() < 0.3) for (let i = 1; i < length; i += 2) array[i] = array[i]! + range;
      const noise = random.next() < 0.2;
      const run = (sort: (compare: (a: number, b: number) => number) => number[]) => {
        const asked: number[] = [];
        let turn = 0;
        const sorted = sort((a, b) => {
          asked.push(a, b);
          return noise ? ((turn += 7919) % 11) - 5 : a - b;
        });
        return { asked: asked.join(), sorted: sorted.join() };
      };
      const ours = array.slice();
      const theirs = array.slice();
      expect(run((c) => prototype.sort.call(ours, c as never) as number[])).toEqual(run((c) => theirs.sort(c)));
      expect(run((c) => prototype.toSorted.call(array, c as never) as number[])).toEqual(run((c) => array.toSorted(c)));
    }
  });

  it('sorts by text without a comparator', () => {
    const random = new Random(5);
    for (let round = 0; round < 500; round++) {
      const array: unknown[] = Array.from({ length: random.int(0, 150) }, () =>
        random.pick<unknown>([random.int(-200, 200), random.bits(), 'x', 'é', '\u{1f600}', '\uffff', undefined, null, true, [2], 'zeta']));
      if (random.next() < 0.3) delete array[random.int(0, array.length)];
      compare('sort', array, []);
      compare('toSorted', array, []);
    }
    expect(outcome(() => std.sort!.call([], 3))).toEqual(outcome(() => ([] as number[]).sort(3 as never)));
  });
});

describe('Array', () => {
  it('constructs', () => {
    const construct = statics.construct as (...args: unknown[]) => unknown;
    for (const args of [[], [3], [0], ['x'], [-1], [1.5], [2 ** 32], [1, 2, 3], [undefined]]) {
      expect(outcome(() => construct(...args))).toStrictEqual(outcome(() => Reflect.construct(Array, args)));
    }
  });

  it('converts', () => {
    for (const source of [[1, , 3], 'a\u{1f600}b', { length: 2, 0: 'x' }, new Set([1, 2]), new Map([[1, 2]]), 3, null, undefined, { length: -1 }]) {
      expect(outcome(() => statics.from(source as never))).toStrictEqual(outcome(() => Array.from(source as never)));
      const mapper = function (this: unknown, value: unknown, i: number) { return [this, value, i]; };
      expect(outcome(() => statics.from(source as never, mapper, 7))).toStrictEqual(outcome(() => Array.from(source as never, mapper, 7)));
    }
    expect(statics.of(1, 2)).toEqual([1, 2]);
    expect(statics.isArray([])).toBe(true);
  });
});
