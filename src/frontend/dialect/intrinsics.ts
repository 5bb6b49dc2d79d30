/** The functions of toro:machine other than conversions, as rows: parameters, result, and the operation they are. */
import type { Value } from '../../ir/function.ts';
import { ts } from '../typescript.ts';
import { plainConstant } from './constants.ts';
import type { FunctionContext } from './context.ts';
import { emitAs } from './expressions.ts';
import { emitInteger, emitWide } from './integers.ts';
import { emitAddress } from './memory.ts';
import { type MachineType, repOf, type ResultType } from './types.ts';

/**
 * How an argument is lowered: `number` any integer up to 32 bits and `bigint` any of 64, intermediates included, since the
 * machine keeps the low bits as node does; `number64` a `number` widened; `constant` must be a literal; else a machine type.
 */
type Parameter = MachineType | 'number' | 'number64' | 'bigint' | 'constant';

interface Row {
  result: ResultType;
  emit(context: FunctionContext, node: ts.CallExpression): Value | null;
}

function row(op: string, parameters: Parameter[], result: ResultType, attribute?: string): Row {
  return {
    result,
    emit(context, node) {
      const attrs: Record<string, number> = {};
      const args: Value[] = [];
      if (node.arguments.length !== parameters.length) context.fail(node, `${parameters.length} arguments are expected here.`);
      parameters.forEach((parameter, i) => {
        if (parameter === 'constant') attrs[attribute!] = constantArgument(context, node.arguments[i]!);
        else args.push(emitArgument(context, node.arguments[i]!, parameter));
      });
      return emitOperation(context, node, op, result, args, attrs);
    },
  };
}

function emitOperation(context: FunctionContext, node: ts.Node, op: string, result: ResultType, args: Value[], attrs: Record<string, string | number | boolean>): Value | null {
  context.at(node);
  if (result === 'void' || result === 'never') {
    context.ssa.effect(op, args, attrs);
    return null;
  }
  return context.ssa.emit(op, repOf(result), args, attrs);
}

function emitArgument(context: FunctionContext, node: ts.Expression, parameter: Exclude<Parameter, 'constant'>): Value {
  if (parameter === 'number') return emitInteger(context, node, 32);
  if (parameter === 'number64') return emitInteger(context, node, 64);
  if (parameter === 'bigint') return emitWide(context, node);
  return emitAs(context, node, parameter);
}

function constantArgument(context: FunctionContext, node: ts.Expression): number {
  const constant = plainConstant(context.constants.evaluate(node, context.unit, context.localConstant));
  if (typeof constant !== 'number') context.fail(node, 'This argument must be a constant.');
  return constant;
}

function load(op: string, result: MachineType): Row {
  return {
    result,
    emit(context, node) {
      const [pointer, offset] = node.arguments;
      const { args, attrs } = emitAddress(context, pointer!, offset);
      return emitOperation(context, node, op, result, args, context.access(attrs));
    },
  };
}

/** Arguments in source order: pointer, value, offset; a store into a cell of a ref or value is followed by its barrier. */
function store(op: string, parameter: Parameter, barrier = false): Row {
  return {
    result: 'void',
    emit(context, node) {
      const [pointer, x, offset] = node.arguments;
      if (!x) context.fail(node, 'A store takes an address and a value.');
      const { args, attrs } = emitAddress(context, pointer!, offset);
      const value = emitArgument(context, x, parameter as 'number');
      emitOperation(context, node, op, 'void', [...args, value], context.access(attrs));
      if (barrier && args[0]!.rep === 'ref') context.ssa.effect('barrier', [args[0]!]);
      return null;
    },
  };
}

/** The same bits under another type. */
function reinterpret(op: string | null, parameter: MachineType, result: MachineType): Row {
  return {
    result,
    emit(context, node) {
      const value = emitAs(context, node.arguments[0]!, parameter);
      return op ? emitOperation(context, node, op, result, [value], {}) : value;
    },
  };
}

/** A count of a u64's zeros is a u32. */
function countZeros(op: string): Row {
  return {
    result: 'u32',
    emit(context, node) {
      const count = emitOperation(context, node, op, 'u64', [emitWide(context, node.arguments[0]!)], {});
      return context.ssa.emit('i64.wrap32', 'i32', [count!]);
    },
  };
}

const CALL_ADDRESS_ARGUMENTS = 3;

const callAddress: Row = {
  result: 'u64',
  emit(context, node) {
    const [address, ...rest] = node.arguments;
    const args = [emitAs(context, address!, 'addr'), ...rest.map((arg) => emitWide(context, arg))];
    while (args.length <= CALL_ADDRESS_ARGUMENTS) args.push(context.i64(0n));
    return emitOperation(context, node, 'call.indirect', 'u64', args, {});
  },
};

const throwValue: Row = {
  result: 'never',
  emit(context, node) {
    const thrown = emitAs(context, node.arguments[0]!, 'value');
    context.at(node);
    context.ssa.throw(thrown);
    return null;
  },
};

const unreachable: Row = {
  result: 'never',
  emit(context) {
    context.ssa.unreachable();
    return null;
  },
};

const noCode = (what: string): Row => ({
  result: 'addr',
  emit: (context, node) => context.fail(node, `${what} takes one string literal.`),
});

export const INTRINSICS: Readonly<Record<string, Row>> = {
  load8: load('load.u8', 'u8'),
  load16: load('load.u16', 'u16'),
  load32: load('load.i32', 'u32'),
  load64: load('load.i64', 'u64'),
  loadF64: load('load.f64', 'f64'),
  loadRef: load('load.ref', 'ref'),
  loadValue: load('load.value', 'value'),
  store8: store('store.8', 'number'),
  store16: store('store.16', 'number'),
  store32: store('store.32', 'number'),
  store64: store('store.64', 'bigint'),
  storeF64: store('store.64', 'f64'),
  storeRef: store('store.64', 'ref', true),
  storeValue: store('store.64', 'value', true),
  stackBuffer: row('stack.buffer', ['constant'], 'addr', 'bytes'),
  callSite: row('stack.return', [], 'addr'),
  symbol: noCode('symbol'),
  text: noCode('text'),

  addressOf: reinterpret('ref.bits', 'ref', 'addr'),
  asRef: reinterpret('ref.frombits', 'addr', 'ref'),
  refOf: reinterpret('value.toref', 'value', 'ref'),
  valueOf: reinterpret('ref.tovalue', 'ref', 'value'),
  bitsOf: reinterpret('value.bits', 'value', 'u64'),
  valueFromBits: row('value.frombits', ['bigint'], 'value'),
  bitsOfF64: reinterpret('f64.bits', 'f64', 'u64'),
  f64FromBits: row('f64.frombits', ['bigint'], 'f64'),
  mulHigh: row('i64.mulhi_u', ['bigint', 'bigint'], 'u64'),
  ctz32: row('i32.cttz', ['number'], 'u32'),
  clz64: countZeros('i64.ctlz'),
  ctz64: countZeros('i64.cttz'),

  outb: row('x86.out8', ['number', 'number'], 'void'),
  outw: row('x86.out16', ['number', 'number'], 'void'),
  outl: row('x86.out32', ['number', 'number'], 'void'),
  inb: row('x86.in8', ['number'], 'u8'),
  inw: row('x86.in16', ['number'], 'u16'),
  inl: row('x86.in32', ['number'], 'u32'),
  hlt: row('x86.hlt', [], 'void'),
  sti: row('x86.sti', [], 'void'),
  cli: row('x86.cli', [], 'void'),
  stihlt: row('x86.stihlt', [], 'void'),
  pause: row('x86.pause', [], 'void'),
  rdtsc: row('x86.rdtsc', [], 'u64'),
  rdmsr: row('x86.rdmsr', ['number'], 'u64'),
  wrmsr: row('x86.wrmsr', ['number', 'bigint'], 'void'),
  cpuid: row('x86.cpuid', ['number', 'number', 'constant'], 'u32', 'register'),
  readCr2: row('x86.readcr2', [], 'u64'),
  readCr3: row('x86.readcr3', [], 'u64'),
  writeCr3: row('x86.writecr3', ['bigint'], 'void'),
  invlpg: row('x86.invlpg', ['addr'], 'void'),
  lidt: row('x86.lidt', ['addr'], 'void'),
  lgdt: row('x86.lgdt', ['addr'], 'void'),
  ltr: row('x86.ltr', ['number'], 'void'),
  syscall: row('x86.syscall', ['number64', 'bigint', 'bigint', 'bigint', 'bigint', 'bigint', 'bigint'], 'i64'),
  coreLoad64: row('core.load64', ['constant'], 'u64', 'offset'),
  coreStore64: row('core.store64', ['constant', 'bigint'], 'void', 'offset'),
  callAddress,
  throwValue,
  unreachable,
};
