/** Every pure operation of the typed IR on interesting operands, against the interpreter: computed, branched on, chosen by. */
import { expect, test } from 'vitest';
import { Builder } from '../../src/ir/builder.ts';
import { type Attrs, Func, NO_ATTRS, type Value } from '../../src/ir/function.ts';
import { OPS } from '../../src/ir/ops.ts';
import type { Rep } from '../../src/ir/rep.ts';
import { type Case, execute } from './execute.ts';
import { bitsOf, Interpreter } from './interpreter.ts';

const INTEGERS = [0n, 1n, 2n, 7n, 31n, 63n, 64n, 0x80n, 0xffn, 0x8000n, 0x7fff_ffffn, 0x8000_0000n, 0xffff_ffffn, 0x1_0000_0001n, 0x7fff_ffff_ffff_ffffn, 0x8000_0000_0000_0000n, 0xffff_ffff_ffff_fff9n];
const DOUBLES = [
  0, -0, 1, -1, 0.1, 0.5, -0.5, 0.999, -0.999, 1.5, -1.5, 2.5, 2 ** 31 - 1, 2 ** 31, -(2 ** 31), -(2 ** 31) - 1, 2 ** 32 + 5, 2 ** 52 - 0.5, 2 ** 52 + 1,
  2 ** 53 + 2, 2 ** 62, 2 ** 63 - 1024, 2 ** 63, -(2 ** 63), -(2 ** 63) - 2048, 2 ** 63 + 2048, 2 ** 64 + 4096, -(2 ** 70) - 2 ** 20, 2 ** 83 + 2 ** 31, 2 ** 84, 1e300, -1e300, 5e-324, Infinity, -Infinity, NaN,
].map(bitsOf);
/** Powers of two, whose reciprocals are normal, subnormal or infinite, and others. */
const DIVISORS = [1, 2, -2, 0.5, 1024, -(2 ** -1000), 2 ** 1022, 2 ** 1023, 2 ** -1022, 5e-324, 3, 0, -0, Infinity, NaN];
const BOXED = [0x02n, 0x0an, 0x06n, 0x07n, 0x12n, 0x1000n, 0x1_0000_0000n, 0xffff_ffff_fff8n, ...[0, -0, 1.5, -1e300, 5e-324, Infinity, -Infinity, NaN].map((x) => bitsOf(x) + 0x0002_0000_0000_0000n), 0xfffe_0000_0000_0000n, 0xfffe_0000_ffff_ffffn, 0xfffe_0000_0000_0007n];
const NUMBERS = BOXED.slice(8);

/** Operands that an operation is defined on, where those are not all of its representation. */
const DOMAIN: Record<string, readonly bigint[] | undefined> = {
  'f64.toi32': DOUBLES.filter((_, i) => i < 15),
  'unbox.i32': BOXED.slice(-3),
  'unbox.f64': NUMBERS,
  'unbox.f64u': [...NUMBERS, 0x02n, 0x12n],
  'unbox.bool': [6n, 7n],
  'i32.tof64': INTEGERS,
};
const EXCLUDED = /^(js|ref|symbol|load|store|x86|core|stack|call|alloc|barrier|div)|\.const$/;
const DOUBLE_RESULT = new Set<Rep>(['f64', 'f64u']);

const operandsOf = (op: string, rep: Rep, position: number): readonly bigint[] => {
  if (/\.(div|rem)_/.test(op) && position === 1) return [1n, 2n, 3n, 5n, 7n, 8n, 10n, 641n, 1000n, 0x1000n, 0x7fff_fffdn, 0x7fff_ffffn, 0x4000_0000n];
  const domain = DOMAIN[op];
  if (domain) return domain;
  if (rep === 'bool') return [0n, 1n];
  if (rep === 'f64') return DOUBLES;
  if (rep === 'f64u') return [...DOUBLES, 0x7ff0_0000_0000_0001n, 0x7ff0_0000_0000_0002n];
  return rep === 'value' ? BOXED : INTEGERS;
};

interface Tested {
  readonly func: Func;
  readonly tuples: readonly (readonly bigint[])[];
}

function attrsOf(op: string): Attrs {
  return op === 'value.is' ? { bits: 0x0an } : op.startsWith('unbox') || op === 'f64u.assume' ? { proof: 'test' } : NO_ATTRS;
}

/** The operation on its parameters; on its last operand as a constant, where it gives an i32 also extended; branched on and chosen by where it gives a bool. */
function functionsOf(op: string, args: readonly Rep[], result: Rep): Tested[] {
  const lists = args.map((rep, i) => operandsOf(op, rep, i));
  const tuples = lists.reduce<bigint[][]>((sofar, list) => sofar.flatMap((tuple) => list.map((bits) => [...tuple, bits])), [[]]);
  const make = (name: string, body: (b: Builder, params: Value[]) => void, params: readonly Rep[] = args, returned = result): Func => {
    const func = new Func(`t.ts#${op}_${name}`, 'typed', returned, 't.ts', name);
    const values = params.map((rep) => func.addParam(rep));
    body(new Builder(func, func.newBlock()), values);
    return func;
  };
  const emit = (b: Builder, params: Value[]): Value => b.emit(op, result, params, attrsOf(op));
  const tested: Tested[] = [{ func: make('plain', (b, params) => b.return(emit(b, params))), tuples }];
  if (args.length === 2 && (args[1] === 'i32' || args[1] === 'i64')) {
    for (const constant of lists[1]) {
      const bits = args[1] === 'i32' ? BigInt.asIntN(32, constant) : BigInt.asIntN(64, constant);
      const emitted = (b: Builder, [a]: Value[]): Value => emit(b, [a, b.emit(`${args[1]}.const`, args[1], [], { value: bits })]);
      const funcs = [make(`constant${constant}`, (b, params) => b.return(emitted(b, params)), [args[0]])];
      // The upper half of its register has to be zero, though the operand's was not.
      if (result === 'i32') funcs.push(make(`extended${constant}`, (b, params) => b.return(b.emit('i32.zext64', 'i64', [emitted(b, params)])), [args[0]], 'i64'));
      tested.push(...funcs.map((func) => ({ func, tuples: lists[0].map((x) => [x]) })));
    }
  }
  if (op === 'f64.div') {
    for (const divisor of DIVISORS) {
      const func = make(`constant${bitsOf(divisor)}`, (b, [a]) => b.return(emit(b, [a, b.emit('f64.const', 'f64', [], { bits: bitsOf(divisor) })])), [args[0]]);
      tested.push({ func, tuples: lists[0].map((x) => [x]) });
    }
  }
  if (result === 'bool') {
    const branched = make('branch', (b, params) => {
      const [then, otherwise] = [b.func.newBlock(), b.func.newBlock()];
      b.branch(emit(b, params), then, otherwise);
      for (const [block, value] of [[then, true], [otherwise, false]] as const) {
        b.block = block;
        b.return(b.emit('bool.const', 'bool', [], { value }));
      }
    });
    const chosen = make('select', (b, params) => {
      const [yes, no] = [true, false].map((value) => b.emit('bool.const', 'bool', [], { value }));
      b.return(b.emit('select', 'bool', [emit(b, params), yes, no]));
    });
    tested.push({ func: branched, tuples }, { func: chosen, tuples });
  }
  return tested;
}

test('every operation gives what the interpreter gives', { timeout: 120_000 }, () => {
  const tested = Object.entries(OPS).flatMap(([op, [args, result]]) => {
    if (EXCLUDED.test(op) || op === 'select') return [];
    return functionsOf(op, args.split(' ').filter(Boolean) as Rep[], result as Rep);
  });
  expect(tested.length).toBeGreaterThan(300);
  const functions = tested.map(({ func }) => func);
  const wrong: string[] = [];
  for (let from = 0; from < tested.length; from += 100) {
    const batch = tested.slice(from, from + 100);
    const cases: Case[] = batch.flatMap(({ func, tuples }) => tuples.map((args) => ({ symbol: func.symbol, args })));
    const byName = new Map(functions.map((func) => [func.symbol, func]));
    const results = execute(batch.map(({ func }) => func), cases);
    cases.forEach(({ symbol, args }, i) => {
      const { result } = byName.get(symbol)!;
      const expected = new Interpreter(functions, 100).run(symbol, args);
      const got = result === 'i32' || result === 'bool' ? BigInt.asUintN(32, results[i]) : results[i];
      const bothNaN = DOUBLE_RESULT.has(result!) && isNaNPattern(got) && isNaNPattern(expected) && !isReserved(expected);
      if (!bothNaN && got !== expected) wrong.push(`${symbol}(${args.map(hex).join(', ')}) = ${hex(got)}, not ${hex(expected)}`);
    });
  }
  expect(wrong).toEqual([]);
});

const hex = (n: bigint): string => n.toString(16);
const isNaNPattern = (bits: bigint): boolean => (bits & 0x7fff_ffff_ffff_ffffn) > 0x7ff0_0000_0000_0000n;
const isReserved = (bits: bigint): boolean => bits === 0x7ff0_0000_0000_0001n || bits === 0x7ff0_0000_0000_0002n;
