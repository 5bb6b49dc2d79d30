import './prototype-data.ts';
import { describe, expect, it } from 'vitest';
import * as boolean from '../../src/std/boolean.ts';
import * as prototype from '../../src/std/number.prototype.ts';
import * as statics from '../../src/std/number.ts';
import { outcome } from './outcome.ts';
import { Random } from './random.ts';

const values: unknown[] = [undefined, null, true, '', ' 12 ', '0x1F', '1e3', 'abc', '-0', 0, -0, 1, 1.5, -1.5, NaN, Infinity, -Infinity, 2 ** 53, 2 ** 53 - 1, [], [3], {}, '١', '\ufeff7'];

describe('Number', () => {
  it('classifies as node does', () => {
    for (const value of values) {
      for (const name of ['isFinite', 'isInteger', 'isNaN', 'isSafeInteger'] as const) expect(statics[name](value), `${name} ${String(value)}`).toBe(Number[name](value));
      expect(statics.isFiniteNumber(value)).toBe(isFinite(value as number));
      expect(statics.isNotANumber(value)).toBe(isNaN(value as number));
      expect(statics.call(value)).toBe(Number(value));
      expect(boolean.call(value)).toBe(Boolean(value));
    }
    expect([statics.call(), boolean.call()]).toEqual([0, false]);
    for (const name of ['EPSILON', 'MAX_SAFE_INTEGER', 'MIN_SAFE_INTEGER', 'MAX_VALUE', 'MIN_VALUE', 'POSITIVE_INFINITY', 'NEGATIVE_INFINITY', 'NaN'] as const) {
      expect(statics[name]).toBe(Number[name]);
    }
  });

  it('parses integers in every radix', () => {
    const random = new Random(31);
    const digits = '0123456789abcdefghijklmnopqrstuvwxyzXZ.-+ _';
    for (let round = 0; round < 30000; round++) {
      const radix = random.pick<unknown>([undefined, 0, 2, 3, 7, 8, 10, 16, 32, 36, 37, 1, -1, '16', 10.9, 2 ** 32 + 2, NaN, random.int(2, 36)]);
      const length = random.pick([0, 1, 3, 10, 20, 60, 200]);
      const most = random.pick([2, 10, 16, 36, digits.length]);
      const text = random.pick(['', '-', '+', ' ', '0x', '0X', '-0x', '0']) + Array.from({ length }, () => digits[random.int(0, most - 1)]).join('');
      expect(statics.parseInt(text, radix as number), `parseInt('${text}', ${String(radix)})`).toBe(parseInt(text, radix as number));
    }
    for (const value of values) expect(statics.parseInt(value as string)).toBe(parseInt(value as string));
  });

  it('parses floats', () => {
    const random = new Random(32);
    const pieces = ['1', '0', '25', '.', 'e', 'E', '-', '+', ' ', '\n', 'Infinity', 'Inf', 'x', '9'.repeat(20), 'e400', '_'];
    for (let round = 0; round < 20000; round++) {
      const text = Array.from({ length: random.int(0, 6) }, () => random.pick(pieces)).join('');
      expect(statics.parseFloat(text), text).toBe(parseFloat(text));
    }
    for (const value of values) expect(statics.parseFloat(value as string)).toBe(parseFloat(value as string));
  });

  it('formats', () => {
    const random = new Random(33);
    const native = Number.prototype as unknown as Record<string, (this: number, x: unknown) => string>;
    const std = prototype as unknown as typeof native;
    for (let round = 0; round < 5000; round++) {
      const n = random.pick([random.bits(), random.int(-1e6, 1e6), random.next(), 0, -0, NaN, Infinity, 1e21, 123.456]);
      const argument = random.pick<unknown>([undefined, 0, 1, 2, 10, 20, 100, 101, -1, 36, 37, 1.9, '3', random.int(0, 40)]);
      for (const name of ['toFixed', 'toExponential', 'toPrecision', 'toString']) {
        expect(outcome(() => std[name]!.call(n, argument)), `${n}.${name}(${String(argument)})`).toEqual(outcome(() => native[name]!.call(n, argument)));
      }
    }
  });

  it('groups digits as en-US does', () => {
    const random = new Random(34);
    const sample = () => random.pick([random.bits(), random.int(-1e6, 1e6) / 1000, random.int(-1e9, 1e9) / 10000, random.next(), random.next() * 1e-3, 999.9995, 0, -0, NaN, -Infinity, 1e21, 0.0005, 999999.9999]);
    for (let round = 0; round < 20000; round++) {
      const n = sample();
      expect(prototype.toLocaleString.call(n), String(n)).toBe(n.toLocaleString('en-US'));
    }
  });
});
