import type { Attrs, Func, Instr, Position, Value } from '../ir/function.ts';
import { constantBits } from '../ir/ops.ts';
import type { Pass } from '../ir/pass.ts';
import type { Rep } from '../ir/rep.ts';
import { boxNumber, unboxNumber } from '../layout/boxing.ts';
import { DOUBLE_OFFSET, F64U_HOLE_BITS, F64U_UNDEFINED_BITS, INT32_TAG, VALUE_FALSE, VALUE_HOLE, VALUE_TRUE, VALUE_UNDEFINED } from '../layout/value.ts';
import { replaceUses } from './replace.ts';

/**
 * Constant folding and identities: arithmetic on constants, x + 0, conversions there and back (unbox of box), tests of what was just
 * boxed. An instruction is rewritten in place or replaced by an operand.
 *
 * Requires: nothing. Preserves: control flow (simplify-cfg follows).
 */
export const fold: Pass = { name: 'fold', level: 1, after: {}, run };

function run(func: Func): boolean {
  const definitions = new Map<Value, Instr>();
  const replacements = new Map<Value, Value>();
  const find = (value: Value): Value => {
    let at = value;
    for (let next = replacements.get(at); next; next = replacements.get(at)) at = next;
    return at;
  };
  let changed = false;
  for (const block of func.blocks) {
    const instrs: Instr[] = [];
    const valueOf = (arg: Value | Part, position: Position): Value => {
      if ('id' in arg) return arg;
      const result = func.newValue(arg.rep);
      const part: Instr = { op: arg.op, args: arg.args, attrs: arg.attrs, result, position };
      instrs.push(part);
      definitions.set(result, part);
      return result;
    };
    for (const instr of block.instrs) {
      for (let i = 0; i < instr.args.length; i++) instr.args[i] = find(instr.args[i]!);
      if (!instr.result) {
        instrs.push(instr);
        continue;
      }
      const folded = foldInstr(instr, (value) => definitions.get(value));
      if (folded && 'id' in folded) {
        replacements.set(instr.result, folded);
        changed = true;
      } else if (folded) {
        instr.op = folded.op;
        instr.args = folded.args.map((arg) => valueOf(arg, instr.position));
        instr.attrs = folded.attrs;
        changed = true;
      }
      instrs.push(instr);
      definitions.set(instr.result, instr);
    }
    block.instrs = instrs;
  }
  replaceUses(func, replacements);
  return changed;
}

interface Rewrite {
  op: string;
  args: (Value | Part)[];
  attrs: Attrs;
}

/** An operand that the rewritten instruction needs and that isn't there yet. */
interface Part {
  readonly rep: Rep;
  readonly op: string;
  readonly args: Value[];
  readonly attrs: Attrs;
}

type DefinitionOf = (value: Value) => Instr | undefined;

/** A value that the instruction's result equals, or what to write instead of the instruction; null: nothing is known. */
export function foldInstr(instr: Instr, definitionOf: DefinitionOf): Value | Rewrite | null {
  const { op, args } = instr;
  const defs = args.map(definitionOf);
  const [a] = defs;
  if (op.startsWith('i32.') || op.startsWith('i64.')) return foldInteger(instr, defs, definitionOf);
  if (op.startsWith('f64.')) return foldDouble(instr, defs);
  if (op.startsWith('bool.')) return foldBoolean(instr, defs);
  if (op.startsWith('box.') || op.startsWith('unbox.') || op.startsWith('value.') || op.startsWith('ref.') || op.startsWith('f64u.')) return foldBox(instr, a);
  if (op === 'select') {
    if (args[1] === args[2]) return args[1]!;
    if (a?.op === 'bool.const') return constantBits(a) ? args[1]! : args[2]!;
  }
  return null;
}

const constant = (rep: 'i32' | 'i64', value: bigint): Rewrite => ({ op: `${rep}.const`, args: [], attrs: { value: BigInt.asIntN(rep === 'i32' ? 32 : 64, value) } });
const boolean = (value: boolean): Rewrite => ({ op: 'bool.const', args: [], attrs: { value } });
const double = (bits: bigint): Rewrite => ({ op: 'f64.const', args: [], attrs: { bits } });

const isConst = (def: Instr | undefined): boolean => def !== undefined && /^(i32|i64|bool|f64|f64u|value)\.const$/.test(def.op);

const INTEGER: Record<string, (a: bigint, b: bigint, width: number) => bigint | boolean | null> = {
  add: (a, b) => a + b, sub: (a, b) => a - b, mul: (a, b) => a * b, and: (a, b) => a & b, or: (a, b) => a | b, xor: (a, b) => a ^ b,
  shl: (a, b, w) => a << (b & BigInt(w - 1)), sar: (a, b, w) => a >> (b & BigInt(w - 1)),
  shr: (a, b, w) => BigInt.asUintN(w, a) >> (b & BigInt(w - 1)),
  eq: (a, b) => a === b, ne: (a, b) => a !== b, lt_s: (a, b) => a < b, le_s: (a, b) => a <= b, gt_s: (a, b) => a > b, ge_s: (a, b) => a >= b,
  lt_u: (a, b, w) => BigInt.asUintN(w, a) < BigInt.asUintN(w, b), le_u: (a, b, w) => BigInt.asUintN(w, a) <= BigInt.asUintN(w, b),
  gt_u: (a, b, w) => BigInt.asUintN(w, a) > BigInt.asUintN(w, b), ge_u: (a, b, w) => BigInt.asUintN(w, a) >= BigInt.asUintN(w, b),
  div_s: (a, b) => (b === 0n ? null : a / b), rem_s: (a, b) => (b === 0n ? null : a % b),
};

function foldInteger(instr: Instr, [a, b]: (Instr | undefined)[], definitionOf: DefinitionOf): Value | Rewrite | null {
  const { op, args } = instr;
  const [rep, name] = [op.slice(0, 3) as 'i32' | 'i64', op.slice(4)];
  const width = rep === 'i32' ? 32 : 64;
  const x = isConst(a) ? BigInt.asIntN(width, constantBits(a!)) : null;
  const y = isConst(b) ? BigInt.asIntN(width, constantBits(b!)) : null;
  const rule = INTEGER[name];
  if (rule && x !== null && y !== null) {
    const value = rule(x, y, width);
    if (value === null) return null;
    return typeof value === 'boolean' ? boolean(value) : constant(rep, value);
  }
  if (y === 0n && ['add', 'sub', 'or', 'xor', 'shl', 'shr', 'sar'].includes(name)) return args[0]!;
  if (x === 0n && ['add', 'or', 'xor'].includes(name)) return args[1]!;
  if (y === 1n && name === 'mul') return args[0]!;
  if (x === 1n && name === 'mul') return args[1]!;
  if (args[0] === args[1] && args.length === 2 && ['eq', 'le_s', 'ge_s', 'le_u', 'ge_u'].includes(name)) return boolean(true);
  if (args[0] === args[1] && args.length === 2 && ['ne', 'lt_s', 'gt_s', 'lt_u', 'gt_u'].includes(name)) return boolean(false);
  switch (op) {
    case 'i32.sext64': return x === null ? widened(a, definitionOf) : constant('i64', x);
    case 'i32.zext64': return x === null ? null : constant('i64', BigInt.asUintN(32, x));
    case 'i64.wrap32': {
      if (isConst(a)) return constant('i32', constantBits(a!));
      return a?.op === 'i32.sext64' || a?.op === 'i32.zext64' ? a.args[0]! : narrowed(instr, a, definitionOf);
    }
    case 'i32.tof64': return x === null ? null : double(bitsOf(Number(x)));
    case 'i64.tof64': {
      if (isConst(a)) return double(bitsOf(Number(BigInt.asIntN(64, constantBits(a!)))));
      return a?.op === 'i32.sext64' ? { op: 'i32.tof64', args: [a.args[0]!], attrs: {} } : null;
    }
    case 'i32.neg': return x === null ? null : constant('i32', -x);
    case 'i64.neg': return x === null ? null : constant('i64', -x);
    case 'i32.not': return x === null ? null : constant('i32', ~x);
    default: return null;
  }
}

const part = (rep: 'i32' | 'i64', value: bigint): Part => ({ rep, op: `${rep}.const`, args: [], attrs: { value } });

/** Sign extension of what was narrowed from 64 bits, or of a sum with a constant that does not wrap: an address can take the constant. */
function widened(a: Instr | undefined, definitionOf: DefinitionOf): Value | Rewrite | null {
  if (a?.op === 'i64.wrap32' && a.attrs.exact === true) return a.args[0]!;
  if ((a?.op !== 'i32.add' && a?.op !== 'i32.sub') || a.attrs.nowrap !== true) return null;
  const addend = definitionOf(a.args[1]!);
  if (addend?.op !== 'i32.const') return null;
  const wide: Part = { rep: 'i64', op: 'i32.sext64', args: [a.args[0]!], attrs: {} };
  return { op: a.op.replace('i32', 'i64'), args: [wide, part('i64', BigInt.asIntN(32, constantBits(addend)))], attrs: { nowrap: true } };
}

/** The low half of a sum, difference or product of extended integers needs 32 bits only. */
function narrowed(instr: Instr, a: Instr | undefined, definitionOf: DefinitionOf): Rewrite | null {
  if (!a || !/^i64\.(add|sub|mul)$/.test(a.op)) return null;
  let signed = instr.attrs.exact === true;
  const args: (Value | Part)[] = [];
  for (const arg of a.args) {
    const def = definitionOf(arg);
    if (def?.op === 'i32.sext64' || def?.op === 'i32.zext64') {
      args.push(def.args[0]!);
      signed &&= def.op === 'i32.sext64';
    } else if (def?.op === 'i64.const') {
      const value = BigInt.asIntN(64, constantBits(def));
      args.push(part('i32', BigInt.asIntN(32, value)));
      signed &&= value === BigInt.asIntN(32, value);
    } else return null;
  }
  return { op: a.op.replace('i64', 'i32'), args, attrs: signed ? { nowrap: true } : {} };
}

const word = new DataView(new ArrayBuffer(8));

function bitsOf(x: number): bigint {
  word.setFloat64(0, x);
  return word.getBigUint64(0);
}

function doubleOf(bits: bigint): number {
  word.setBigUint64(0, bits);
  return word.getFloat64(0);
}

const DOUBLE: Record<string, (a: number, b: number) => number | boolean> = {
  add: (a, b) => a + b, sub: (a, b) => a - b, mul: (a, b) => a * b, div: (a, b) => a / b,
  eq: (a, b) => a === b, ne: (a, b) => a !== b, lt: (a, b) => a < b, le: (a, b) => a <= b, gt: (a, b) => a > b, ge: (a, b) => a >= b,
};

function foldDouble({ op, args }: Instr, [a, b]: (Instr | undefined)[]): Value | Rewrite | null {
  const name = op.slice(4);
  const rule = DOUBLE[name];
  const plain = (def: Instr | undefined): boolean => def?.op === 'f64.const' && !Number.isNaN(doubleOf(def.attrs.bits as bigint));
  if (rule && plain(a) && plain(b)) {
    const value = rule(doubleOf(a!.attrs.bits as bigint), doubleOf(b!.attrs.bits as bigint));
    if (typeof value === 'boolean') return boolean(value);
    return Number.isNaN(value) ? null : double(bitsOf(value));
  }
  const asIntegers = COMPARISON[name] === undefined ? null : comparedAsIntegers(COMPARISON[name]!, a, b);
  if (asIntegers) return asIntegers;
  switch (name) {
    case 'neg': return plain(a) ? double(bitsOf(-doubleOf(a!.attrs.bits as bigint))) : a?.op === 'f64.neg' ? a.args[0]! : null;
    case 'toi32':
    case 'toi64':
    case 'toint32': {
      const to = name === 'toi64' ? 'i64' : 'i32';
      if (plain(a)) {
        const x = doubleOf(a!.attrs.bits as bigint);
        if (Number.isInteger(x) && Math.abs(x) < 2 ** 53) return constant(to, BigInt(x));
      }
      if (a?.op === 'i32.tof64') return to === 'i32' ? a.args[0]! : { op: 'i32.sext64', args: [a.args[0]!], attrs: {} };
      if (a?.op === 'i64.tof64' && a.attrs.exact && to === 'i64') return a.args[0]!;
      if (a?.op === 'i64.tof64' && a.attrs.exact && to === 'i32') return { op: 'i64.wrap32', args: [a.args[0]!], attrs: {} };
      return null;
    }
    case 'tof64u': return a?.op === 'f64u.assume' ? a.args[0]! : null;
    case 'bits': return a?.op === 'f64.frombits' ? a.args[0]! : null;
    case 'canonical': return a && /^f64\.(add|sub|mul|div|sqrt)$/.test(a.op) ? args[0]! : null;
    default: return null;
  }
}

const COMPARISON: Record<string, string | undefined> = { eq: 'eq', ne: 'ne', lt: 'lt_s', le: 'le_s', gt: 'gt_s', ge: 'ge_s' };

/** A comparison of two converted integers, or of one with a constant that is an integer, -0 included. */
function comparedAsIntegers(name: string, a: Instr | undefined, b: Instr | undefined): Rewrite | null {
  const sides = [a, b];
  const rep = sides.some((side) => side?.op === 'i64.tof64') ? 'i64' : 'i32';
  if (!sides.some((side) => side?.op === `${rep}.tof64`)) return null;
  const args = sides.map((side): Value | Part | null => {
    if (side?.op === `${rep}.tof64`) return rep === 'i32' || side.attrs.exact === true ? side.args[0]! : null;
    if (side?.op === 'i32.tof64') return { rep: 'i64', op: 'i32.sext64', args: [side.args[0]!], attrs: {} };
    const x = side?.op === 'f64.const' ? doubleOf(side.attrs.bits as bigint) : NaN;
    if (!Number.isSafeInteger(x)) return null;
    return rep === 'i64' || BigInt(x) === BigInt.asIntN(32, BigInt(x)) ? part(rep, BigInt(x)) : null;
  });
  return args.some((arg) => arg === null) ? null : { op: `${rep}.${name}`, args: args as (Value | Part)[], attrs: {} };
}

function foldBoolean({ op, args }: Instr, [a, b]: (Instr | undefined)[]): Value | Rewrite | null {
  const x = a?.op === 'bool.const' ? constantBits(a) !== 0n : null;
  const y = b?.op === 'bool.const' ? constantBits(b) !== 0n : null;
  switch (op) {
    case 'bool.not':
      if (x !== null) return boolean(!x);
      return a?.op === 'bool.not' ? a.args[0]! : inverted(a);
    case 'bool.and':
      if (x === false || y === false) return boolean(false);
      return x === true ? args[1]! : y === true ? args[0]! : null;
    case 'bool.or':
      if (x === true || y === true) return boolean(true);
      return x === false ? args[1]! : y === false ? args[0]! : null;
    case 'bool.toi32':
      return x === null ? null : constant('i32', x ? 1n : 0n);
    default:
      return null;
  }
}

const OPPOSITE: Record<string, string> = { eq: 'ne', ne: 'eq', lt_s: 'ge_s', le_s: 'gt_s', gt_s: 'le_s', ge_s: 'lt_s', lt_u: 'ge_u', le_u: 'gt_u', gt_u: 'le_u', ge_u: 'lt_u' };

/** Not of an integer comparison is the opposite one; of doubles only for eq and ne, as unordered operands make both others false. */
function inverted(a: Instr | undefined): Rewrite | null {
  if (!a) return null;
  const [rep, name] = a.op.split('.') as [string, string];
  if ((rep === 'i32' || rep === 'i64') && OPPOSITE[name]) return { op: `${rep}.${OPPOSITE[name]!}`, args: a.args, attrs: {} };
  if (rep === 'f64' && (name === 'eq' || name === 'ne')) return { op: `f64.${OPPOSITE[name]!}`, args: a.args, attrs: {} };
  return null;
}

const immediate = (bits: bigint): Rewrite => ({ op: 'value.const', args: [], attrs: { bits } });

/** Conversions between representations: of constants, and there and back. */
function foldBox({ op, attrs }: Instr, a: Instr | undefined): Value | Rewrite | null {
  if (!a) return null;
  const bits = isConst(a) ? constantBits(a) : null;
  switch (op) {
    case 'box.i32': return bits === null ? null : immediate(INT32_TAG | BigInt.asUintN(32, bits));
    case 'box.bool': return bits === null ? null : immediate(bits ? VALUE_TRUE : VALUE_FALSE);
    case 'box.f64':
      if (bits !== null && !Number.isNaN(doubleOf(bits))) return immediate(boxNumber(doubleOf(bits)));
      if (a.op === 'i32.tof64') return { op: 'box.i32', args: [a.args[0]!], attrs: {} };
      return null;
    case 'box.f64u':
      if (bits === F64U_UNDEFINED_BITS) return immediate(VALUE_UNDEFINED);
      if (bits === F64U_HOLE_BITS) return immediate(VALUE_HOLE);
      return a.op === 'f64.tof64u' ? { op: 'box.f64', args: [a.args[0]!], attrs: {} } : null;
    case 'unbox.f64':
      if (a.op === 'box.f64') return a.args[0]!;
      if (a.op === 'box.i32') return { op: 'i32.tof64', args: [a.args[0]!], attrs: {} };
      if (a.op === 'box.f64u') return { op: 'f64u.assume', args: [a.args[0]!], attrs: { proof: attrs.proof ?? 'box' } };
      return bits !== null && bits >= DOUBLE_OFFSET ? double(bitsOf(unboxNumber(bits))) : null;
    case 'unbox.f64u':
      if (a.op === 'box.f64u') return a.args[0]!;
      if (a.op === 'box.f64') return { op: 'f64.tof64u', args: [a.args[0]!], attrs: {} };
      if (bits === VALUE_UNDEFINED) return { op: 'f64u.const', args: [], attrs: { bits: F64U_UNDEFINED_BITS } };
      if (bits === VALUE_HOLE) return { op: 'f64u.const', args: [], attrs: { bits: F64U_HOLE_BITS } };
      return null;
    case 'unbox.i32': return a.op === 'box.i32' ? a.args[0]! : null;
    case 'unbox.bool':
      if (a.op === 'box.bool') return a.args[0]!;
      return bits === null ? null : boolean(bits === VALUE_TRUE);
    case 'value.toref': return a.op === 'ref.tovalue' ? a.args[0]! : null;
    case 'ref.tovalue': return a.op === 'value.toref' ? a.args[0]! : null;
    case 'value.is':
      if (bits !== null) return boolean(bits === attrs.bits);
      // The pattern of a number may be just what was boxed.
      if ((attrs.bits as bigint) >= DOUBLE_OFFSET) return a.op === 'ref.tovalue' || a.op === 'box.bool' ? boolean(false) : null;
      return a.op === 'ref.tovalue' || a.op === 'box.f64' || a.op === 'box.i32' ? boolean(false) : null;
    case 'value.isnumber':
      if (bits !== null) return boolean(bits >= DOUBLE_OFFSET);
      return a.op === 'box.f64' || a.op === 'box.i32' ? boolean(true) : a.op === 'ref.tovalue' || a.op === 'box.bool' ? boolean(false) : null;
    case 'value.isint':
      return a.op === 'box.i32' ? boolean(true) : a.op === 'ref.tovalue' || a.op === 'box.bool' ? boolean(false) : null;
    case 'value.iscell':
      if (bits !== null) return boolean(false);
      return a.op === 'ref.tovalue' ? boolean(true) : a.op.startsWith('box.') ? boolean(false) : null;
    case 'f64u.tof64': return a.op === 'f64.tof64u' ? a.args[0]! : null;
    case 'f64u.assume': return a.op === 'f64.tof64u' ? a.args[0]! : null;
    case 'f64u.isabsent': return a.op === 'f64.tof64u' ? boolean(false) : a.op === 'f64u.const' ? boolean(true) : null;
    case 'f64u.ishole': return a.op === 'f64.tof64u' ? boolean(false) : bits === null ? null : boolean(bits === F64U_HOLE_BITS);
    case 'f64u.isundefined': return a.op === 'f64.tof64u' ? boolean(false) : bits === null ? null : boolean(bits === F64U_UNDEFINED_BITS);
    default: return null;
  }
}
