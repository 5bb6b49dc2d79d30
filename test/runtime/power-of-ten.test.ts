import { readFileSync, writeFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { i32 } from 'toro:machine';
import { POW10_LAST_EXACT, pow10TableSource, powerOfTen } from '../../src/layout/pow10-table.ts';
import { computePowerOfTen, powerHigh, powerLow } from '../../src/runtime/power-of-ten.ts';
import { numberImage } from './number-image.ts';

const PATH = 'src/runtime-asm/pow10-table.asm';

test('the assembled table is the generated one', () => {
  if (process.env.BLESS) writeFileSync(PATH, pow10TableSource());
  expect(readFileSync(PATH, 'utf8')).toBe(pow10TableSource());
});

test('every power of ten is exact to 128 bits', () => {
  numberImage();
  for (let k = -342; k <= 324; k++) {
    computePowerOfTen(i32(k));
    expect((powerHigh << 64n) | powerLow, String(k)).toBe(powerOfTen(k, 128));
  }
  expect(powerOfTen(POW10_LAST_EXACT, 128) << 1n).toBe(10n ** 55n << (129n - BigInt((10n ** 55n).toString(2).length)));
});
