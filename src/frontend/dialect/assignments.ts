/** Assignments to local and module variables. */
import type { Value } from '../../ir/function.ts';
import { ts } from '../typescript.ts';
import type { FunctionContext } from './context.ts';
import { emitAs } from './expressions.ts';
import { loadModuleVariable, storeModuleVariable } from './module-variables.ts';
import type { ModuleVariable } from './source-unit.ts';
import { moduleVariableType } from './static-types.ts';
import type { Variable } from '../ssa-builder.ts';
import { isWide, type MachineType, showType } from './types.ts';

const { SyntaxKind } = ts;

type Place = { type: MachineType } & ({ variable: Variable } | { module: ModuleVariable });

function placeOf(context: FunctionContext, node: ts.Expression): Place {
  if (!ts.isIdentifier(node)) context.fail(node, 'Only a variable can be assigned.', 'memory is written with store8 … store64');
  const local = context.local(node.text);
  if (local) {
    if (local.kind === 'constant' || local.constant) context.fail(node, `'${node.text}' is a constant.`);
    return local;
  }
  const declaration = context.units.resolve(context.unit, node.text);
  if (declaration?.kind !== 'variable' || declaration.variable.constant) context.fail(node, `'${node.text}' cannot be assigned.`);
  if (declaration.variable.unit !== context.unit) context.fail(node, `'${node.text}' belongs to another module.`, 'export a function that sets it');
  return { type: moduleVariableType(context, declaration.variable, node), module: declaration.variable };
}

function load(context: FunctionContext, place: Place, node: ts.Node): Value {
  return 'variable' in place ? context.ssa.read(place.variable) : loadModuleVariable(context, place.module, node);
}

function store(context: FunctionContext, place: Place, value: Value, node: ts.Node): void {
  if ('variable' in place) context.ssa.write(place.variable, value);
  else storeModuleVariable(context, place.module, value, node);
}

const FLOAT: Partial<Record<ts.SyntaxKind, string>> = {
  [SyntaxKind.PlusEqualsToken]: 'f64.add', [SyntaxKind.MinusEqualsToken]: 'f64.sub',
  [SyntaxKind.AsteriskEqualsToken]: 'f64.mul', [SyntaxKind.SlashEqualsToken]: 'f64.div',
};

/** `v = x`, and for numbers `v += x`. The result is the value assigned. */
export function emitAssignment(context: FunctionContext, node: ts.BinaryExpression): Value {
  const place = placeOf(context, node.left);
  const { kind } = node.operatorToken;
  if (kind === SyntaxKind.EqualsToken) {
    const value = emitAs(context, node.right, place.type);
    context.at(node);
    store(context, place, value, node);
    return value;
  }
  const op = place.type === 'f64' ? FLOAT[kind] : undefined;
  const name = node.left.getText();
  const type = showType({ kind: 'machine', type: place.type });
  if (!op) context.fail(node, `'${node.operatorToken.getText()}' leaves an unconverted intermediate.`, `write ${name} = ${type}(${name} ${node.operatorToken.getText().slice(0, -1)} …)`);
  const left = load(context, place, node);
  const value = context.ssa.emit(op, 'f64', [left, emitAs(context, node.right, 'f64')]);
  store(context, place, value, node);
  return value;
}

/** `v++` and the like as statements; wraps at the variable's width, which in node must not be reached. */
export function emitStep(context: FunctionContext, node: ts.PrefixUnaryExpression | ts.PostfixUnaryExpression): void {
  const place = placeOf(context, node.operand);
  const { type } = place;
  const step = node.operator === SyntaxKind.PlusPlusToken ? 'add' : 'sub';
  const before = load(context, place, node);
  const { ssa } = context;
  let after: Value;
  if (type === 'f64') after = ssa.emit(`f64.${step}`, 'f64', [before, ssa.emit('f64.const', 'f64', [], { bits: 0x3ff0_0000_0000_0000n })]);
  else if (isWide(type)) after = ssa.emit(`i64.${step}`, 'i64', [before, context.i64(1n)]);
  else if (type === 'u32' || type === 'i32') after = ssa.emit(`i32.${step}`, 'i32', [before, context.i32(1)]);
  else context.fail(node, `${node.getText()} may leave the range of ${type}.`, `write ${node.operand.getText()} = ${type}(${node.operand.getText()} ${step === 'add' ? '+' : '-'} 1)`);
  store(context, place, after, node);
}
