/**
 * Constant tables: `const TABLE = [1n, 2n]` of a module becomes read-only data, 8 bytes an element, and `TABLE[i]` one load.
 * The element type is the annotation's (`readonly u32[]`), else u64 for bigints and number for numbers.
 */
import type { Value } from '../../ir/function.ts';
import { ts } from '../typescript.ts';
import { plainConstant } from './constants.ts';
import type { FunctionContext } from './context.ts';
import { emitInteger } from './integers.ts';
import type { ModuleVariable } from './source-unit.ts';
import { isNumber, typeOf } from './static-types.ts';
import { isInteger, isWide, type MachineType, repOf, typeOfAnnotation } from './types.ts';

interface Table {
  variable: ModuleVariable;
  elements: readonly ts.Expression[];
  type: MachineType;
}

const ELEMENT_BYTES = 8;

export function tableOf(context: FunctionContext, node: ts.ElementAccessExpression): Table {
  const initial = context.constants.initializerOf(node.expression, context.unit, context.localConstant);
  if (!initial || !ts.isArrayLiteralExpression(initial.value))
    context.fail(node, 'Only constant tables of a module can be indexed.', 'use load8 … load64 with an address');
  const { variable } = initial.declaration;
  const { elements } = initial.value;
  return { variable, elements, type: elementType(context, node, variable, elements) };
}

function elementType(context: FunctionContext, node: ts.Node, variable: ModuleVariable, elements: readonly ts.Expression[]): MachineType {
  let annotation = variable.node.type;
  if (annotation && ts.isTypeOperatorNode(annotation)) annotation = annotation.type;
  if (annotation && ts.isArrayTypeNode(annotation)) {
    const type = typeOfAnnotation(annotation.elementType, variable.unit.aliases);
    if (type && type !== 'void' && type !== 'never') return type;
    if (annotation.elementType.kind !== ts.SyntaxKind.BigIntKeyword) context.fail(node, `The table '${variable.name}' has no machine type.`);
  }
  const first = elements[0] && context.constants.evaluate(elements[0], variable.unit);
  if (first?.kind === 'machine' && first.type !== 'void' && first.type !== 'never') return first.type;
  return first?.kind === 'literal' && typeof first.constant === 'bigint' ? 'u64' : 'f64';
}

export function emitTableAccess(context: FunctionContext, node: ts.ElementAccessExpression): Value {
  const { variable, elements, type } = tableOf(context, node);
  if (!context.module.data.has(variable.symbol)) {
    const words = elements.map((element) => elementBits(context, element, variable, type));
    context.module.data.set(variable.symbol, { symbol: variable.symbol, section: 'rodata', words, tracked: [] });
  }
  if (!isNumber(typeOf(context, node.argumentExpression))) context.fail(node.argumentExpression, 'An index is an integer of at most 32 bits.');
  const index = emitInteger(context, node.argumentExpression, 64);
  const base = context.ssa.emit('symbol.addr', 'i64', [], { symbol: variable.symbol });
  const op = isInteger(type) || type === 'bool' ? 'load.i32' : isWide(type) ? 'load.i64' : `load.${type}`;
  const rep = type === 'bool' ? 'i32' : repOf(type);
  const loaded = context.ssa.emit(op, rep, [base, index], { scale: ELEMENT_BYTES, alias: variable.symbol });
  return type === 'bool' ? context.ssa.emit('i32.ne', 'bool', [loaded, context.i32(0)]) : loaded;
}

const word = new DataView(new ArrayBuffer(8));

/** The 8 bytes of a constant of the type. */
export function bitsOfConstant(type: MachineType, constant: number | bigint | boolean): bigint {
  if (type === 'f64') {
    word.setFloat64(0, Number(constant));
    return word.getBigUint64(0);
  }
  return BigInt.asUintN(64, BigInt(constant));
}

function elementBits(context: FunctionContext, element: ts.Expression, variable: ModuleVariable, type: MachineType): bigint | { symbol: string } {
  const found = context.constants.evaluate(element, variable.unit);
  if (found?.kind === 'machine' && typeof found.constant === 'object' && 'symbol' in found.constant) return found.constant;
  const constant = plainConstant(found);
  if (constant === undefined) context.fail(element, `An element of the table '${variable.name}' is no constant.`);
  return bitsOfConstant(type, constant);
}
