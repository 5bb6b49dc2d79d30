import type { Instr, Value } from '../ir/function.ts';
import { DOUBLE_OFFSET, F64U_HOLE_BITS, F64U_UNDEFINED_BITS, FIRST_POINTER, INT32_TAG, VALUE_FALSE } from '../layout/value.ts';
import { memoryOperand } from './address.ts';
import { type Condition, type Operand, temp, use, useMemory } from './machine-ir.ts';
import type { Selector } from './select.ts';

/** Instructions that set the flags, and the condition under which the boolean is true. */
export interface FlagTest {
  text: string;
  condition: Condition;
}

const INVERSE: Record<Condition, Condition> = {
  e: 'ne', ne: 'e', l: 'ge', ge: 'l', le: 'g', g: 'le', b: 'ae', ae: 'b', be: 'a', a: 'be', o: 'no', no: 'o', s: 'ns', ns: 's',
  'double-e': 'double-ne', 'double-ne': 'double-e',
};

/** With the operands exchanged. */
const EXCHANGED: Partial<Record<Condition, Condition>> = { l: 'g', g: 'l', le: 'ge', ge: 'le', b: 'a', a: 'b', be: 'ae', ae: 'be' };

export const inverse = (condition: Condition): Condition => INVERSE[condition];

const INTEGER_CONDITIONS: Record<string, Condition | undefined> = {
  eq: 'e', ne: 'ne', lt_s: 'l', le_s: 'le', gt_s: 'g', ge_s: 'ge', lt_u: 'b', le_u: 'be', gt_u: 'a', ge_u: 'ae',
};

/** Appends the operands of a test of `value` (a bool) to `operands`. Comparisons of the same block are fused, and those that are only tested; else the boolean is read. */
export function flagTest(s: Selector, value: Value, operands: Operand[]): FlagTest {
  const instr = s.definition(value);
  if (instr && (s.foldable(value, instr.op) || (s.isOnlyTested(value) && /^(i32|i64|f64)\./.test(instr.op)))) {
    const fused = fusedTest(s, instr, operands);
    if (fused) return fused;
  }
  operands.push(use(s.vreg(value)));
  const n = operands.length - 1;
  return { text: `test {${n}d}, {${n}d}`, condition: 'ne' };
}

/** The test that an instruction with a boolean result is, or null when it is no comparison. */
export function fusedTest(s: Selector, instr: Instr, operands: Operand[]): FlagTest | null {
  if (instr.op === 'bool.not') {
    const test = flagTest(s, instr.args[0], operands);
    return { text: test.text, condition: inverse(test.condition) };
  }
  const [kind, name] = instr.op.split('.');
  const condition = INTEGER_CONDITIONS[name];
  if (condition && (kind === 'i32' || kind === 'i64')) return compareIntegers(s, instr.args, kind === 'i32' ? 'd' : 'q', condition, operands);
  return TESTS[instr.op]?.(s, instr, operands) ?? null;
}

/** A byte in memory against a small constant (both zero-extended, so unsigned). */
function compareByte(s: Selector, a: Value, b: Value, condition: Condition, operands: Operand[]): FlagTest | null {
  const constant = s.constantInteger(b);
  if (constant === null || constant < 0n || constant > 255n || !['e', 'ne', 'b', 'be', 'a', 'ae'].includes(condition)) return null;
  const load = s.foldableLoad(a, ['load.u8']);
  return load && { text: `cmp byte ${memoryOperand(s, load, load.args.length > 1, operands)}, ${constant}`, condition };
}

function compareIntegers(s: Selector, [a, b]: Value[], size: 'd' | 'q', condition: Condition, operands: Operand[]): FlagTest {
  if (s.immediate(a) !== null && s.immediate(b) === null) {
    return compareIntegers(s, [b, a], size, EXCHANGED[condition] ?? condition, operands);
  }
  const byte = compareByte(s, a, b, condition, operands);
  if (byte) return byte;
  if (s.constantInteger(b) === 0n && ['e', 'ne', 'l', 'ge'].includes(condition)) return compareWithZero(s, a, size, condition, operands);
  // One of the two may lie in memory: the place of a load that nothing else uses, or a spill slot.
  const right = loadedOperand(s, b, size, operands);
  if (right !== null) return { text: `cmp ${pushUse(s, a, operands, size)}, ${right}`, condition };
  const left = loadedOperand(s, a, size, operands);
  if (left !== null) return { text: `cmp ${left}, ${s.immediate(b) ?? pushUse(s, b, operands, size)}`, condition };
  operands.push(s.immediate(b) === null ? use(s.vreg(a)) : useMemory(s.vreg(a)));
  return { text: `cmp {${operands.length - 1}${size}}, ${s.source(b, operands, size)}`, condition };
}

/** The place of a load that is used by the comparison only, or null. A comparison may be made again: not of what counts accesses. */
function loadedOperand(s: Selector, value: Value, size: 'd' | 'q', operands: Operand[]): string | null {
  const load = s.foldableLoad(value, size === 'd' ? ['load.i32'] : ['load.i64', 'load.ref', 'load.value']);
  return load && !load.attrs.volatile ? `${size === 'd' ? 'dword' : 'qword'} ${memoryOperand(s, load, load.args.length > 1, operands)}` : null;
}

function compareWithZero(s: Selector, a: Value, size: 'd' | 'q', condition: Condition, operands: Operand[]): FlagTest {
  const signed: Condition = condition === 'l' ? 's' : condition === 'ge' ? 'ns' : condition;
  const and = s.usedOnce(a) ? s.foldable(a, size === 'd' ? 'i32.and' : 'i64.and') : null;
  const [x, y] = and ? and.args : [a, a];
  operands.push(use(s.vreg(x)));
  const left = `{${operands.length - 1}${size}}`;
  if (x === y) return { text: `test ${left}, ${left}`, condition: signed };
  return { text: `test ${left}, ${s.immediate(y) ?? pushUse(s, y, operands, size)}`, condition: signed };
}

function pushUse(s: Selector, value: Value, operands: Operand[], size: string): string {
  operands.push(use(s.vreg(value)));
  return `{${operands.length - 1}${size}}`;
}

type Test = (s: Selector, instr: Instr, operands: Operand[]) => FlagTest;

/** ucomisd sets "below" and "equal" when unordered, so that only `a` and `ae` are false then: less-than exchanges its operands. */
const compareDoubles = (condition: Condition, exchange = false): Test => (s, { args }, operands) => {
  const [a, b] = exchange ? [args[1], args[0]] : args;
  const left = pushUse(s, a, operands, 'x');
  const load = s.foldableLoad(b, ['load.f64']);
  return { text: `ucomisd ${left}, ${load ? `qword ${memoryOperand(s, load, load.args.length > 1, operands)}` : s.source(b, operands, 'x')}`, condition };
};

/** Compares the word in a register with a constant, which an immediate can hold or a register has to. */
function compareWithBits(s: Selector, left: string, bits: bigint, operands: Operand[]): string {
  const signed = BigInt.asIntN(64, bits);
  if (signed === BigInt.asIntN(32, signed)) return `cmp ${left}, ${signed}`;
  operands.push(use(s.integer(bits)));
  return `cmp ${left}, {${operands.length - 1}q}`;
}

const compareValue = (bits: bigint, condition: Condition): Test => (s, { args }, operands) => ({
  text: compareWithBits(s, pushUse(s, args[0], operands, 'q'), bits, operands),
  condition,
});

const sameBits: Test = (s, { args: [a, b] }, operands) => compareIntegers(s, [a, b], 'q', 'e', operands);

/** The bits of an f64u against one of its reserved patterns. */
const isPattern = (bits: bigint): Test => (s, { args }, operands) => {
  const x = pushUse(s, args[0], operands, 'x');
  operands.push(temp());
  const bitsRegister = `{${operands.length - 1}q}`;
  return { text: `movq ${bitsRegister}, ${x}\n${compareWithBits(s, bitsRegister, bits, operands)}`, condition: 'e' };
};

const TESTS: Record<string, Test | undefined> = {
  'f64.eq': compareDoubles('double-e'),
  'f64.ne': compareDoubles('double-ne'),
  'f64.gt': compareDoubles('a'),
  'f64.ge': compareDoubles('ae'),
  'f64.lt': compareDoubles('a', true),
  'f64.le': compareDoubles('ae', true),
  'bool.eq': (s, { args: [a, b] }, operands) => compareIntegers(s, [a, b], 'd', 'e', operands),
  'ref.eq': sameBits,
  'value.eqbits': sameBits,
  'value.isint': compareValue(INT32_TAG, 'ae'),
  'value.isnumber': compareValue(DOUBLE_OFFSET, 'ae'),
  'value.is': (s, instr, operands) => compareValue(BigInt.asUintN(64, BigInt(instr.attrs.bits as number | bigint)), 'e')(s, instr, operands),
  // Immediates become huge, doubles and int32 keep a bit at or above 2^48.
  'value.iscell': (s, { args }, operands) => {
    const value = pushUse(s, args[0], operands, 'q');
    operands.push(temp());
    const t = `{${operands.length - 1}q}`;
    return { text: `lea ${t}, [${value}-${FIRST_POINTER}]\nshr ${t}, 48`, condition: 'e' };
  },
  'value.isbool': (s, { args }, operands) => {
    const value = pushUse(s, args[0], operands, 'q');
    operands.push(temp());
    const t = `{${operands.length - 1}q}`;
    return { text: `mov ${t}, ${value}\nand ${t}, -2\ncmp ${t}, ${VALUE_FALSE}`, condition: 'e' };
  },
  'f64u.isundefined': isPattern(F64U_UNDEFINED_BITS),
  'f64u.ishole': isPattern(F64U_HOLE_BITS),
  'f64u.isabsent': (s, { args }, operands) => {
    const x = pushUse(s, args[0], operands, 'x');
    operands.push(temp(), use(s.integer(-F64U_UNDEFINED_BITS)));
    const n = operands.length;
    return { text: `movq {${n - 2}q}, ${x}\nadd {${n - 2}q}, {${n - 1}q}\ncmp {${n - 2}q}, 1`, condition: 'be' };
  },
};
