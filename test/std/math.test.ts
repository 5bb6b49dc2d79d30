import { describe, expect, it } from 'vitest';
import * as math from '../../src/std/math.ts';
import { Random } from './random.ts';

const std = math as unknown as Record<string, (...args: number[]) => number>;
const native = Math as unknown as Record<string, (...args: number[]) => number>;

const special = [
  0, -0, 1, -1, 0.5, -0.5, 1.5, -1.5, 2, -2, 0.3, 3, 10, 22, 100, 709.782712893384, 710, -745.13, -745.2, 1e-300, 5e-324, -5e-324, 2.2250738585072014e-308, 1e308,
  Number.MAX_VALUE, -Number.MAX_VALUE, Infinity, -Infinity, NaN, Math.PI, Math.PI / 2, Math.PI / 4, -Math.PI, 3 * Math.PI / 4, Math.E, 2 ** 31, 2 ** 32, 2 ** 52, 2 ** 53,
  2 ** 53 + 2, -(2 ** 31), 0.49999999999999994, -0.49999999999999994, 4503599627370495.5, 1 - 2 ** -53, 1 + 2 ** -52, 2 ** -27, 2 ** -28, 2 ** -29, 2 ** -54, 0.41421356, -0.29289, 1e22,
  6381956970095103 * 2 ** 797, 0.6744, 0.975, 0.4375, 0.6875, 1.1875, 2.4375, 2 ** 66, 2 ** 19 * Math.PI / 2, 1e15, 1e17, 1024, -1074, -1075, 1023,
];

/** Numbers of every magnitude, and many near the ones that matter. */
function sample(random: Random): number {
  switch (random.int(0, 6)) {
    case 0: return random.bits();
    case 1: return (random.next() - 0.5) * 4;
    case 2: return (random.next() - 0.5) * 200;
    case 3: return random.int(-1000, 1000);
    case 4: return (random.next() - 0.5) * 2 ** random.int(-60, 60);
    case 5: return random.pick(special) * (1 + (random.next() - 0.5) * 2 ** -random.int(10, 52));
    default: return random.pick(special);
  }
}

function expectSame(name: string, args: number[], failures: string[]): void {
  const ours = std[name]!(...args);
  const theirs = native[name]!(...args);
  if (!Object.is(ours, theirs)) failures.push(`${name}(${args.join()}) = ${theirs}, not ${ours}`);
}

const unary = ['abs', 'acos', 'acosh', 'asin', 'asinh', 'atan', 'atanh', 'cbrt', 'ceil', 'clz32', 'cos', 'cosh', 'exp', 'expm1', 'floor', 'fround', 'log', 'log10', 'log1p',
  'log2', 'round', 'sign', 'sin', 'sinh', 'sqrt', 'tan', 'tanh', 'trunc'];

describe('Math', () => {
  for (const name of unary) {
    it(`${name} gives the bits that node gives`, () => {
      const random = new Random(name.length);
      const failures: string[] = [];
      for (const x of special) expectSame(name, [x], failures);
      for (let round = 0; round < 100000; round++) expectSame(name, [sample(random)], failures);
      expect(failures.slice(0, 5), `${failures.length} of 100000`).toEqual([]);
    });
  }

  for (const name of ['atan2', 'pow', 'imul', 'max', 'min', 'hypot']) {
    it(`${name} gives the bits that node gives`, () => {
      const random = new Random(name.length + 50);
      const failures: string[] = [];
      for (const x of special) for (const y of special) expectSame(name, [x, y], failures);
      for (let round = 0; round < 200000; round++) {
        const x = sample(random);
        const y = name === 'pow' && random.next() < 0.5 ? random.int(-40, 40) / random.pick([1, 1, 2, 3]) : sample(random);
        expectSame(name, [x, y], failures);
      }
      expect(failures.slice(0, 5), `${failures.length}`).toEqual([]);
    });
  }

  it('takes any number of arguments', () => {
    const random = new Random(99);
    const failures: string[] = [];
    for (let round = 0; round < 20000; round++) {
      const args = Array.from({ length: random.int(0, 6) }, () => sample(random));
      for (const name of ['max', 'min', 'hypot']) expectSame(name, [...args], failures);
    }
    expect(failures.slice(0, 5)).toEqual([]);
    for (const [a, b] of [[0, -0], [-0, 0], [-0, -0], [0, 0], [NaN, 1], [1, NaN], [Infinity, -Infinity], [Infinity, NaN]] as const) {
      expect(math.max_2(a, b)).toBe(Math.max(a, b));
      expect(math.min_2(a, b)).toBe(Math.min(a, b));
    }
  });

  it('has the constants', () => {
    for (const name of ['E', 'LN10', 'LN2', 'LOG10E', 'LOG2E', 'PI', 'SQRT1_2', 'SQRT2'] as const) expect(math[name]).toBe(Math[name]);
  });

  it('is random', () => {
    let sum = 0;
    for (let i = 0; i < 10000; i++) {
      const x = math.random();
      expect(x >= 0 && x < 1).toBe(true);
      sum += x;
    }
    expect(Math.abs(sum / 10000 - 0.5)).toBeLessThan(0.03);
  });
});
