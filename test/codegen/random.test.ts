/** Random programs, compiled with all registers and with few of them and random evictions, give what the interpreter gives. */
import { expect, test } from 'vitest';
import type { GenerateOptions } from '../../src/codegen-x64/generate.ts';
import { bit } from '../../src/codegen-x64/registers.ts';
import type { Func } from '../../src/ir/function.ts';
import { printFunction } from '../../src/ir/print.ts';
import { type Case, execute } from './execute.ts';
import { Interpreter, OutOfFuel } from './interpreter.ts';
import { Random, randomBits, randomProgram } from './random-program.ts';

/** More by hand: CODEGEN_PROGRAMS=5000 CODEGEN_SEED=1000 npx vitest run test/codegen/random.test.ts */
const PROGRAMS = Number(process.env.CODEGEN_PROGRAMS ?? 120);
const FIRST_SEED = Number(process.env.CODEGEN_SEED ?? 1);
/** Programs that are assembled and run together. */
const BATCH = 20;
const FUEL = 30_000;

/** Few registers and evictions at random. */
function chaos(seed: number): GenerateOptions {
  const random = new Random(seed + 1_000_000);
  const gpr = [0, 1, 2, 6, 7, 8, 9].reduce((mask, register) => mask | bit(register), 0);
  const xmm = [16, 17, 18, 19, 20, 21].reduce((mask, register) => mask | bit(register), 0);
  return { registers: { gpr, xmm }, evictAtRandom: () => random.chance(20) };
}

interface Expectation {
  readonly func: Func;
  readonly call: Case;
  readonly expected: bigint;
}

/** Calls of each function with their results; those that take too long are left out. */
function expectations(seed: number, functions: readonly Func[]): Expectation[] {
  const random = new Random(seed + 2_000_000);
  return functions.flatMap((func) => [1, 2, 3, 4].flatMap(() => {
    const args = func.params.map(({ rep }) => randomBits(random, rep));
    try {
      return [{ func, call: { symbol: func.symbol, args }, expected: new Interpreter(functions, FUEL).run(func.symbol, args) }];
    } catch (error) {
      if (error instanceof OutOfFuel) return [];
      throw error;
    }
  }));
}

/** The upper half of an i32 or bool result is undefined; an exception is a complement with all its bits. */
function comparable(bits: bigint, { expected, func }: Expectation): bigint {
  return (func.result === 'i32' || func.result === 'bool') && expected < 1n << 32n ? BigInt.asUintN(32, bits) : bits;
}

function check(from: number, to: number, options: GenerateOptions): void {
  const programs = Array.from({ length: to - from }, (_, i) => randomProgram(from + i));
  const wanted = programs.flatMap((functions, i) => expectations(from + i, functions));
  const results = execute(programs.flat(), wanted.map(({ call }) => call), options);
  expect(results.length).toBe(wanted.length);
  wanted.forEach((expectation, i) => {
    const { call, expected } = expectation;
    const got = comparable(results[i], expectation);
    if (got === expected) return;
    const program = programs.find((functions) => functions.includes(expectation.func))!;
    expect.fail(`${call.symbol}(${call.args.join(', ')}) gives ${got.toString(16)}, not ${expected.toString(16)}\n${program.map(printFunction).join('')}`);
  });
}

for (const [name, options] of [['all registers', () => ({})], ['chaos', chaos]] as const) {
  test(`random programs give what the interpreter gives: ${name}`, { timeout: 3_600_000 }, () => {
    const end = FIRST_SEED + PROGRAMS;
    for (let seed = FIRST_SEED; seed < end; seed += BATCH) check(seed, Math.min(seed + BATCH, end), options(seed));
  });
}
