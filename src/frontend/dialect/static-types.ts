/**
 * Static types of dialect expressions, and the rules about unconverted intermediates (docs/dialect.md, "Meaning"). An integer
 * result that JavaScript itself bounds (`a & b`, `a >>> n`, `a % b`) is *exact*: it can be compared without a conversion.
 */
import { ts } from '../typescript.ts';
import { plainConstant } from './constants.ts';
import type { FunctionContext } from './context.ts';
import { INTRINSICS } from './intrinsics.ts';
import { type ModuleVariable, signatureOf } from './source-unit.ts';
import { tableOf } from './tables.ts';
import { INTEGERS, isInteger, isWide, type IntegerType, type MachineType, showType, type StaticType, typeOfAnnotation, type WideType } from './types.ts';

const { SyntaxKind } = ts;

/** Products beyond this are inexact in node: a double has 53 bits. */
const DOUBLE_BITS = 53;

export const machine = (type: MachineType | 'void' | 'never'): StaticType => ({ kind: 'machine', type });

export function typeOf(context: FunctionContext, node: ts.Expression): StaticType {
  let type = context.types.get(node);
  if (!type) {
    type = context.constants.evaluate(node, context.unit, context.localConstant) ?? infer(context, node);
    context.types.set(node, type);
  }
  return type;
}

function infer(context: FunctionContext, node: ts.Expression): StaticType {
  switch (node.kind) {
    case SyntaxKind.ParenthesizedExpression:
    case SyntaxKind.SatisfiesExpression:
    case SyntaxKind.NonNullExpression:
      return typeOf(context, (node as ts.ParenthesizedExpression).expression);
    case SyntaxKind.AsExpression:
      return inferCast(context, node as ts.AsExpression);
    case SyntaxKind.Identifier:
      return inferName(context, node as ts.Identifier);
    case SyntaxKind.CallExpression:
      return inferCall(context, node as ts.CallExpression);
    case SyntaxKind.ElementAccessExpression: {
      const table = tableOf(context, node as ts.ElementAccessExpression);
      return machine(table.type);
    }
    case SyntaxKind.PrefixUnaryExpression:
      return inferPrefix(context, node as ts.PrefixUnaryExpression);
    case SyntaxKind.ConditionalExpression:
      return inferConditional(context, node as ts.ConditionalExpression);
    case SyntaxKind.BinaryExpression:
      return inferBinary(context, node as ts.BinaryExpression);
    default:
      context.fail(node, `${describe(node)} is not in the systems dialect.`);
  }
}

export function describe(node: ts.Node): string {
  const names: Partial<Record<ts.SyntaxKind, string>> = {
    [SyntaxKind.ArrowFunction]: 'A closure',
    [SyntaxKind.FunctionExpression]: 'A closure',
    [SyntaxKind.FunctionDeclaration]: 'A nested function',
    [SyntaxKind.ClassDeclaration]: 'A class',
    [SyntaxKind.ClassExpression]: 'A class',
    [SyntaxKind.ObjectLiteralExpression]: 'An object',
    [SyntaxKind.ArrayLiteralExpression]: 'An array',
    [SyntaxKind.StringLiteral]: 'A string',
    [SyntaxKind.TemplateExpression]: 'A template',
    [SyntaxKind.NoSubstitutionTemplateLiteral]: 'A string',
    [SyntaxKind.TryStatement]: 'Exception handling',
    [SyntaxKind.ThrowStatement]: 'throw (throwValue throws)',
    [SyntaxKind.NewExpression]: 'new',
    [SyntaxKind.ForOfStatement]: 'for-of',
    [SyntaxKind.ForInStatement]: 'for-in',
    [SyntaxKind.PropertyAccessExpression]: 'A property access',
    [SyntaxKind.RegularExpressionLiteral]: 'A regular expression',
    [SyntaxKind.TypeOfExpression]: 'typeof',
    [SyntaxKind.NullKeyword]: 'null',
    [SyntaxKind.ThisKeyword]: 'this',
    [SyntaxKind.AwaitExpression]: 'await',
  };
  return names[node.kind] ?? SyntaxKind[node.kind]!;
}

function inferCast(context: FunctionContext, node: ts.AsExpression): StaticType {
  const inner = typeOf(context, node.expression);
  if (node.type.kind === SyntaxKind.BigIntKeyword || ts.isConstTypeReference(node.type)) return inner;
  const type = typeOfAnnotation(node.type, context.unit.aliases);
  if (!type) context.fail(node.type, 'This is no machine type.');
  const from = inner.kind === 'machine' ? inner.type : null;
  const same = from === type || (from && isWide(from) && isWide(type as WideType)) || (from && isInteger(from) && type === 'f64');
  if (!same) context.fail(node, `A cast does not convert ${showType(inner)} to ${type}.`, `write ${type === 'f64' ? 'f64' : type}(…)`);
  return machine(type);
}

function inferName(context: FunctionContext, node: ts.Identifier): StaticType {
  const local = context.local(node.text);
  if (local) return local.kind === 'constant' ? local.type : machine(local.type);
  const declaration = context.units.resolve(context.unit, node.text);
  if (!declaration) context.fail(node, `'${node.text}' is not declared.`);
  if (declaration.kind !== 'variable') context.fail(node, `'${node.text}' is a function: the systems dialect has no function values.`, "call it, or give it an @symbol and write symbol('name')");
  return machine(moduleVariableType(context, declaration.variable, node));
}

/** The type of a module variable: its annotation's, or that of the conversion that initialises it. */
export function moduleVariableType(context: FunctionContext, variable: ModuleVariable, at: ts.Node): MachineType {
  const { node, unit } = variable;
  const annotated = node.type && typeOfAnnotation(node.type, unit.aliases);
  if (annotated && annotated !== 'void' && annotated !== 'never') return annotated;
  const type = node.initializer && context.constants.evaluate(node.initializer, unit);
  if (type?.kind === 'machine' && type.type !== 'void' && type.type !== 'never') return type.type;
  if (type?.kind === 'literal' && typeof type.constant === 'number') return 'f64';
  context.fail(at, `The variable '${variable.name}' has no constant initialiser of a machine type.`, 'initialise it with a conversion, e.g. u64(0n)');
}

function inferCall(context: FunctionContext, node: ts.CallExpression): StaticType {
  const { expression } = node;
  if (ts.isPropertyAccessExpression(expression) && ts.isIdentifier(expression.expression) && expression.expression.text === 'Math') {
    const { text } = expression.name;
    if (text === 'imul') return { kind: 'number', bits: 32, exact: 'i32' };
    if (text === 'clz32') return { kind: 'number', bits: 6, exact: 'u32' };
    if (text in MATH) return machine('f64');
    context.fail(node, `Math.${text} is not in the systems dialect.`);
  }
  if (!ts.isIdentifier(expression)) context.fail(node, 'A call of the systems dialect names its function.');
  if (expression.text === 'BigInt' && !context.local('BigInt')) {
    const [arg] = node.arguments;
    const type = arg && typeOf(context, arg);
    return { kind: 'bigint', exact: type && signedness(type) === 'unsigned' ? 'u64' : 'i64' };
  }
  if (expression.text === 'Number' && !context.local('Number')) return machine('f64');
  const declaration = context.units.resolve(context.unit, expression.text);
  if (declaration?.kind === 'function') return machine(signatureOf(declaration.function).result);
  if (declaration?.kind !== 'intrinsic') context.fail(expression, `'${expression.text}' is not a function of the systems dialect.`);
  if (Object.hasOwn(INTEGERS, declaration.name)) return machine(declaration.name as IntegerType);
  if (declaration.name === 'f64') return machine('f64');
  const intrinsic = INTRINSICS[declaration.name];
  if (!intrinsic) context.fail(expression, `toro:machine has no compiled '${declaration.name}'.`);
  return machine(intrinsic.result);
}

/** Math functions that are one operation. */
export const MATH: Readonly<Record<string, string>> = {
  sqrt: 'f64.sqrt', abs: 'f64.abs', floor: 'f64.floor', ceil: 'f64.ceil', trunc: 'f64.trunc', fround: 'f64.round32',
};

function inferPrefix(context: FunctionContext, node: ts.PrefixUnaryExpression): StaticType {
  const type = typeOf(context, node.operand);
  switch (node.operator) {
    case SyntaxKind.ExclamationToken:
      return machine('bool');
    case SyntaxKind.MinusToken:
      if (isF64(type)) return type;
      if (isNumber(type)) return { kind: 'number', bits: bitsOf(type) + 1 };
      if (isBigInt(type)) return { kind: 'bigint' };
      break;
    case SyntaxKind.TildeToken:
      if (isNumber(type)) return { kind: 'number', bits: 32, exact: 'i32' };
      if (isBigInt(type)) return exactBigInt(type) === 'i64' ? { kind: 'bigint', exact: 'i64' } : { kind: 'bigint' };
      break;
  }
  context.fail(node, `This operator does not apply to ${showType(type)}.`);
}

function inferConditional(context: FunctionContext, node: ts.ConditionalExpression): StaticType {
  const left = typeOf(context, node.whenTrue);
  const right = typeOf(context, node.whenFalse);
  if (left.kind === 'machine' && left.type === 'never') return right;
  if (right.kind === 'machine' && right.type === 'never') return left;
  if (left.kind === 'machine' && right.kind === 'machine' && left.type === right.type) return machine(left.type);
  if (isF64(left) || isF64(right)) return machine('f64');
  if (left.kind === 'machine' && right.kind === 'literal') return machine(left.type);
  if (right.kind === 'machine' && left.kind === 'literal') return machine(right.type);
  if (isNumber(left) && isNumber(right)) return { kind: 'number', bits: Math.max(bitsOf(left), bitsOf(right)) };
  if (isBigInt(left) && isBigInt(right)) return { kind: 'bigint' };
  context.fail(node, `The alternatives have different types, ${showType(left)} and ${showType(right)}.`);
}

const COMPARISONS = new Set([
  SyntaxKind.EqualsEqualsEqualsToken, SyntaxKind.ExclamationEqualsEqualsToken, SyntaxKind.LessThanToken,
  SyntaxKind.LessThanEqualsToken, SyntaxKind.GreaterThanToken, SyntaxKind.GreaterThanEqualsToken,
]);

function inferBinary(context: FunctionContext, node: ts.BinaryExpression): StaticType {
  const { kind } = node.operatorToken;
  if (COMPARISONS.has(kind) || kind === SyntaxKind.AmpersandAmpersandToken || kind === SyntaxKind.BarBarToken) return machine('bool');
  if (kind === SyntaxKind.EqualsToken) return typeOf(context, node.left);
  if (kind >= SyntaxKind.FirstCompoundAssignment && kind <= SyntaxKind.LastCompoundAssignment) return typeOf(context, node.left);
  const left = typeOf(context, node.left);
  const right = typeOf(context, node.right);
  if (isF64(left) || isF64(right)) return inferFloat(context, node, left, right);
  if (isNumber(left) && isNumber(right)) return inferNumbers(context, node, left, right);
  if (isBigInt(left) && isBigInt(right)) return inferBigInts(context, node, left, right);
  context.fail(node, `The operator '${node.operatorToken.getText()}' does not apply to ${showType(left)} and ${showType(right)}.`);
}

function inferFloat(context: FunctionContext, node: ts.BinaryExpression, left: StaticType, right: StaticType): StaticType {
  for (const [side, type] of [[node.left, left], [node.right, right]] as const) {
    const fits = isF64(type) || (type.kind === 'machine' && isInteger(type.type)) || (type.kind === 'literal' && typeof type.constant === 'number');
    if (!fits) context.fail(side, `${capital(showType(type))} stands beside a number.`, 'convert it with f64(…)');
  }
  const { kind } = node.operatorToken;
  if (kind !== SyntaxKind.PlusToken && kind !== SyntaxKind.MinusToken && kind !== SyntaxKind.AsteriskToken && kind !== SyntaxKind.SlashToken)
    context.fail(node, `The operator '${node.operatorToken.getText()}' of numbers is not in the systems dialect.`, 'convert the operands to integers');
  return machine('f64');
}

function inferNumbers(context: FunctionContext, node: ts.BinaryExpression, left: StaticType, right: StaticType): StaticType {
  switch (node.operatorToken.kind) {
    case SyntaxKind.PlusToken:
    case SyntaxKind.MinusToken:
      return { kind: 'number', bits: Math.max(bitsOf(left), bitsOf(right)) + 1 };
    case SyntaxKind.AsteriskToken: {
      const bits = bitsOf(left) + bitsOf(right);
      if (bits > DOUBLE_BITS) context.fail(node, 'This product may need more than the 53 bits of a double.', 'write u32(Math.imul(a, b)), or multiply as u64');
      return { kind: 'number', bits };
    }
    case SyntaxKind.SlashToken:
      requireConverted(context, node, left, right);
      return { kind: 'quotient', signed: divisionIsSigned(context, node, left, right) };
    case SyntaxKind.PercentToken:
      requireConverted(context, node, left, right);
      return { kind: 'number', bits: bitsOf(left), exact: divisionIsSigned(context, node, left, right) ? 'i32' : 'u32' };
    case SyntaxKind.AmpersandToken: {
      const mask = Math.max(nonNegative(left), nonNegative(right));
      return mask >= 0 ? { kind: 'number', bits: 32, exact: 'u32' } : { kind: 'number', bits: 32, exact: 'i32' };
    }
    case SyntaxKind.BarToken:
    case SyntaxKind.CaretToken:
    case SyntaxKind.LessThanLessThanToken:
      return { kind: 'number', bits: 32, exact: 'i32' };
    case SyntaxKind.GreaterThanGreaterThanToken:
      requireConverted(context, node, left);
      return { kind: 'number', bits: 32, exact: 'i32' };
    case SyntaxKind.GreaterThanGreaterThanGreaterThanToken:
      requireConverted(context, node, left);
      return { kind: 'number', bits: 32, exact: 'u32' };
    default:
      context.fail(node, `The operator '${node.operatorToken.getText()}' is not in the systems dialect.`);
  }
}

/** Whether / or % of two converted operands is signed. */
export function divisionIsSigned(context: FunctionContext, node: ts.BinaryExpression, left: StaticType, right: StaticType): boolean {
  const signs = [left, right].filter((type) => type.kind !== 'literal' || type.constant < 0).map(signedness);
  if (new Set(signs).size > 1)
    context.fail(node, `A signed and an unsigned operand of '${node.operatorToken.getText()}'.`, 'convert both to u32 or both to i32');
  return signs[0] === 'signed';
}

/** A mask whose sign bit is clear makes the result non-negative, signed or not. */
function nonNegative(type: StaticType): number {
  const constant = plainConstant(type);
  return typeof constant === 'number' && constant >= 0 && constant < 2 ** 31 ? constant : -1;
}

function inferBigInts(context: FunctionContext, node: ts.BinaryExpression, left: StaticType, right: StaticType): StaticType {
  const a = exactBigInt(left, right);
  const b = exactBigInt(right, left);
  switch (node.operatorToken.kind) {
    case SyntaxKind.PlusToken:
    case SyntaxKind.MinusToken:
    case SyntaxKind.AsteriskToken:
    case SyntaxKind.LessThanLessThanToken:
      return { kind: 'bigint' };
    case SyntaxKind.SlashToken:
    case SyntaxKind.PercentToken:
      requireConverted(context, node, left, right);
      if (a !== b)
        context.fail(node, `${capital(showType(left))} and ${showType(right)} divide differently.`, 'convert both to u64 or both to i64');
      return { kind: 'bigint', exact: a! };
    case SyntaxKind.AmpersandToken:
      if (a === 'u64' || b === 'u64') return { kind: 'bigint', exact: 'u64' };
      return a && b ? { kind: 'bigint', exact: 'i64' } : { kind: 'bigint' };
    case SyntaxKind.BarToken:
    case SyntaxKind.CaretToken:
      return a && a === b ? { kind: 'bigint', exact: a } : { kind: 'bigint' };
    case SyntaxKind.GreaterThanGreaterThanToken:
      requireConverted(context, node, left);
      return { kind: 'bigint', exact: a! };
    default:
      context.fail(node, `The operator '${node.operatorToken.getText()}' is not in the systems dialect.`);
  }
}

/** Refuses intermediates where node would go on with a value that machine arithmetic has wrapped. */
export function requireConverted(context: FunctionContext, node: ts.BinaryExpression, ...types: StaticType[]): void {
  if (types.some(isUnconverted))
    context.fail(node, `An operand of '${node.operatorToken.getText()}' is an unconverted intermediate.`, 'convert it first: u32(…), i32(…), u64(…) …');
}

export function isUnconverted(type: StaticType): boolean {
  return type.kind === 'quotient' || ((type.kind === 'number' || type.kind === 'bigint') && !type.exact);
}

export function isF64(type: StaticType): boolean {
  return type.kind === 'machine' && type.type === 'f64';
}

/** Number-typed in node and no double: machine integers up to 32 bits, their intermediates, integral literals. */
export function isNumber(type: StaticType): boolean {
  if (type.kind === 'literal') return typeof type.constant === 'number' && Number.isInteger(type.constant);
  return type.kind === 'number' || type.kind === 'quotient' || (type.kind === 'machine' && isInteger(type.type));
}

export function isBigInt(type: StaticType): boolean {
  if (type.kind === 'literal') return typeof type.constant === 'bigint';
  return type.kind === 'bigint' || (type.kind === 'machine' && isWide(type.type));
}

/** Bits of the magnitude in node. */
function bitsOf(type: StaticType): number {
  if (type.kind === 'literal') return Math.ceil(Math.log2(Math.abs(Number(type.constant)) + 1));
  if (type.kind === 'number') return type.bits;
  return type.kind === 'machine' && isInteger(type.type) ? INTEGERS[type.type].bits : DOUBLE_BITS;
}

/** Which 32-bit integers the values of a converted operand are. Literals fit either when they are small. */
export function signedness(type: StaticType): 'signed' | 'unsigned' {
  if (type.kind === 'literal') return type.constant < 0 ? 'signed' : 'unsigned';
  if (type.kind === 'number') return type.exact === 'u32' ? 'unsigned' : 'signed';
  if (type.kind === 'quotient') return type.signed ? 'signed' : 'unsigned';
  return type.kind === 'machine' && type.type in INTEGERS && !INTEGERS[type.type as IntegerType].signed ? 'unsigned' : 'signed';
}

/**
 * Which 64-bit integers the values of a converted operand are; undefined: it is unconverted. A literal is what its `partner` is,
 * where it fits.
 */
export function exactBigInt(type: StaticType, partner?: StaticType): 'u64' | 'i64' | undefined {
  if (type.kind === 'literal') {
    if (type.constant < 0) return 'i64';
    return partner && partner.kind !== 'literal' && exactBigInt(partner) === 'i64' && type.constant < 2n ** 63n ? 'i64' : 'u64';
  }
  if (type.kind === 'bigint') return type.exact;
  return type.kind === 'machine' && type.type === 'i64' ? 'i64' : 'u64';
}

function capital(text: string): string {
  return text[0]!.toUpperCase() + text.slice(1);
}
