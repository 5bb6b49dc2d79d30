/** The corpus, lowered to JS-level IR and interpreted with node's objects, prints what node prints. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { formatWithOptions } from 'node:util';
import { beforeAll, expect, test } from 'vitest';
import { lowerProgram } from '../../src/frontend/index.ts';
import { verify } from '../../src/ir/verify.ts';
import { askNode, type Expectation } from '../harness/oracle.ts';
import { listApps, listCorpus, repositoryRoot, type TestProgram } from '../harness/programs.ts';
import { Interpreter } from './js-interpreter.ts';

/** What the interpreter has no part in: event loop, stacks, the process, machine limits. */
const OUTSIDE = /setTimeout|setInterval|setImmediate|queueMicrotask|\.stack\b|process\.(exit|on|stdout|memory|hrtime)|performance/;
const SKIPPED_FEATURES = new Set(['timers', 'process', 'uncaught', 'memory']);
/** Where interpreted functions show through: depth of the stack, source texts of functions, names of V8's frames. */
const SKIPPED = new Set(['functions/deep-recursion', 'exceptions/stack-text', 'functions/ackermann', 'strings/conversions']);

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
    for (const module of modules) for (const func of module.functions.values()) verify(func);
    expect(interpret(program, modules, entry)).toBe(Buffer.from(expected[i]!.stdout, 'latin1').toString());
  });
});

function interpret(program: TestProgram, modules: ReturnType<typeof lowerProgram>['modules'], entry: string): string {
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
