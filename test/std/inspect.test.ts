import './prototype-data.ts';
import util from 'node:util';
import { describe, expect, it } from 'vitest';
import * as stdConsole from '../../src/std/console.ts';
import { columnWidth } from '../../src/std/column-width.ts';
import { format } from '../../src/std/format.ts';
import { inspect } from '../../src/std/inspect.ts';
import { ArrayEntryIterator, ArrayIterator } from '../../src/std/array-iterator.ts';
import { StringIterator } from '../../src/std/string-iterator.ts';
import { takeOutput } from './captured.ts';
import { Random } from './random.ts';
import { pair } from './value-pair.ts';

describe('inspect', () => {
  it('writes what node writes', () => {
    const random = new Random(11);
    for (let round = 0; round < 2500; round++) {
      const { std, native } = pair(random, 1 + (round % 5));
      expect(inspect(std), `round ${round}`).toBe(util.inspect(native));
    }
  });

  it('takes a depth', () => {
    const random = new Random(12);
    for (let round = 0; round < 1000; round++) {
      const { std, native } = pair(random, 4);
      expect(inspect(std, 0)).toBe(util.inspect(native, { depth: 0 }));
      expect(inspect(std, Infinity, 120)).toBe(util.inspect(native, { depth: Infinity, breakLength: 120 }));
    }
  });

  it('knows circles', () => {
    const a: Record<string, unknown> = { name: 'a' };
    const list: unknown[] = [a];
    a['self'] = a;
    a['inner'] = { a, list };
    list.push(list);
    for (const value of [a, list, [a, list], { list }]) expect(inspect(value)).toBe(util.inspect(value));
  });

  it('writes iterators', () => {
    expect(inspect(new ArrayIterator([1]))).toBe(util.inspect([1].values()));
    expect(inspect([new ArrayEntryIterator([1])])).toBe(util.inspect([[1].entries()]));
    expect(inspect(new StringIterator('a'))).toBe(util.inspect('a'[Symbol.iterator]()));
  });

  it('cuts very long strings', () => {
    const long = 'ab\n'.repeat(4000);
    for (const value of [[long], { a: long }, ['x'.repeat(10001)]]) expect(inspect(value)).toBe(util.inspect(value));
  });

  it('measures columns', () => {
    for (const [text, width] of [['abc', 3], ['日本', 4], ['a\u0301', 1], ['é!', 2], ['\u{1f600}', 2]] as const) expect(columnWidth(text)).toBe(width);
  });
});

describe('format', () => {
  it('agrees with util.format', () => {
    const random = new Random(13);
    const pieces = ['%s', '%d', '%i', '%f', '%j', '%O', '%c', '%%', '%', '%x', ' text ', '100%', '%s%d'];
    for (let round = 0; round < 5000; round++) {
      const std: unknown[] = [];
      const native: unknown[] = [];
      if (random.next() < 0.8) {
        const text = Array.from({ length: random.int(0, 4) }, () => random.pick(pieces)).join('');
        std.push(text);
        native.push(text);
      }
      for (let i = random.int(0, 4); i > 0; i--) {
        const made = random.next() < 0.1 ? { std: '12.5px', native: '12.5px' } : pair(random, random.int(0, 2));
        std.push(made.std);
        native.push(made.native);
      }
      let expected: string;
      try {
        expected = util.format(...native);
      } catch {
        continue; // a BigInt in %j, a null prototype in %d
      }
      expect(format(std), `round ${round}`).toBe(expected);
    }
  });
});

describe('console', () => {
  it('indents groups', () => {
    stdConsole.log_1('a');
    stdConsole.group('title %d', 1);
    stdConsole.log('two\nlines', [1, 2]);
    stdConsole.group();
    stdConsole.error_1({ a: 1 });
    stdConsole.groupEnd();
    stdConsole.groupEnd();
    stdConsole.groupEnd();
    stdConsole.log();
    stdConsole.count();
    stdConsole.count('x');
    stdConsole.count();
    stdConsole.assert(true, 'no');
    stdConsole.assert(false, 'value %d', 3);
    stdConsole.assert(0);
    stdConsole.assert(0, { a: 1 });
    expect(takeOutput()).toEqual({
      stdout: 'a\ntitle 1\n  two\n  lines [ 1, 2 ]\n\ndefault: 1\nx: 1\ndefault: 2\n',
      stderr: '    { a: 1 }\nAssertion failed: value 3\nAssertion failed\nAssertion failed: [object Object]\n',
    });
  });
});
