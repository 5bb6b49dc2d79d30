import './prototype-data.ts';
import { describe, expect, it } from 'vitest';
import * as prototype from '../../src/std/string.prototype.ts';
import * as statics from '../../src/std/string.ts';
import { takeOutput } from './captured.ts';
import { outcome } from './outcome.ts';
import { Random } from './random.ts';

type Method = (this: string, ...args: unknown[]) => unknown;
const std = prototype as unknown as Record<string, Method>;
const native = String.prototype as unknown as Record<string, Method>;

const pieces = ['a', 'b', 'ab', 'aa', ' ', '\n', '\ufeff', '\u2003', 'ß', 'Σ', 'ς', 'İ', 'é', 'é', '日', '\u{1f600}', '\ud800', '\udc00', '$', '$&', '', 'Z', 'ŉ', '\u{10400}', "'", 'ﬁ'];
const text = (random: Random, most = 6) => Array.from({ length: random.int(0, most) }, () => random.pick(pieces)).join('');
const index = (random: Random): unknown => random.pick<unknown>([undefined, 0, 1, 2, 3, -1, -2, 5, 20, -20, 1.5, NaN, Infinity, -Infinity, '1', null, random.int(0, 8)]);

function compare(name: string, s: string, args: unknown[]): void {
  const label = `${JSON.stringify(s)}.${name}(${args.map(String).join()})`;
  const expected = outcome(() => native[name]!.call(s, ...args));
  expect(outcome(() => std[name]!.call(s, ...args)), label).toStrictEqual(expected);
  const variant = std[`${name}_${args.length}`];
  if (variant !== undefined) expect(outcome(() => variant.call(s, ...args)), label).toStrictEqual(expected);
}

describe('String.prototype', () => {
  it('agrees with node', () => {
    const random = new Random(21);
    const byText = ['includes', 'indexOf', 'lastIndexOf', 'startsWith', 'endsWith'];
    const byIndex = ['at', 'charAt', 'charCodeAt', 'codePointAt', 'slice', 'substring', 'substr', 'repeat'];
    const plain = ['trim', 'trimStart', 'trimEnd', 'trimLeft', 'trimRight', 'toString', 'valueOf', 'toUpperCase', 'toLowerCase', 'isWellFormed', 'toWellFormed'];
    for (let round = 0; round < 3000; round++) {
      for (const name of byText) compare(name, text(random), [text(random, 2), index(random)]);
      for (const name of byIndex) {
        const args = [index(random), index(random)];
        if (name === 'repeat' && args[0] === 20) args[0] = 3;
        compare(name, text(random), args);
      }
      for (const name of plain) compare(name, text(random), []);
      for (const name of ['padStart', 'padEnd']) compare(name, text(random, 3), [random.pick<unknown>([0, 3, 10, 11.5, NaN]), random.pick<unknown>([undefined, '', 'xy', '-', 1])]);
      compare('concat', text(random), Array.from({ length: random.int(0, 3) }, () => text(random)));
      compare('split', text(random), [random.pick<unknown>([undefined, '', 'a', ' ', 'ab', null, text(random, 1)]), random.pick<unknown>([undefined, 0, 1, 2, -1, 2 ** 32, 1.9])]);
      for (const name of ['replace', 'replaceAll']) {
        compare(name, text(random), [text(random, 1), text(random, 2) + random.pick(['$$', '$&', '$`', "$'", '$1', '$', '$<x>'])]);
        compare(name, text(random), [text(random, 1), (...args: unknown[]) => args.join('|')]);
      }
    }
  });

  it('maps the case of every code point', () => {
    for (let c = 0; c <= 0x10ffff; c++) {
      const s = String.fromCodePoint(c);
      if (prototype.toUpperCase.call(s) !== s.toUpperCase()) expect(prototype.toUpperCase.call(s), c.toString(16)).toBe(s.toUpperCase());
      if (prototype.toLowerCase.call(s) !== s.toLowerCase()) expect(prototype.toLowerCase.call(s), c.toString(16)).toBe(s.toLowerCase());
    }
  }, 60000);

  it('knows the final sigma', () => {
    const random = new Random(22);
    const around = ['Σ', 'a', '.', "'", '\u0301', ' ', '1', '\u{10400}', '\u{1f600}', '\u00ad', '\ud800', 'ʰ'];
    for (let round = 0; round < 20000; round++) compare('toLowerCase', Array.from({ length: random.int(1, 6) }, () => random.pick(around)).join(''), []);
  });

  it('compares ASCII in the order of the locale', () => {
    const random = new Random(25);
    for (let round = 0; round < 30000; round++) {
      const make = () => Array.from({ length: random.int(0, 4) }, () => (random.next() < 0.5 ? random.pick(['a', 'A', 'b', 'B', '-', ' ', '1']) : String.fromCharCode(random.int(0, 127)))).join('');
      compare('localeCompare', make(), [make()]);
    }
    expect(() => std['localeCompare']!.call('é', 'e')).toThrow('exit 70');
    expect(takeOutput().stderr).toBe('toroc: localeCompare of characters beyond ASCII is not supported\n');
  });

  it('iterates by code points', () => {
    const random = new Random(23);
    for (let round = 0; round < 500; round++) {
      const s = text(random);
      expect([...(std['@@iterator']!.call(s) as Iterable<string>)]).toEqual([...s]);
    }
  });
});

describe('String', () => {
  it('makes strings', () => {
    const random = new Random(24);
    for (let round = 0; round < 2000; round++) {
      const codes = Array.from({ length: random.int(0, 4) }, () => random.pick<number>([random.int(0, 70000), random.int(0, 0x110000), -1, 1.5, NaN, 65]));
      expect(outcome(() => statics.fromCharCode(...codes))).toEqual(outcome(() => String.fromCharCode(...codes)));
      expect(outcome(() => statics.fromCodePoint(...codes))).toEqual(outcome(() => String.fromCodePoint(...codes)));
    }
    for (const value of [undefined, null, 1, -0, 'x', Symbol('s'), Symbol(), {}, [1, [2]], true]) expect(statics.call(value)).toBe(String(value));
    expect(statics.call()).toBe('');
    expect(statics.raw({ raw: ['a', 'b', 'c'] }, 1, 2, 3)).toBe('a1b2c');
  });
});
