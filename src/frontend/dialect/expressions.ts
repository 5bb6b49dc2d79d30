/** Expressions of a machine type, by syntax kind. */
import type { Value } from '../../ir/function.ts';
import type { Rep } from '../../ir/rep.ts';
import { ts } from '../typescript.ts';
import { emitAssignment } from './assignments.ts';
import { emitCall } from './calls.ts';
import { emitComparison } from './comparisons.ts';
import { emitCondition } from './conditions.ts';
import { constantOf } from './constants.ts';
import type { FunctionContext } from './context.ts';
import { integerToFloat } from './conversions.ts';
import { unwrap } from './integers.ts';
import { loadModuleVariable } from './module-variables.ts';
import { describe, isF64, signedness, typeOf } from './static-types.ts';
import { bitsOfConstant, emitTableAccess } from './tables.ts';
import { type Constant, isInteger, isWide, type MachineType, repOf, showType } from './types.ts';

const { SyntaxKind } = ts;

/** The expression's value where a `want` is expected: an argument, an initialiser, a result. */
export function emitAs(context: FunctionContext, node: ts.Expression, want: MachineType): Value {
  const type = typeOf(context, node);
  context.at(node);
  const constant = constantOf(type);
  if (type.kind === 'literal' || (type.kind === 'machine' && constant !== undefined)) {
    if (!constantFits(type.kind === 'machine' ? type.type : null, constant!, want))
      context.fail(node, `${showType(type)} is not assignable to ${showMachine(want)}.`, `write ${showMachine(want)}(…)`);
    return emitConstant(context, want, constant!);
  }
  if (type.kind !== 'machine') context.fail(node, 'An unconverted intermediate.', `convert it: ${showMachine(want)}(…)`);
  const value = emitMachine(context, node);
  if (type.type === want) return value;
  if (type.type === 'never') return value;
  if (want === 'f64' && isInteger(type.type)) return integerToFloat(context, value, signedness(type) === 'signed');
  context.fail(node, `${showType(type)} is not assignable to ${showMachine(want)}.`, `write ${showMachine(want)}(…)`);
}

function showMachine(type: MachineType): string {
  return showType({ kind: 'machine', type });
}

function constantFits(from: string | null, constant: Constant, want: MachineType): boolean {
  if (from === want) return true;
  if (typeof constant === 'object' || typeof constant === 'boolean') return false;
  if (typeof constant === 'bigint') return from === null && (isWide(want) || want === 'value' || want === 'ref');
  return want === 'f64' || (from === null && isInteger(want) && Number.isInteger(constant));
}

export function emitConstant(context: FunctionContext, type: MachineType, constant: Constant): Value {
  const { ssa } = context;
  if (typeof constant === 'object') {
    if ('symbol' in constant) return ssa.emit('symbol.addr', 'i64', [], { symbol: constant.symbol });
    return ssa.emit('ref.static', 'ref', [], { symbol: `text:${constant.text}`, text: constant.text });
  }
  switch (type) {
    case 'bool':
      return ssa.emit('bool.const', 'bool', [], { value: Boolean(constant) });
    case 'f64':
      return ssa.emit('f64.const', 'f64', [], { bits: bitsOfConstant('f64', constant) });
    case 'value':
      return ssa.emit('value.const', 'value', [], { bits: bitsOfConstant('value', constant) });
    case 'ref':
      return ssa.emit('ref.frombits', 'ref', [context.i64(BigInt(constant))]);
    default:
      return isWide(type) ? context.i64(BigInt(constant)) : context.i32(Number(constant));
  }
}

/** The value of an expression whose static type is a machine type. */
export function emitMachine(context: FunctionContext, node: ts.Expression): Value {
  const type = typeOf(context, node);
  const constant = constantOf(type);
  if (type.kind === 'machine' && constant !== undefined) return emitConstant(context, type.type as MachineType, constant);
  const inner = unwrap(node);
  context.at(inner);
  switch (inner.kind) {
    case SyntaxKind.Identifier:
      return emitName(context, inner as ts.Identifier);
    case SyntaxKind.CallExpression: {
      const result = emitCall(context, inner as ts.CallExpression);
      return result ?? emitUnreachableValue(context, node);
    }
    case SyntaxKind.ElementAccessExpression:
      return emitTableAccess(context, inner as ts.ElementAccessExpression);
    case SyntaxKind.ConditionalExpression: {
      const want = (type as { type: MachineType }).type;
      return emitConditionalValue(context, inner as ts.ConditionalExpression, repOf(want), (arm) => emitAs(context, arm, want));
    }
    case SyntaxKind.PrefixUnaryExpression:
      return emitPrefix(context, inner as ts.PrefixUnaryExpression);
    case SyntaxKind.BinaryExpression:
      return emitBinary(context, inner as ts.BinaryExpression);
    default:
      context.fail(inner, `${describe(inner)} is not in the systems dialect.`);
  }
}

/** What stands for the result of a call that does not return, in code that is removed. */
function emitUnreachableValue(context: FunctionContext, node: ts.Expression): Value {
  const type = typeOf(context, node);
  if (type.kind !== 'machine' || type.type !== 'never') context.fail(node, 'This call has no result.');
  return emitConstant(context, context.signature.result === 'void' || context.signature.result === 'never' ? 'bool' : context.signature.result, context.signature.result === 'bool' ? false : 0);
}

function emitName(context: FunctionContext, node: ts.Identifier): Value {
  const local = context.local(node.text);
  if (local?.kind === 'variable') return context.ssa.read(local.variable);
  const declaration = context.units.resolve(context.unit, node.text);
  if (declaration?.kind !== 'variable') context.fail(node, `'${node.text}' is no variable.`);
  if (declaration.variable.constant) context.fail(node, `'${node.text}' has no constant initialiser.`, 'module constants are folded; a `let` has storage');
  return loadModuleVariable(context, declaration.variable, node);
}

let temporaries = 0;

/** `c ? a : b` with each alternative evaluated on its own path. */
export function emitConditionalValue(context: FunctionContext, node: ts.ConditionalExpression, rep: Rep, emitArm: (arm: ts.Expression) => Value): Value {
  const { ssa } = context;
  const result = { name: `?${temporaries++}`, rep };
  const [then, otherwise, join] = [ssa.newBlock(), ssa.newBlock(), ssa.newBlock()];
  emitCondition(context, node.condition, then, otherwise);
  for (const [block, arm] of [[then, node.whenTrue], [otherwise, node.whenFalse]] as const) {
    ssa.startSealed(block);
    ssa.write(result, emitArm(arm));
    ssa.jump(join);
  }
  ssa.startSealed(join);
  return ssa.read(result);
}

function emitPrefix(context: FunctionContext, node: ts.PrefixUnaryExpression): Value {
  if (node.operator === SyntaxKind.ExclamationToken) return context.ssa.emit('bool.not', 'bool', [emitAs(context, node.operand, 'bool')]);
  return context.ssa.emit('f64.neg', 'f64', [emitAs(context, node.operand, 'f64')]);
}

const FLOAT: Partial<Record<ts.SyntaxKind, string>> = {
  [SyntaxKind.PlusToken]: 'f64.add', [SyntaxKind.MinusToken]: 'f64.sub',
  [SyntaxKind.AsteriskToken]: 'f64.mul', [SyntaxKind.SlashToken]: 'f64.div',
};

function emitBinary(context: FunctionContext, node: ts.BinaryExpression): Value {
  const { kind } = node.operatorToken;
  if (kind === SyntaxKind.EqualsToken || (kind >= SyntaxKind.FirstCompoundAssignment && kind <= SyntaxKind.LastCompoundAssignment))
    return emitAssignment(context, node);
  if (kind === SyntaxKind.AmpersandAmpersandToken || kind === SyntaxKind.BarBarToken) return emitLogical(context, node);
  const float = isF64(typeOf(context, node)) ? FLOAT[kind] : undefined;
  if (!float) return emitComparison(context, node);
  const left = emitAs(context, node.left, 'f64');
  const right = emitAs(context, node.right, 'f64');
  context.at(node);
  return context.ssa.emit(float, 'f64', [left, right]);
}

/** A boolean value made by control flow. */
function emitLogical(context: FunctionContext, node: ts.BinaryExpression): Value {
  const { ssa } = context;
  const result = { name: `&&${temporaries++}`, rep: 'bool' as const };
  const [yes, no, join] = [ssa.newBlock(), ssa.newBlock(), ssa.newBlock()];
  emitCondition(context, node, yes, no);
  for (const [block, value] of [[yes, true], [no, false]] as const) {
    ssa.startSealed(block);
    ssa.write(result, ssa.emit('bool.const', 'bool', [], { value }));
    ssa.jump(join);
  }
  ssa.startSealed(join);
  return ssa.read(result);
}
