/** The generator and the minimiser by themselves, with node alone. */
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { generateProgram } from './generator/generate.ts';
import { minimise } from './generator/minimise.ts';
import { execute } from './harness/execute.ts';
import { optionsOfSeed } from './harness/fuzz.ts';
import { emitJavaScript, javaScriptPath, typeCheck } from './harness/oracle.ts';
import { repositoryRoot } from './harness/programs.ts';

const folder = `build/fuzz/generator-test-${process.pid}`;
const seeds = Array.from({ length: 40 }, (_, index) => 1000 + index);

describe('generated programs', () => {
  afterAll(() => rmSync(join(repositoryRoot, folder), { recursive: true, force: true }));

  test('are the same for the same seed', () => {
    expect(generateProgram({ seed: 7, lies: true })).toBe(generateProgram({ seed: 7, lies: true }));
    expect(generateProgram({ seed: 7, lies: true })).not.toBe(generateProgram({ seed: 8, lies: true }));
  });

  test('type-check, end, and print their checksum', { timeout: 180_000 }, async () => {
    mkdirSync(join(repositoryRoot, folder), { recursive: true });
    const entries = seeds.map((seed) => {
      const entry = `${folder}/p${seed}.ts`;
      writeFileSync(join(repositoryRoot, entry), generateProgram(optionsOfSeed(seed), true));
      return entry;
    });
    expect(typeCheck(entries)).toBe('');
    emitJavaScript(entries);
    for (const entry of entries) {
      const outcome = await execute(process.execPath, [javaScriptPath(entry)], { cwd: repositoryRoot, timeoutMs: 20_000 });
      expect([entry, outcome.exit, outcome.stderr, outcome.timedOut]).toEqual([entry, 0, '', false]);
      expect(outcome.stdout).toMatch(/^checksum -?\d+ notes \d+\n$/m);
    }
  });
});

describe('the minimiser', () => {
  test('keeps what the failure needs', async () => {
    const text = `
      function used(n: number): number { if (n > 1) { console.log('deep'); return 2; } return n * 1; }
      function unused(): void { console.log('no'); }
      class Point { x = 1; y = 2; norm(): number { return this.x + this.y; } }
      for (let i = 0; i < 3; i++) { console.log([1, 2, used(3)], new Point().norm()); unused(); }`;
    const isFailing = (candidate: string): Promise<boolean> => Promise.resolve(candidate.includes('used(3)') && candidate.includes('function used'));
    const result = await minimise(text, { isFailing, deadlineMs: Date.now() + 20_000 });
    expect(result.replaceAll(/\s+/g, ' ').trim()).toBe('function used(n: number): number { } used(3);');
  });
});
