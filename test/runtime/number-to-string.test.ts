import { expect, test } from 'vitest';
import { f64FromBits } from 'toro:machine';
import { numberToString } from '../../src/runtime/number-to-string.ts';
import { numberImage } from './number-image.ts';
import { random } from './mutator.ts';

const image = numberImage();
const next = random(3);

function check(x: number): void {
  const got = image.read(numberToString(x));
  if (got !== String(x)) expect(got).toBe(String(x));
}

test('shortest digits of random bit patterns are node\'s', () => {
  for (let i = 0; i < 250_000; i++) check(f64FromBits(((BigInt(next()) << 32n) | BigInt(next())) as never));
});

test('numbers of everyday sizes', () => {
  for (let i = 0; i < 100_000; i++) {
    const scale = 10 ** (next() % 24);
    check(next() / scale);
    check(-(next() % 1000) / 100);
    check((next() % 100_000) * scale);
  }
});

test('edges', () => {
  const edges = [0, -0, NaN, Infinity, -Infinity, 5e-324, Number.MAX_VALUE, Number.MIN_VALUE, 2 ** 53, 2 ** 53 - 1, 2 ** 53 + 2, 1e21, 1e20, 999999999999999900000, 1e-6, 1e-7, 1.5e-7,
    123456789012345680000, 0.000001, 1e23, 9.5367431640625e-7, 2 ** 31, -(2 ** 31), 2 ** 31 - 1, 4294967295, 9007199254740993, 100, 1e2, 0.1, 0.30000000000000004, 2.2250738585072014e-308];
  for (const x of edges) check(x);
  for (let e = -1074; e < 1024; e++) {
    check(2 ** e);
    check(-(2 ** e) * (1 + Number.EPSILON));
    if (e > -1022) check(2 ** e * (1 - Number.EPSILON / 2));
  }
  for (let e = -323; e <= 308; e++) check(Number(`1e${e}`));
});
