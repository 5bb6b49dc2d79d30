/**
 * Integer expressions modulo 2^width. Because additions, subtractions and products of converted operands are exact in node
 * (static-types.ts sees to it), computing them modulo the width that the conversion keeps gives the same bits.
 */
import type { Value } from '../../ir/function.ts';
import { ts } from '../typescript.ts';
import { plainConstant } from './constants.ts';
import type { FunctionContext } from './context.ts';
import { emitConditionalValue, emitMachine } from './expressions.ts';
import { divisionIsSigned, exactBigInt, isBigInt, isNumber, signedness, typeOf } from './static-types.ts';
import { showType } from './types.ts';

const { SyntaxKind } = ts;
type Width = 32 | 64;

/** The value of a number-typed integer expression modulo 2^width, in i32 or i64. */
export function emitInteger(context: FunctionContext, node: ts.Expression, width: Width): Value {
  const type = typeOf(context, node);
  const constant = plainConstant(type);
  if (typeof constant === 'number') return width === 64 ? context.i64(BigInt(Math.trunc(constant))) : context.i32(Number(BigInt.asIntN(32, BigInt(Math.trunc(constant)))));
  if (!isNumber(type)) context.fail(node, `An integer of at most 32 bits is expected here, not ${showType(type)}.`, 'convert it, e.g. with u32(…)');
  const inner = unwrap(node);
  if (type.kind === 'machine') return extend(context, emitMachine(context, inner), signedness(type) === 'signed', width);
  context.at(node);
  if (ts.isConditionalExpression(inner))
    return emitConditionalValue(context, inner, width === 64 ? 'i64' : 'i32', (arm) => emitInteger(context, arm, width));
  if (ts.isPrefixUnaryExpression(inner)) return emitPrefix(context, inner, width);
  if (ts.isCallExpression(inner)) return emitMathCall(context, inner, width);
  if (ts.isBinaryExpression(inner)) return emitBinary(context, inner, width);
  context.fail(node, 'This is not an integer expression of the systems dialect.');
}

export function unwrap(node: ts.Expression): ts.Expression {
  let inner = node;
  while (ts.isParenthesizedExpression(inner) || ts.isAsExpression(inner) || ts.isNonNullExpression(inner) || ts.isSatisfiesExpression(inner)) inner = inner.expression;
  return inner;
}

export function extend(context: FunctionContext, value: Value, signed: boolean, width: Width): Value {
  return width === 32 ? value : context.ssa.emit(signed ? 'i32.sext64' : 'i32.zext64', 'i64', [value]);
}

function emitPrefix(context: FunctionContext, node: ts.PrefixUnaryExpression, width: Width): Value {
  if (node.operator === SyntaxKind.MinusToken) return context.ssa.emit(`i${width}.neg`, `i${width}`, [emitInteger(context, node.operand, width)]);
  // ~ converts to int32 first: its result is one.
  return extend(context, context.ssa.emit('i32.not', 'i32', [emitInteger(context, node.operand, 32)]), true, width);
}

function emitMathCall(context: FunctionContext, node: ts.CallExpression, width: Width): Value {
  const args = node.arguments.map((arg) => emitInteger(context, arg, 32));
  context.at(node);
  const clz = (node.expression as ts.PropertyAccessExpression).name.text === 'clz32';
  return extend(context, context.ssa.emit(clz ? 'i32.ctlz' : 'i32.mul', 'i32', args), !clz, width);
}

const RING: Partial<Record<ts.SyntaxKind, string>> = {
  [SyntaxKind.PlusToken]: 'add', [SyntaxKind.MinusToken]: 'sub', [SyntaxKind.AsteriskToken]: 'mul',
};

const INT32: Partial<Record<ts.SyntaxKind, string>> = {
  [SyntaxKind.AmpersandToken]: 'and', [SyntaxKind.BarToken]: 'or', [SyntaxKind.CaretToken]: 'xor',
  [SyntaxKind.LessThanLessThanToken]: 'shl', [SyntaxKind.GreaterThanGreaterThanToken]: 'sar',
  [SyntaxKind.GreaterThanGreaterThanGreaterThanToken]: 'shr',
};

function emitBinary(context: FunctionContext, node: ts.BinaryExpression, width: Width): Value {
  const { kind } = node.operatorToken;
  const ring = RING[kind];
  if (ring) {
    const left = emitInteger(context, node.left, width);
    const right = emitInteger(context, node.right, width);
    context.at(node);
    return context.ssa.emit(`i${width}.${ring}`, `i${width}`, [left, right]);
  }
  const type = typeOf(context, node);
  const left = emitInteger(context, node.left, 32);
  const right = emitInteger(context, node.right, 32);
  context.at(node);
  const int32 = INT32[kind];
  const unsigned = type.kind === 'number' && type.exact === 'u32';
  if (int32) return extend(context, context.ssa.emit(`i32.${int32}`, 'i32', [left, right]), !unsigned, width);
  const signed = divisionIsSigned(context, node, typeOf(context, node.left), typeOf(context, node.right));
  const op = kind === SyntaxKind.SlashToken ? 'div' : 'rem';
  return extend(context, context.ssa.emit(`i32.${op}_${signed ? 's' : 'u'}`, 'i32', [left, right]), signed, width);
}

const WIDE: Partial<Record<ts.SyntaxKind, string>> = {
  [SyntaxKind.PlusToken]: 'add', [SyntaxKind.MinusToken]: 'sub', [SyntaxKind.AsteriskToken]: 'mul',
  [SyntaxKind.AmpersandToken]: 'and', [SyntaxKind.BarToken]: 'or', [SyntaxKind.CaretToken]: 'xor',
  [SyntaxKind.LessThanLessThanToken]: 'shl',
};

/** The value of a bigint-typed expression modulo 2^64, in i64. */
export function emitWide(context: FunctionContext, node: ts.Expression): Value {
  const type = typeOf(context, node);
  const constant = plainConstant(type);
  if (typeof constant === 'bigint') return context.i64(constant);
  if (!isBigInt(type)) context.fail(node, `A 64-bit integer is expected here, not ${showType(type)}.`, 'convert it, e.g. with u64(…)');
  const inner = unwrap(node);
  if (type.kind === 'machine') return emitMachine(context, inner);
  context.at(node);
  if (ts.isConditionalExpression(inner)) return emitConditionalValue(context, inner, 'i64', (arm) => emitWide(context, arm));
  if (ts.isCallExpression(inner)) return emitBigIntOf(context, inner);
  if (ts.isPrefixUnaryExpression(inner)) {
    const op = inner.operator === SyntaxKind.MinusToken ? 'i64.neg' : 'i64.not';
    return context.ssa.emit(op, 'i64', [emitWide(context, inner.operand)]);
  }
  if (!ts.isBinaryExpression(inner)) context.fail(node, 'This is not an integer expression of the systems dialect.');
  return emitWideBinary(context, inner);
}

/** `BigInt(x)` of a number-typed integer. */
function emitBigIntOf(context: FunctionContext, node: ts.CallExpression): Value {
  return emitInteger(context, node.arguments[0]!, 64);
}

function emitWideBinary(context: FunctionContext, node: ts.BinaryExpression): Value {
  const { kind } = node.operatorToken;
  const left = emitWide(context, node.left);
  const right = emitWide(context, node.right);
  context.at(node);
  const shift = kind === SyntaxKind.LessThanLessThanToken || kind === SyntaxKind.GreaterThanGreaterThanToken;
  const count = plainConstant(typeOf(context, node.right));
  if (shift && typeof count === 'bigint' && (count < 0n || count > 63n)) context.fail(node.right, 'A shift count lies between 0 and 63.');
  const op = WIDE[kind];
  if (op) return context.ssa.emit(`i64.${op}`, 'i64', [left, right]);
  const signed = exactBigInt(typeOf(context, node.left), typeOf(context, node.right)) === 'i64';
  if (kind === SyntaxKind.GreaterThanGreaterThanToken) return context.ssa.emit(signed ? 'i64.sar' : 'i64.shr', 'i64', [left, right]);
  return context.ssa.emit(`i64.${kind === SyntaxKind.SlashToken ? 'div' : 'rem'}_${signed ? 's' : 'u'}`, 'i64', [left, right]);
}
