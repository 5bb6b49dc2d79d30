/** A process that compiles program after program (tests, fuzzing, an editor) must not keep what belongs to one of them. */
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { execute } from '../harness/execute.ts';
import { repositoryRoot } from '../harness/programs.ts';

/** Until then the declarations are parsed, the library's functions decoded, and most of V8's own tables made. */
const warmUp = 5;
const builds = 25;
/** V8's code and feedback grow by a third of this; hello's flow of values alone has ten times as much. */
const limitBytesPerBuild = 300_000;

test('a build leaves nothing behind', { timeout: 180_000 }, async () => {
  const args = ['--expose-gc', '--import', join(repositoryRoot, 'scripts/load-typescript.mjs'), 'test/program/build-repeatedly.ts', 'apps/hello.ts', `${builds}`];
  const { stdout, stderr, exit } = await execute(process.execPath, args, { cwd: repositoryRoot, timeoutMs: 170_000 });
  expect(exit, stderr).toBe(0);
  const liveBytes = JSON.parse(stdout) as number[];
  expect((liveBytes.at(-1)! - liveBytes[warmUp - 1]!) / (builds - warmUp)).toBeLessThan(limitBytesPerBuild);
});
