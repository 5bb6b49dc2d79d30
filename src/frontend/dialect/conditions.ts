/** Conditions as control flow: `&&`, `||` and `!` become branches, constant conditions take one way. */
import type { Block } from '../../ir/function.ts';
import { ts } from '../typescript.ts';
import { plainConstant } from './constants.ts';
import type { FunctionContext } from './context.ts';
import { emitAs } from './expressions.ts';
import { typeOf } from './static-types.ts';

const { SyntaxKind } = ts;

/** Ends the current block; both targets are left to be sealed by the caller. */
export function emitCondition(context: FunctionContext, node: ts.Expression, then: Block, otherwise: Block): void {
  const { ssa } = context;
  if (ts.isParenthesizedExpression(node)) return emitCondition(context, node.expression, then, otherwise);
  const constant = plainConstant(typeOf(context, node));
  if (typeof constant === 'boolean') {
    ssa.jump(constant ? then : otherwise);
    return;
  }
  if (ts.isPrefixUnaryExpression(node) && node.operator === SyntaxKind.ExclamationToken) return emitCondition(context, node.operand, otherwise, then);
  if (ts.isBinaryExpression(node) && (node.operatorToken.kind === SyntaxKind.AmpersandAmpersandToken || node.operatorToken.kind === SyntaxKind.BarBarToken)) {
    const middle = ssa.newBlock();
    if (node.operatorToken.kind === SyntaxKind.AmpersandAmpersandToken) emitCondition(context, node.left, middle, otherwise);
    else emitCondition(context, node.left, then, middle);
    ssa.startSealed(middle);
    emitCondition(context, node.right, then, otherwise);
    return;
  }
  const value = emitAs(context, node, 'bool');
  context.at(node);
  ssa.branch(value, then, otherwise);
}
