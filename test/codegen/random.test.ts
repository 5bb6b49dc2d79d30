import { expect, test } from 'vitest';
import { bit } from '../../src/codegen-x64/registers.ts';
import type { GenerateOptions } from '../../src/codegen-x64/generate.ts';
import { printFunction } from '../../src/ir/print.ts';
import { type Case, execute } from './execute.ts';
import { Interpreter, OutOfFuel } from './interpreter.ts';
import { Random, randomBits, randomProgram } from './random-program.ts';

const PROGRAMS = Number(process.env.CODEGEN_PROGRAMS ?? 60);
const FIRST_SEED = Number(process.env.CODEGEN_SEED ?? 1);
const FUEL = 30_000;

/** Few registers and evictions at random. */
function chaos(seed: number): GenerateOptions {
  const random = new Random(seed + 1_000_000);
  const gpr = [0, 1, 2, 6, 7, 8, 9].reduce((mask, register) => mask | bit(register), 0);
  const xmm = [16, 17, 18, 19, 20, 21].reduce((mask, register) => mask | bit(register), 0);
  return { registers: { gpr, xmm }, evictAtRandom: () => random.chance(20) };
}

function check(seed: number, options: GenerateOptions): void {
  const { functions } = randomProgram(seed);
  const random = new Random(seed + 2_000_000);
  const cases: Case[] = [];
  const expected: bigint[] = [];
  for (const func of functions) {
    for (let i = 0; i < 4; i++) {
      const args = func.params.map(({ rep }) => randomBits(random, rep));
      try {
        expected.push(new Interpreter(functions, FUEL).run(func.symbol, args));
        cases.push({ symbol: func.symbol, args });
      } catch (error) {
        if (!(error instanceof OutOfFuel)) throw error;
      }
    }
  }
  const results = execute(functions, cases, options).map((bits, i) => comparable(bits, expected[i], functions.find(({ symbol }) => symbol === cases[i].symbol)!.result!));
  const failed = results.findIndex((bits, i) => bits !== expected[i]);
  if (failed >= 0) {
    throw new Error(`seed ${seed}: ${cases[failed].symbol}(${cases[failed].args.join(', ')}) gives ${results[failed].toString(16)}, expected ${expected[failed].toString(16)}\n${functions.map(printFunction).join('')}`);
  }
}

/** i32 and bool results have an undefined upper half. An exception is a complement with all bits. */
function comparable(bits: bigint, expected: bigint, rep: string): bigint {
  return (rep === 'i32' || rep === 'bool') && expected < 1n << 32n ? BigInt.asUintN(32, bits) : bits;
}

for (const [name, options] of [['all registers', () => ({})], ['chaos', chaos]] as const) {
  test(`random programs give what the interpreter gives: ${name}`, { timeout: 600_000 }, () => {
    for (let seed = FIRST_SEED; seed < FIRST_SEED + PROGRAMS; seed++) {
      try {
        check(seed, options(seed));
      } catch (error) {
        expect.fail(`seed ${seed}: ${(error as Error).message}`);
      }
    }
  });
}
