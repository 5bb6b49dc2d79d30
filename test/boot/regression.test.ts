/** hello's cost may not grow: guest instructions, image size and time to first output, against the limits in limits.json. */
import { readFileSync, rmSync, statSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { measureBootTime } from '../../scripts/measure/boot-time.mjs';
import { countInstructions } from '../../scripts/measure/instructions.mjs';
import { build } from '../../src/driver.ts';
import { temporaryDirectory } from './images.ts';

interface Limits {
  imageBytes: number;
  /** By machine. */
  executed: Record<string, number>;
  translated: Record<string, number>;
  /** Over the trivial image, median of pairs. The test allows twice this: the machine may be busy. */
  bootMs: Record<string, number>;
}

const limits = JSON.parse(readFileSync(new URL('limits.json', import.meta.url), 'utf8')) as Limits;
const root = new URL('../..', import.meta.url).pathname;
const directory = temporaryDirectory();
const image = path.join(directory, 'hello.elf');

beforeAll(() => build({ entry: path.join(root, 'apps/hello.ts'), output: image }), 60_000);
afterAll(() => rmSync(directory, { recursive: true }));

test('image size', () => {
  expect(statSync(image).size).toBeLessThanOrEqual(limits.imageBytes);
});

describe.each(Object.keys(limits.executed))('%s', (machine) => {
  test.each([1, 8])('guest instructions with %i cores', async (cores) => {
    const { executed, translated, status } = await countInstructions(image, ['-M', machine, '-smp', String(cores)]);
    expect(status).toBe(1);
    expect(executed).toBeLessThanOrEqual(limits.executed[machine]);
    expect(translated).toBeLessThanOrEqual(limits.translated[machine]);
  });

  // On a busy machine a whole series may be off: what is slower is slower in each of three.
  test('time to first output', { retry: 2, timeout: 60_000 }, async () => {
    const { differenceMs } = await measureBootTime(image, ['-M', machine], 15);
    expect(differenceMs).toBeLessThanOrEqual(2 * limits.bootMs[machine]);
  });
});
