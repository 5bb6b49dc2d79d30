/** Comparisons: of converted integers (mixed signs in 64 bits, so that they mean what they mean in node), numbers, references. */
import type { Value } from '../../ir/function.ts';
import { ts } from '../typescript.ts';
import type { FunctionContext } from './context.ts';
import { emitAs, emitMachine } from './expressions.ts';
import { emitInteger, emitWide } from './integers.ts';
import { exactBigInt, isBigInt, isF64, isNumber, requireConverted, signedness, typeOf } from './static-types.ts';
import { showType, type StaticType } from './types.ts';

const { SyntaxKind } = ts;

const CONDITIONS: Partial<Record<ts.SyntaxKind, string>> = {
  [SyntaxKind.EqualsEqualsEqualsToken]: 'eq', [SyntaxKind.ExclamationEqualsEqualsToken]: 'ne',
  [SyntaxKind.LessThanToken]: 'lt', [SyntaxKind.LessThanEqualsToken]: 'le',
  [SyntaxKind.GreaterThanToken]: 'gt', [SyntaxKind.GreaterThanEqualsToken]: 'ge',
};

export function emitComparison(context: FunctionContext, node: ts.BinaryExpression): Value {
  const condition = CONDITIONS[node.operatorToken.kind];
  if (!condition) context.fail(node.operatorToken, `The operator '${node.operatorToken.getText()}' is not in the systems dialect.`, 'write === or !==');
  const left = typeOf(context, node.left);
  const right = typeOf(context, node.right);
  if (isF64(left) || isF64(right)) {
    const operands = [emitAs(context, node.left, 'f64'), emitAs(context, node.right, 'f64')];
    context.at(node);
    return context.ssa.emit(`f64.${condition}`, 'bool', operands);
  }
  requireConverted(context, node, left, right);
  if (isNumber(left) && isNumber(right)) return compareNumbers(context, node, condition, left, right);
  if (isBigInt(left) && isBigInt(right)) return compareBigInts(context, node, condition, left, right);
  const equality = condition === 'eq' || condition === 'ne';
  if (left.kind === 'machine' && equality) return compareIdentity(context, node, condition === 'ne', left, right);
  context.fail(node, `${showType(left)} and ${showType(right)} cannot be compared.`);
}

function signedName(condition: string, signed: boolean): string {
  return condition === 'eq' || condition === 'ne' ? condition : `${condition}_${signed ? 's' : 'u'}`;
}

function compareNumbers(context: FunctionContext, node: ts.BinaryExpression, condition: string, left: StaticType, right: StaticType): Value {
  const [a, b] = [signs(left), signs(right)];
  const signed = a.includes('signed') && b.includes('signed');
  const unsigned = a.includes('unsigned') && b.includes('unsigned');
  const width = signed || unsigned ? 32 : 64;
  const operands = [emitInteger(context, node.left, width), emitInteger(context, node.right, width)];
  context.at(node);
  return context.ssa.emit(`i${width}.${signedName(condition, !unsigned)}`, 'bool', operands);
}

/** Which 32-bit interpretations hold all values of the type; small literals and types fit both. */
function signs(type: StaticType): string[] {
  if (type.kind === 'literal') {
    const fits: string[] = [];
    if (type.constant >= 0 && type.constant < 2 ** 32) fits.push('unsigned');
    if (type.constant >= -(2 ** 31) && type.constant < 2 ** 31) fits.push('signed');
    return fits;
  }
  if (type.kind === 'machine' && (type.type === 'u8' || type.type === 'u16')) return ['unsigned', 'signed'];
  return [signedness(type)];
}

function compareBigInts(context: FunctionContext, node: ts.BinaryExpression, condition: string, left: StaticType, right: StaticType): Value {
  const [a, b] = [exactBigInt(left, right), exactBigInt(right, left)];
  const equality = condition === 'eq' || condition === 'ne';
  if (a !== b) context.fail(node, `${showType(left)} and ${showType(right)} are compared${equality ? '' : ' in order'}, but differ in sign.`, 'convert both to u64 or both to i64');
  const operands = [emitWide(context, node.left), emitWide(context, node.right)];
  context.at(node);
  return context.ssa.emit(`i64.${signedName(condition, a === 'i64')}`, 'bool', operands);
}

/** Booleans, references and boxed values by their bits; a reference may be compared with 0n, a boxed value with its pattern. */
function compareIdentity(context: FunctionContext, node: ts.BinaryExpression, negate: boolean, left: StaticType & { kind: 'machine' }, right: StaticType): Value {
  const { ssa } = context;
  const { type } = left;
  const literal = right.kind === 'literal' && typeof right.constant === 'bigint' ? right.constant : undefined;
  let equal: Value;
  if (type === 'ref' && literal !== undefined) {
    const bits = ssa.emit('ref.bits', 'i64', [emitMachine(context, node.left)]);
    equal = ssa.emit('i64.eq', 'bool', [bits, context.i64(literal)]);
  } else if (type === 'value' && literal !== undefined) {
    equal = ssa.emit('value.is', 'bool', [emitMachine(context, node.left)], { bits: literal });
  } else if ((type === 'ref' || type === 'value' || type === 'bool') && right.kind === 'machine' && right.type === type) {
    const operands = [emitAs(context, node.left, type), emitAs(context, node.right, type)];
    context.at(node);
    equal = ssa.emit(type === 'value' ? 'value.eqbits' : `${type}.eq`, 'bool', operands);
  } else context.fail(node, `${showType(left)} and ${showType(right)} cannot be compared.`);
  return negate ? ssa.emit('bool.not', 'bool', [equal]) : equal;
}
