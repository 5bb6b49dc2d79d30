/** The program by which compile time is measured (scripts/compile-time) does what node does; a small one of its kind. */
import { readdirSync } from 'node:fs';
import { join, relative } from 'node:path';
import { expect, test } from 'vitest';
import { writeLargeProgram } from '../scripts/measure/large-program.mjs';
import { describeDifference } from './harness/compare.ts';
import { askNode, emitJavaScript, typeCheck } from './harness/oracle.ts';
import { repositoryRoot } from './harness/programs.ts';
import { compile, runHosted } from './harness/toroc.ts';

test('700 lines in three modules', { timeout: 300_000 }, async () => {
  const folder = join(repositoryRoot, 'build/large-program');
  const lines = writeLargeProgram(folder, { lines: 700, modules: 3 });
  expect(lines).toBeGreaterThan(560);
  expect(lines).toBeLessThan(840);
  expect(readdirSync(folder)).toHaveLength(5);
  const program = { entry: relative(repositoryRoot, join(folder, 'main.ts')), args: [], include: [] };
  expect(typeCheck([program.entry])).toBe('');
  emitJavaScript([program.entry]);
  const [expected] = await askNode([program]);
  const actual = await runHosted(await compile(program, 'linux'), [], 60_000);
  expect(describeDifference(expected!, actual)).toBeUndefined();
  expect(actual.stdout).toMatch(/^(module \d \d+\n){3}$/);
});
