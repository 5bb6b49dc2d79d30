/** Values of enum members where they are constants: `Color.Red`, `Color['Red']`. The same rules as the checker's, without it. */
import type { Binding } from '../scopes/bindings.ts';
import { skipOuter } from '../scopes/binder.ts';
import { ts } from '../typescript.ts';
import type { FileLowering } from './context.ts';

const { SyntaxKind } = ts;

type EnumValue = number | string;

/** The constant that a member access is; undefined: it is none. */
export function evaluateEnumMember(unit: FileLowering, node: ts.Expression): EnumValue | undefined {
  const access = skipOuter(node);
  let name: string;
  if (ts.isPropertyAccessExpression(access)) name = access.name.text;
  else if (ts.isElementAccessExpression(access) && ts.isStringLiteralLike(access.argumentExpression)) name = access.argumentExpression.text;
  else return undefined;
  const declaration = enumOf(unit, access.expression);
  return declaration && enumValues(unit, declaration).get(name);
}

function enumOf(unit: FileLowering, node: ts.Expression): ts.EnumDeclaration | undefined {
  const inner = skipOuter(node);
  if (!ts.isIdentifier(inner)) return undefined;
  const binding: Binding | undefined = unit.file.meaning.get(inner);
  if (binding?.kind === 'enum') return binding.node as ts.EnumDeclaration;
  if (binding?.kind !== 'import') return undefined;
  const target = unit.linkage.imported(binding);
  return target.kind === 'global' ? target.enumeration : undefined;
}

const known = new WeakMap<ts.EnumDeclaration, Map<string, EnumValue | undefined>>();

/** Values by member name; undefined for computed ones. */
export function enumValues(unit: FileLowering, node: ts.EnumDeclaration): Map<string, EnumValue | undefined> {
  const found = known.get(node);
  if (found) return found;
  const values = new Map<string, EnumValue | undefined>();
  known.set(node, values);
  let next: number | undefined = 0;
  for (const member of node.members) {
    const value: EnumValue | undefined = member.initializer ? evaluate(unit, member.initializer, values) : next;
    values.set(memberText(member), value);
    next = typeof value === 'number' ? value + 1 : undefined;
  }
  return values;
}

export function memberText(member: ts.EnumMember): string {
  return (member.name as ts.Identifier | ts.StringLiteral).text;
}

function evaluate(unit: FileLowering, expression: ts.Expression, members: ReadonlyMap<string, EnumValue | undefined>): EnumValue | undefined {
  // The checker looks through parentheses only: a cast makes a member computed.
  let node = expression;
  while (ts.isParenthesizedExpression(node)) node = node.expression;
  if (ts.isNumericLiteral(node)) return Number(node.text);
  if (ts.isStringLiteralLike(node)) return node.text;
  if (ts.isIdentifier(node)) return members.has(node.text) ? members.get(node.text) : node.text === 'NaN' || node.text === 'Infinity' ? Number(node.text) : undefined;
  if (ts.isPropertyAccessExpression(node) || ts.isElementAccessExpression(node)) return evaluateEnumMember(unit, node);
  if (ts.isPrefixUnaryExpression(node)) {
    const operand = evaluate(unit, node.operand, members);
    if (typeof operand !== 'number') return undefined;
    if (node.operator === SyntaxKind.MinusToken) return -operand;
    if (node.operator === SyntaxKind.PlusToken) return operand;
    return node.operator === SyntaxKind.TildeToken ? ~operand : undefined;
  }
  if (ts.isTemplateExpression(node)) {
    let text = node.head.text;
    for (const span of node.templateSpans) {
      const value = evaluate(unit, span.expression, members);
      if (value === undefined) return undefined;
      text += String(value) + span.literal.text;
    }
    return text;
  }
  if (!ts.isBinaryExpression(node)) return undefined;
  const left = evaluate(unit, node.left, members);
  const right = evaluate(unit, node.right, members);
  if (left === undefined || right === undefined) return undefined;
  if (node.operatorToken.kind === SyntaxKind.PlusToken && (typeof left === 'string' || typeof right === 'string')) return String(left) + String(right);
  return typeof left === 'number' && typeof right === 'number' ? OPERATORS[node.operatorToken.kind]?.(left, right) : undefined;
}

const OPERATORS: Partial<Record<ts.SyntaxKind, (a: number, b: number) => number>> = {
  [SyntaxKind.PlusToken]: (a, b) => a + b,
  [SyntaxKind.MinusToken]: (a, b) => a - b,
  [SyntaxKind.AsteriskToken]: (a, b) => a * b,
  [SyntaxKind.SlashToken]: (a, b) => a / b,
  [SyntaxKind.PercentToken]: (a, b) => a % b,
  [SyntaxKind.AsteriskAsteriskToken]: (a, b) => a ** b,
  [SyntaxKind.AmpersandToken]: (a, b) => a & b,
  [SyntaxKind.BarToken]: (a, b) => a | b,
  [SyntaxKind.CaretToken]: (a, b) => a ^ b,
  [SyntaxKind.LessThanLessThanToken]: (a, b) => a << b,
  [SyntaxKind.GreaterThanGreaterThanToken]: (a, b) => a >> b,
  [SyntaxKind.GreaterThanGreaterThanGreaterThanToken]: (a, b) => a >>> b,
};
