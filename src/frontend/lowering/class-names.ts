/** Names that depend on the class they stand in: class identities and private names. */
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

/** The property name that an expression always is: a literal, or Symbol.iterator and its like. */
export function staticKey(context: FunctionLowering, node: ts.Expression): string | null {
  if (ts.isStringLiteralLike(node)) return node.text;
  if (ts.isNumericLiteral(node)) return String(Number(node.text));
  if (ts.isPropertyAccessExpression(node) && ts.isIdentifier(node.expression) && node.expression.text === 'Symbol' && !context.meaning(node.expression)) return `@@${node.name.text}`;
  return null;
}

/** Canonical array indices are elements, not named properties. */
export function isIndexName(name: string): boolean {
  const index = Number(name) >>> 0;
  return String(index) === name && index !== 0xffff_ffff;
}
