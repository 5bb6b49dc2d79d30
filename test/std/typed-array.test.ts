import './prototype-data.ts';
import { describe, expect, it } from 'vitest';
import * as bufferStatics from '../../src/std/array-buffer.ts';
import * as bufferPrototype from '../../src/std/array-buffer.prototype.ts';
import * as float32 from '../../src/std/float32-array.ts';
import * as float64 from '../../src/std/float64-array.ts';
import * as int16 from '../../src/std/int16-array.ts';
import * as int32 from '../../src/std/int32-array.ts';
import * as int8 from '../../src/std/int8-array.ts';
import * as uint16 from '../../src/std/uint16-array.ts';
import * as uint32 from '../../src/std/uint32-array.ts';
import * as uint8 from '../../src/std/uint8-array.ts';
import * as clamped from '../../src/std/uint8-clamped-array.ts';
import * as prototype from '../../src/std/uint8-array.prototype.ts';
import { outcome } from './outcome.ts';
import { Random } from './random.ts';

type Method = (this: unknown, ...args: unknown[]) => unknown;
const std = prototype as unknown as Record<string, Method>;
const native = Object.getPrototypeOf(Uint8Array.prototype) as Record<string, Method>;
const kinds = [
  [Int8Array, int8], [Uint8Array, uint8], [Uint8ClampedArray, clamped], [Int16Array, int16], [Uint16Array, uint16], [Int32Array, int32], [Uint32Array, uint32],
  [Float32Array, float32], [Float64Array, float64],
] as unknown as [{ new (...args: unknown[]): Float64Array; of(...items: number[]): Float64Array; from(source: unknown, map?: unknown): Float64Array; BYTES_PER_ELEMENT: number },
  { construct: Method; of: Method; from: Method; BYTES_PER_ELEMENT: number }][];

const number = (random: Random): number => random.pick([0, -0, 1, 2, NaN, 255, 256, -1, 3.7, 1e10, random.int(-300, 300), random.bits()]);
const index = (random: Random): unknown => random.pick<unknown>([undefined, 0, -1, 1, 2, -3, 5, -20, 20, 1.7, NaN, Infinity]);

function compare(name: string, array: Float64Array, args: unknown[]): void {
  const [ours, theirs] = [array.slice(), array.slice()];
  const expected = outcome(() => native[name]!.call(theirs, ...args));
  const run = std[`${name}_${args.length}`] ?? std[name]!;
  const actual = outcome(() => run.call(ours, ...args));
  const same = (o: object, receiver: unknown) => ('value' in o && o.value === receiver ? 'this' : o);
  const label = `${array.constructor.name}.${name}(${args.map(String).join()})`;
  expect(same(actual, ours), label).toStrictEqual(same(expected, theirs));
  expect(ours, label).toStrictEqual(theirs);
  if (run !== std[name]) expect(outcome(() => std[name]!.call(array.slice(), ...args))).toStrictEqual(expected);
}

describe('typed arrays', () => {
  it('have the methods of node', () => {
    const random = new Random(51);
    for (let round = 0; round < 600; round++) {
      const [Made] = random.pick(kinds);
      const array = new Made(Array.from({ length: random.int(0, 9) }, () => number(random)));
      for (const name of ['at', 'slice', 'copyWithin', 'subarray']) compare(name, array, [index(random), index(random), index(random)].slice(0, random.int(1, 3)));
      compare('fill', array, [number(random), index(random), index(random)]);
      compare('with', array, [index(random), number(random)]);
      for (const name of ['includes', 'indexOf', 'lastIndexOf']) compare(name, array, [number(random), index(random)].slice(0, random.int(1, 2)));
      for (const name of ['reverse', 'toReversed', 'join', 'toString', 'sort', 'toSorted']) compare(name, array, []);
      for (const name of ['forEach', 'map', 'filter', 'every', 'some', 'find', 'findIndex', 'findLast', 'findLastIndex', 'reduce', 'reduceRight']) {
        const wanted = random.int(-1, 3);
        compare(name, array, [(a: number, b: number, c: number) => (Math.abs((a + b + (typeof c === 'number' ? c : 0)) | 0) % 4) - wanted]);
      }
      compare('reduce', array, [(a: string, x: number, i: number) => `${a}${x}${i}`, 'start']);
      compare('reduceRight', array, [(a: string, x: number, i: number) => `${a}${x}${i}`, 'start']);
      compare('set', array, [random.pick<unknown>([[1, 2], new Uint8Array([250, 3]), new Float64Array([1.5, NaN]), [], { length: 1, 0: 9 }, 'ab', new Set([1]), new Made([7, 8])]), random.pick<unknown>([undefined, 0, 1, -1, 6])]);
      for (const name of ['byteLength', 'byteOffset', 'buffer'] as const) {
        const view = array.subarray(1);
        expect(std[`get_${name}`]!.call(view)).toBe(view[name]);
      }
    }
  });

  it('sort as V8 does', () => {
    const random = new Random(52);
    for (let round = 0; round < 200; round++) {
      const array = Float64Array.from({ length: random.int(0, 300) }, () => random.int(0, 50));
      const run = (call: Method) => {
        const asked: number[] = [];
        const copy = array.slice();
        call.call(copy, (a: number, b: number) => {
          asked.push(a, b);
          return random.next() < 0 ? 0 : a % 7 - b % 7;
        });
        return [asked, copy];
      };
      expect(run(std['sort']!)).toStrictEqual(run(native['sort']!));
    }
  });

  it('set over their own bytes', () => {
    const make = () => {
      const bytes = new Uint8Array([1, 2, 3, 4, 5, 6, 7, 8]);
      return [bytes, new Uint16Array(bytes.buffer, 2, 2), bytes.subarray(3)] as const;
    };
    for (const which of [0, 1, 2] as const) {
      const [ours, theirs] = [make(), make()];
      std['set']!.call(ours[0].subarray(0, 8), which === 0 ? ours[0].subarray(0, 6) : ours[which], 1);
      theirs[0].set(which === 0 ? theirs[0].subarray(0, 6) : theirs[which], 1);
      expect(ours[0]).toEqual(theirs[0]);
    }
  });

  it('are made as node makes them', () => {
    const buffer = new ArrayBuffer(24);
    for (const [Made, made] of kinds) {
      expect(made.BYTES_PER_ELEMENT).toBe(Made.BYTES_PER_ELEMENT);
      for (const args of [[], [3], [0], [-1], [1.5], [1e20], ['4'], [null], [[1, -2, 300.7, NaN]], [new Set([1, 2])], [{ length: 2, 1: 5 }], [new Float64Array([1.5, -1])],
        [buffer], [buffer, 8], [buffer, 8, 1], [buffer, 3], [buffer, 32], [buffer, 24], [buffer, 8, 9], [buffer, 8, -1], [buffer, -8], [new ArrayBuffer(9)], [buffer, 0, undefined]]) {
        expect(outcome(() => made.construct(...args)), `${Made.name} ${String(args)}`).toStrictEqual(outcome(() => new Made(...args)));
      }
      expect(made.of(1, 2.5, -3)).toStrictEqual(Made.of(1, 2.5, -3));
      expect(made.from([1, 2], (x: number) => x * 2)).toStrictEqual(Made.from([1, 2], (x: number) => x * 2));
      expect(made.from(new Set([3]))).toStrictEqual(Made.from(new Set([3])));
    }
  });

  it('iterate', () => {
    const array = new Uint8Array([5, 6]);
    expect([...(std['entries']!.call(array) as Iterable<unknown>)]).toEqual([...array.entries()]);
    expect([...(std['keys']!.call(array) as Iterable<unknown>)]).toEqual([0, 1]);
    expect([...(std['@@iterator']!.call(array) as Iterable<unknown>)]).toEqual([5, 6]);
  });
});

describe('ArrayBuffer', () => {
  it('slices', () => {
    const buffer = new Uint8Array([1, 2, 3, 4]).buffer;
    for (const [a, b] of [[0, 2], [1, undefined], [-2, -1], [3, 1]] as const) expect(bufferPrototype.slice.call(buffer, a, b)).toStrictEqual(buffer.slice(a, b));
    expect(bufferStatics.construct(3)).toStrictEqual(new ArrayBuffer(3));
    expect(outcome(() => bufferStatics.construct(-1))).toEqual(outcome(() => new ArrayBuffer(-1)));
    expect(bufferStatics.isView(new Uint8Array(1))).toBe(true);
    expect(bufferPrototype.get_byteLength.call(buffer)).toBe(4);
  });
});
