/** await: ECMA-262 15.8.5. */
import type { Value } from '../../ir/function.ts';
import type { FunctionLowering } from '../lowering/context.ts';
import { awaitValue } from '../lowering/suspension.ts';
import type { ts } from '../typescript.ts';
import { lowerExpression } from './table.ts';

export function lowerAwait(context: FunctionLowering, node: ts.AwaitExpression): Value {
  const value = lowerExpression(context, node.expression);
  context.at(node);
  return awaitValue(context, value, context.unit.keys.ofNode(node));
}
