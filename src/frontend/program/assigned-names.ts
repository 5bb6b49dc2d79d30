/** Property names that a source assigns, deletes or declares a getter for, and whether it deletes properties at all. */
import { skipOuter } from '../scopes/binder.ts';
import { ts } from '../typescript.ts';

const { SyntaxKind } = ts;

export interface AssignedNames {
  names: Set<string>;
  deletes: boolean;
}

export function collectAssignedNames(source: ts.SourceFile, into: AssignedNames): void {
  const target = (node: ts.Node): void => {
    const inner = skipOuter(node as ts.Expression);
    if (ts.isPropertyAccessExpression(inner)) into.names.add(inner.name.text);
    else if (ts.isElementAccessExpression(inner) && ts.isStringLiteralLike(inner.argumentExpression)) into.names.add(inner.argumentExpression.text);
    else if (ts.isArrayLiteralExpression(inner) || ts.isObjectLiteralExpression(inner)) ts.forEachChild(inner, function nested(child) {
      target(child);
      ts.forEachChild(child, nested);
    });
  };
  const visit = (node: ts.Node): void => {
    if (ts.isBinaryExpression(node) && node.operatorToken.kind >= SyntaxKind.FirstAssignment && node.operatorToken.kind <= SyntaxKind.LastAssignment) target(node.left);
    else if ((ts.isPrefixUnaryExpression(node) || ts.isPostfixUnaryExpression(node)) && (node.operator === SyntaxKind.PlusPlusToken || node.operator === SyntaxKind.MinusMinusToken)) target(node.operand);
    else if (ts.isDeleteExpression(node)) {
      into.deletes = true;
      target(node.expression);
    } else if (ts.isGetAccessor(node) && (ts.isIdentifier(node.name) || ts.isStringLiteral(node.name) || ts.isPrivateIdentifier(node.name))) into.names.add(node.name.text);
    else if ((ts.isForOfStatement(node) || ts.isForInStatement(node)) && !ts.isVariableDeclarationList(node.initializer)) target(node.initializer);
    ts.forEachChild(node, visit);
  };
  visit(source);
}
