/** Expressions that are refused, with what to write instead. */
import type { FunctionLowering } from '../lowering/context.ts';
import { ts } from '../typescript.ts';

const { SyntaxKind } = ts;

const REFUSED: Partial<Record<ts.SyntaxKind, [construct: string, instead?: string]>> = {
  [SyntaxKind.RegularExpressionLiteral]: ['A regular expression', 'use indexOf, startsWith, split and the like'],
  [SyntaxKind.BigIntLiteral]: ['A BigInt', 'use numbers, exact up to 2 ** 53'],
  [SyntaxKind.SuperKeyword]: ['super outside of a class'],
};

export function refuseExpression(context: FunctionLowering, node: ts.Node): never {
  const [construct, instead] = REFUSED[node.kind] ?? [`This expression (${SyntaxKind[node.kind]})`];
  context.fail(node, construct, instead);
}
