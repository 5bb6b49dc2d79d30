/** The parts of the harness that decide whether node and toroc agree. */
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { describeDifference, describeMergedDifference } from './harness/compare.ts';
import { boundedConcurrency, execute } from './harness/execute.ts';
import { type Expectation } from './harness/oracle.ts';
import { repositoryRoot } from './harness/programs.ts';
import { normaliseStderr } from './harness/stack-text.ts';
import { compile, compileVariants } from './harness/toroc.ts';

const fromNode = `/home/x/app.ts:9
    if (n === 0) throw new Failure(42);
                       ^


Failure [Error]: code 42
    at Service.run (/home/x/app.ts:9:24)
    at Array.map (<anonymous>)
    at <anonymous> (file:///home/x/app.ts:14:17)
    at ModuleJob.run (node:internal/modules/esm/module_job:325:25)
    at async asyncRunEntryPointWithESMLoader (node:internal/modules/run_main:117:5) {
  code: 42
}

Node.js v20.20.2
`;
const fromToroc = `app.ts:9
    if (n === 0) throw new Failure(42);
                       ^

Failure [Error]: code 42
    at Service.run (app.ts:9:24)
    at <anonymous> (app.ts:14:17) {
  code: 42
}
`;

describe('stack texts', () => {
  const userFiles = new Set(['app.ts']);

  test('agree where names, lines and columns do', () => {
    expect(normaliseStderr(fromNode, userFiles)).toBe(normaliseStderr(fromToroc, userFiles));
  });

  test('differ where a column does', () => {
    expect(normaliseStderr(fromNode, userFiles)).not.toBe(normaliseStderr(fromToroc.replace('9:24', '9:18'), userFiles));
  });

  test('leave what the program wrote itself', () => {
    expect(normaliseStderr('warning: at noon\n  indented\n', userFiles)).toBe('warning: at noon\n  indented');
  });
});

describe('outcomes', () => {
  const expected: Expectation = { stdout: 'a\nb\n', stderr: '', exit: 0, timedOut: false, userFiles: ['app.ts'] };

  test('agree byte for byte or not at all', () => {
    expect(describeDifference(expected, { ...expected })).toBeUndefined();
    expect(describeDifference(expected, { ...expected, stdout: 'a\nb' })).toContain('line 3');
    expect(describeDifference(expected, { ...expected, exit: 1 })).toContain('exit code 1');
    expect(describeDifference(expected, { ...expected, exit: 'SIGSEGV' })).toContain('SIGSEGV');
    expect(describeDifference(expected, { ...expected, stderr: 'extra' })).toContain('stderr');
  });

  test('of a time-out are failures, whatever was printed', () => {
    expect(describeDifference(expected, { ...expected, timedOut: true })).toContain('did not end');
    expect(describeMergedDifference(expected, { ...expected, timedOut: true })).toContain('did not end');
  });
});

describe('processes', () => {
  test('are killed at their limit', async () => {
    const outcome = await execute('sleep', ['20'], { cwd: repositoryRoot, timeoutMs: 100 });
    expect(outcome).toMatchObject({ timedOut: true, exit: 'SIGKILL' });
  });

  test('run a bounded number at a time', async () => {
    const limited = boundedConcurrency(2);
    let running = 0;
    let most = 0;
    const task = async (): Promise<void> => {
      most = Math.max(most, ++running);
      await new Promise((resolve) => setTimeout(resolve, 5));
      running--;
    };
    await Promise.all([limited(task), limited(task), limited(task), limited(task), limited(task)]);
    expect(most).toBe(2);
  });
});

test('a chaos variant is what --chaos builds', { timeout: 180_000 }, async () => {
  const program = { entry: 'test/programs/closures/counters.ts', args: [], include: [] };
  const [executable] = await compileVariants(program, [{ chaos: true }]);
  const built = await compile(program, 'linux', { chaos: true });
  const content = (path: string): Buffer => {
    execFileSync('objcopy', ['-O', 'binary', path, `${path}.content`]);
    return readFileSync(`${path}.content`);
  };
  expect(content(executable).equals(content(built))).toBe(true);
});
