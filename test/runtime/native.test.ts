import { execFileSync } from 'node:child_process';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { buildNative } from './native/native-image.ts';
import { runProgram } from './native/program.ts';
import { numberImage } from './number-image.ts';

function underNode(): string {
  const image = numberImage();
  image.machine.symbols.set('bss_end', 0x3000_0000n);
  runProgram();
  return image.written.map(({ text }) => text).join('');
}

test.each([false, true])('the runtime compiled does what it does under node (collecting at every allocation: %s)', async (chaos) => {
  const folder = mkdtempSync(join(tmpdir(), 'toroc-runtime-'));
  const executable = await buildNative(folder, chaos);
  const output = execFileSync(executable, { encoding: 'utf8', timeout: 50_000 });
  expect(output).toBe(expected);
});

const expected = underNode();

test('the program says what it found, and nothing is wrong', () => {
  expect(expected.replace(/\d+/g, 'N')).toBe('numbers N\nformats N\nropes N\nlist N\narrays N\nremainders N\n');
});
