/** The corpus, lowered to JS-level IR and interpreted with node's objects, prints what node prints. */
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { formatWithOptions } from 'node:util';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { lowerProgram } from '../../src/frontend/index.ts';
import { verify } from '../../src/ir/verify.ts';
import { generateProgram } from '../generator/generate.ts';
import { execute } from '../harness/execute.ts';
import { optionsOfSeed } from '../harness/fuzz.ts';
import { askNode, emitJavaScript, type Expectation, javaScriptPath } from '../harness/oracle.ts';
import { listApps, listCorpus, repositoryRoot, type TestProgram } from '../harness/programs.ts';
import { splitSuspending } from '../../src/suspend/split.ts';
import { Interpreter } from './js-interpreter.ts';

/** What the interpreter has no part in: event loop, stacks, the process, machine limits. */
const OUTSIDE = /setTimeout|setInterval|setImmediate|queueMicrotask|\.stack\b|process\.(exit|on|stdout|memory|hrtime)|performance/;
const SKIPPED_FEATURES = new Set(['async', 'timers', 'process', 'uncaught', 'memory']);
/** Where interpreted functions show through: depth of the stack, source texts of functions, names of V8's frames, of classes and of what is iterated in its messages; or it is too slow. */
const SKIPPED = new Set(['functions/deep-recursion', 'exceptions/deep-unwinding', 'exceptions/stack-overflow', 'exceptions/stack-text', 'functions/ackermann', 'strings/conversions', 'numbers/number-theory', 'functions/not-callable', 'objects/freeze', 'objects/computed-setters', 'classes/super-assignment', 'destructuring/not-iterable', 'objects/dynamic-values']);

const only = process.env.PROGRAM;
const programs = [...listApps(), ...listCorpus()].filter(({ name, feature, entry, exit }) =>
  only ? name.includes(only) : exit === 0 && !SKIPPED_FEATURES.has(feature) && !SKIPPED.has(name) && !OUTSIDE.test(readFileSync(join(repositoryRoot, entry), 'utf8')),
);
let expected: Expectation[] = [];

beforeAll(async () => {
  expected = await askNode(programs);
}, 600_000);

programs.forEach((program, i) => {
  test(program.name, { timeout: 60_000 }, () => {
    const { modules, entry, diagnostics } = lowerProgram(join(repositoryRoot, program.entry));
    if (diagnostics.length > 0 && diagnostics.every(({ code }) => code.startsWith('TORO'))) return; // Refused: the corpus says elsewhere what has to compile.
    expect(diagnostics).toEqual([]);
    modules.forEach(splitSuspending);
    for (const module of modules) for (const func of module.functions.values()) verify(func);
    expect(interpret(program, modules, entry)).toBe(Buffer.from(expected[i]!.stdout, 'latin1').toString());
  });
});

describe('random programs', () => {
  const folder = `build/fuzz/frontend-${process.pid}`;
  const count = Number(process.env.PROGRAMS ?? 12);
  const first = Number(process.env.SEED ?? 5000);
  const entries = Array.from({ length: only ? 0 : count }, (_, index) => `${folder}/p${first + index}.ts`);
  afterAll(() => rmSync(join(repositoryRoot, folder), { recursive: true, force: true }));

  test('print what node prints', { timeout: 600_000 }, async () => {
    mkdirSync(join(repositoryRoot, folder), { recursive: true });
    entries.forEach((entry, index) => writeFileSync(join(repositoryRoot, entry), generateProgram(optionsOfSeed(first + index), true)));
    emitJavaScript(entries);
    for (const entry of entries) {
      const { modules, entry: name, diagnostics } = lowerProgram(join(repositoryRoot, entry));
      expect(diagnostics, entry).toEqual([]);
      for (const module of modules) for (const func of module.functions.values()) verify(func);
      const outcome = await execute(process.execPath, [javaScriptPath(entry)], { cwd: repositoryRoot, timeoutMs: 20_000 });
      expect(interpret({ entry, args: [] }, modules, name), entry).toBe(Buffer.from(outcome.stdout, 'latin1').toString());
    }
  });
});

function interpret(program: Pick<TestProgram, 'entry' | 'args'>, modules: ReturnType<typeof lowerProgram>['modules'], entry: string): string {
  let output = '';
  const log = (...args: unknown[]): void => {
    output += `${formatWithOptions({}, ...args)}\n`;
  };
  const console = { log, info: log, debug: log, error: () => {}, warn: () => {} };
  const fakeProcess = { argv: ['node', program.entry, ...program.args], exitCode: 0, env: {}, platform: 'linux' };
  const directory = process.cwd();
  process.chdir(repositoryRoot);
  try {
    new Interpreter(modules, { console, process: fakeProcess }).runModule(entry);
  } finally {
    process.chdir(directory);
  }
  return output;
}
