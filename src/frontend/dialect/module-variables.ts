/** Module variables: storage in the mutable region, 8 bytes each, accessed through their symbol. */
import type { Value } from '../../ir/function.ts';
import { isTracked } from '../../ir/rep.ts';
import { ts } from '../typescript.ts';
import { constantOf } from './constants.ts';
import type { FunctionContext } from './context.ts';
import type { ModuleVariable } from './source-unit.ts';
import { moduleVariableType } from './static-types.ts';
import { bitsOfConstant } from './tables.ts';
import { type MachineType, repOf } from './types.ts';

const LOADS: Readonly<Record<string, string>> = {
  u8: 'load.u8', i8: 'load.i8', u16: 'load.u16', i16: 'load.i16', u32: 'load.i32', i32: 'load.i32', bool: 'load.u8', f64: 'load.f64', ref: 'load.ref', value: 'load.value',
};
const STORES: Readonly<Record<string, string>> = { u8: 'store.8', i8: 'store.8', u16: 'store.16', i16: 'store.16', u32: 'store.32', i32: 'store.32', bool: 'store.8' };

export function loadModuleVariable(context: FunctionContext, variable: ModuleVariable, at: ts.Node): Value {
  const type = moduleVariableType(context, variable, at);
  const base = context.ssa.emit('symbol.addr', 'i64', [], { symbol: variable.symbol });
  const attrs = context.access({ alias: variable.symbol });
  if (type !== 'bool') return context.ssa.emit(LOADS[type] ?? 'load.i64', repOf(type), [base], attrs);
  return context.ssa.emit('i32.ne', 'bool', [context.ssa.emit('load.u8', 'i32', [base], attrs), context.i32(0)]);
}

export function storeModuleVariable(context: FunctionContext, variable: ModuleVariable, value: Value, at: ts.Node): void {
  const type = moduleVariableType(context, variable, at);
  const base = context.ssa.emit('symbol.addr', 'i64', [], { symbol: variable.symbol });
  context.ssa.effect(STORES[type] ?? 'store.64', [base, value], context.access({ alias: variable.symbol }));
}

/** The variable's storage with its initial word. */
export function defineModuleVariable(context: FunctionContext, variable: ModuleVariable): void {
  const { node, symbol, unit } = variable;
  const type = moduleVariableType(context, variable, node);
  const constant = node.initializer && constantOf(context.constants.evaluate(node.initializer, unit));
  if (constant === undefined) context.fail(node, `The initialiser of '${variable.name}' is no constant.`);
  context.module.data.set(symbol, { symbol, section: 'mutable', words: [initialWord(type, constant)], tracked: isTracked(repOf(type)) ? [0] : [] });
}

function initialWord(type: MachineType, constant: NonNullable<ReturnType<typeof constantOf>>): bigint | { symbol: string } {
  if (typeof constant !== 'object') return bitsOfConstant(type, constant);
  return 'symbol' in constant ? constant : { symbol: `text:${constant.text}` };
}
