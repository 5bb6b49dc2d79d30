import { expect, test } from 'vitest';
import { f64FromBits, i32 } from 'toro:machine';
import { f64Remainder } from '../../src/runtime/f64-remainder.ts';
import { numberToExponential, numberToFixed, numberToPrecision } from '../../src/runtime/number-format.ts';
import { numberToRadix } from '../../src/runtime/number-radix.ts';
import { numberImage } from './number-image.ts';
import { random } from './mutator.ts';

const image = numberImage();
const next = random(11);
const randomBits = (): number => {
  const x = f64FromBits(((BigInt(next()) << 32n) | BigInt(next())) as never);
  return Number.isFinite(x) ? x : 1.5;
};
const everyday = (): number => (next() - 2 ** 31) / 10 ** (next() % 14);
const EDGES = [0, -0, 0.5, 1.5, 2.5, 1.005, 0.000001, 9.995, 99.99, 999.5, 1e20, 123456789012345680000, 5e-324, 2 ** -1022, 1.25, 1.35, 8.345, 0.045, 1e-7, 0.1, 25, 1e15, 4.35, -1.5, -0.0000001, 9.5, 0.95, 999999999999999900000, 1e9, 999999999, 0.999999999999];

function same(got: bigint, expected: string, what: string): void {
  const text = image.read(got);
  if (text !== expected) expect(text, what).toBe(expected);
}

test('toFixed, toExponential and toPrecision', () => {
  for (let i = 0; i < 30_000; i++) {
    const x = i < EDGES.length * 101 ? EDGES[Math.floor(i / 101)]! : i % 3 === 0 ? randomBits() : everyday();
    const digits = i < EDGES.length * 101 ? i % 101 : i % 4 === 0 ? next() % 101 : next() % 20;
    if (Math.abs(x) < 1e21) same(numberToFixed(x, i32(digits)), x.toFixed(digits), `${x}.toFixed(${digits})`);
    same(numberToExponential(x, i32(digits)), x.toExponential(digits), `${x}.toExponential(${digits})`);
    if (digits > 0) same(numberToPrecision(x, i32(digits)), x.toPrecision(digits), `${x}.toPrecision(${digits})`);
    same(numberToExponential(x, i32(-1)), x.toExponential(), `${x}.toExponential()`);
  }
});

test('the largest and the smallest', () => {
  for (const x of [Number.MAX_VALUE, -Number.MAX_VALUE, Number.MIN_VALUE, 2 ** -1074 * 3, 2 ** 1023]) {
    for (const digits of [1, 2, 17, 50, 99, 100]) {
      same(numberToExponential(x, i32(digits)), x.toExponential(digits), `${x} ${digits}`);
      same(numberToPrecision(x, i32(digits)), x.toPrecision(digits), `${x} ${digits}`);
      if (Math.abs(x) < 1) same(numberToFixed(x, i32(digits)), x.toFixed(digits), `${x} ${digits}`);
    }
  }
});

test('every radix', () => {
  for (let i = 0; i < 20_000; i++) {
    const x = i < EDGES.length ? EDGES[i]! : i % 3 === 0 ? randomBits() : i % 3 === 1 ? everyday() : next();
    const radix = 2 + (next() % 35);
    if (radix !== 10) same(numberToRadix(x, i32(radix)), x.toString(radix), `${x} in ${radix}`);
  }
});

test('the remainder is exact', () => {
  const specials = [0, -0, 1, -1, 3, 5e-324, Number.MAX_VALUE, Infinity, -Infinity, NaN, 0.1, 2 ** 53, 2 ** 53 + 2, 2 ** -1022];
  for (const a of specials) for (const b of specials) expect(f64Remainder(a, b), `${a} % ${b}`).toBe(a % b);
  for (let i = 0; i < 100_000; i++) {
    const a = i % 3 === 0 ? randomBits() : everyday();
    const b = i % 2 === 0 ? randomBits() : Math.round(everyday());
    if (!Object.is(f64Remainder(a, b), a % b)) expect(f64Remainder(a, b), `${a} % ${b}`).toBe(a % b);
  }
});
