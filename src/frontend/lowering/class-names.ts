/** Names that depend on the class they stand in: class identities and private names. */
import { skipOuter } from '../scopes/binder.ts';
import { evaluateEnumMember } from './enum-constants.ts';
import { needsInitialisationCheck } from '../scopes/storage.ts';
import { positionOf } from '../source-position.ts';
import { ts } from '../typescript.ts';
import type { FileLowering, FunctionLowering } from './context.ts';

/** Unique in the program and readable: `src/shape#Circle@12:1`. */
export function classSymbolId(unit: FileLowering, node: ts.ClassLikeDeclaration): string {
  const { line, column } = positionOf(node, unit.file.source);
  return `${unit.module.name}#${node.name?.text ?? ''}@${line}:${column}`;
}

/** `#x` as the property name "#x@ClassId" of the class that declares it. */
export function privateName(context: FunctionLowering, name: ts.PrivateIdentifier): string {
  for (let node: ts.Node = name.parent; node; node = node.parent) {
    if (ts.isClassLike(node) && node.members.some((member) => member.name && ts.isPrivateIdentifier(member.name) && member.name.text === name.text))
      return `${name.text}@${classSymbolId(context.unit, node)}`;
  }
  return context.fail(name, `The private name '${name.text}' outside of its class`);
}

/** A property name that is known when compiling; null: a computed one. Well-known symbols are "@@name". */
export function staticName(context: FunctionLowering, name: ts.PropertyName): string | null {
  if (ts.isIdentifier(name) || ts.isStringLiteralLike(name)) return name.text;
  if (ts.isNumericLiteral(name)) return String(Number(name.text));
  if (ts.isPrivateIdentifier(name)) return privateName(context, name);
  if (ts.isBigIntLiteral(name)) return BigInt(name.text.slice(0, -1)).toString();
  return staticKey(context, name.expression);
}

/** The name of a class member that is known when compiling: one in brackets may be of literals, enum members and constants. */
export function memberNameOf(context: FunctionLowering, name: ts.PropertyName): string | null {
  const known = staticName(context, name);
  if (known !== null || !ts.isComputedPropertyName(name)) return known;
  const value = constantValue(context, name.expression);
  return value === null || isIndexName(String(value)) || /^(?:@@|#)/.test(String(value)) ? null : String(value);
}

/** The string or number that an expression always is; null: it is none that is known. */
function constantValue(context: FunctionLowering, node: ts.Expression): string | number | null {
  const inner = skipOuter(node);
  if (ts.isStringLiteralLike(inner)) return inner.text;
  if (ts.isNumericLiteral(inner)) return Number(inner.text);
  if (ts.isIdentifier(inner)) return valueOfConstant(context, inner);
  if (ts.isBinaryExpression(inner) && inner.operatorToken.kind === ts.SyntaxKind.PlusToken) {
    const left = constantValue(context, inner.left);
    const right = constantValue(context, inner.right);
    if (left === null || right === null) return null;
    return typeof left === 'number' && typeof right === 'number' ? left + right : `${left}${right}`;
  }
  return evaluateEnumMember(context.unit, inner) ?? null;
}

function valueOfConstant(context: FunctionLowering, node: ts.Identifier): string | number | null {
  const binding = context.meaning(node);
  if (binding?.kind !== 'const' || !ts.isVariableDeclaration(binding.node) || needsInitialisationCheck(binding, node, context.info)) return null;
  const { name, initializer } = binding.node;
  return ts.isIdentifier(name) && initializer ? constantValue(context, initializer) : null;
}

/** The property name that an expression always is: a literal, or Symbol.iterator and its like. */
export function staticKey(context: FunctionLowering, node: ts.Expression): string | null {
  if (ts.isStringLiteralLike(node)) return node.text;
  if (ts.isNumericLiteral(node)) return String(Number(node.text));
  if (ts.isPropertyAccessExpression(node) && ts.isIdentifier(node.expression) && node.expression.text === 'Symbol' && !context.meaning(node.expression)) return `@@${node.name.text}`;
  return null;
}

/** The name of the property that `o[node]` always is, where it is none of an element: `o['x']` is `o.x`. */
export function elementName(context: FunctionLowering, node: ts.Expression): string | null {
  if (ts.isStringLiteralLike(node)) return isIndexName(node.text) || /^(?:@@|#)/.test(node.text) ? null : node.text;
  return ts.isNumericLiteral(node) ? null : staticKey(context, node);
}

/** Canonical array indices are elements, not named properties. */
export function isIndexName(name: string): boolean {
  const index = Number(name) >>> 0;
  return String(index) === name && index !== 0xffff_ffff;
}
