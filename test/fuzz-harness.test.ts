/** The comparison itself: a stand-in for the compiler, whose executables are node with a planted fault, has to be found out. */
import { chmodSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, test, vi } from 'vitest';
import { compareOne, fuzz, minimiseFailure } from './harness/fuzz.ts';
import { emitJavaScript, javaScriptPath, listModules } from './harness/oracle.ts';
import { repositoryRoot } from './harness/programs.ts';

/** What the stand-in makes of a module's JavaScript. */
let plantFault = (javaScript: string): string => javaScript;

vi.mock('../src/driver.ts', () => ({
  build: async ({ entry, output }: { entry: string; output: string }) => {
    emitJavaScript([entry]);
    for (const module of listModules(entry)) writeFileSync(javaScriptPath(module), plantFault(readFileSync(javaScriptPath(module), 'utf8')));
    writeFileSync(output, `#!/bin/sh\nexec ${process.execPath} ${javaScriptPath(entry)} "$@"\n`);
    chmodSync(output, 0o755);
  },
}));

const options = { firstSeed: 2000, count: 6, batchSize: 3, variant: {} };

async function collectFailures(): Promise<string[]> {
  const found: string[] = [];
  for await (const { seed, kind } of fuzz(options)) found.push(`${seed} ${kind}`);
  return found;
}

describe('the fuzzer', () => {
  afterAll(() => rmSync(join(repositoryRoot, 'build/fuzz/planted.ts'), { force: true }));

  test('is content with a correct compiler', { timeout: 120_000 }, async () => {
    plantFault = (text) => text;
    expect(await collectFailures()).toEqual([]);
  });

  test('finds every program that prints something else', { timeout: 120_000 }, async () => {
    plantFault = (text) => text.replaceAll("console.log('checksum', checksum", "console.log('checksum', checksum + 1");
    expect(await collectFailures()).toEqual([2000, 2001, 2002, 2003, 2004, 2005].map((seed) => `${seed} differs`));
  });

  test('finds a difference that programs have only together', { timeout: 120_000 }, async () => {
    plantFault = (text) => text.replace("console.log('=== 2000')", "console.log('=== 2001')");
    expect(await collectFailures()).toEqual(['2000 together']);
  });

  test('tells a crash from a difference', { timeout: 60_000 }, async () => {
    plantFault = (text) => `${text}\nprocess.kill(process.pid, 'SIGSEGV');\n`;
    expect(await compareOne("console.log('x');", 'planted', {})).toMatchObject({ kind: 'crashed' });
  });

  test('makes a failing program small', { timeout: 120_000 }, async () => {
    plantFault = (text) => text.replaceAll('Math.imul(', 'Math.max(');
    const text = await minimiseFailure({ seed: 2000, kind: 'differs', description: '' }, {}, 90_000);
    expect(text).toContain('Math.imul(');
    expect(text.length).toBeLessThan(1500);
  });
});
