/** Optional chains: `a?.b.c(d)` is undefined as a whole where `a` is nullish; nothing behind is evaluated. */
import type { Block, Value } from '../../ir/function.ts';
import type { FunctionLowering } from '../lowering/context.ts';
import { ts } from '../typescript.ts';
import { getElement, getProperty, memberName } from './access.ts';
import { callMethod, callValue } from './calls.ts';
import { lowerExpression } from './table.ts';

type Link = ts.PropertyAccessExpression | ts.ElementAccessExpression | ts.CallExpression | ts.NonNullExpression;

export function isChain(node: ts.Node): node is Link {
  return (node.flags & ts.NodeFlags.OptionalChain) !== 0 && (ts.isPropertyAccessExpression(node) || ts.isElementAccessExpression(node) || ts.isCallExpression(node) || ts.isNonNullExpression(node));
}

export function lowerChain(context: FunctionLowering, node: Link): Value {
  const { ssa } = context;
  const result = context.temporary('chain');
  const [absent, join] = [ssa.newBlock(), ssa.newBlock()];
  ssa.write(result, lowerLink(context, node, absent));
  ssa.jump(join);
  ssa.startSealed(absent);
  ssa.write(result, context.constant('undefined'));
  ssa.jump(join);
  ssa.startSealed(join);
  return ssa.read(result);
}

/** A link of the chain, or its head. */
function lowerLink(context: FunctionLowering, node: ts.Expression, absent: Block): Value {
  if (!isChain(node)) return lowerExpression(context, node);
  if (ts.isNonNullExpression(node)) return lowerLink(context, node.expression, absent);
  if (ts.isCallExpression(node)) return lowerCallLink(context, node, absent);
  const object = lowerLink(context, node.expression, absent);
  if (node.questionDotToken) stopIfNullish(context, node, object, absent);
  return ts.isPropertyAccessExpression(node) ? getProperty(context, node, object) : getElement(context, node, object);
}

/** `o.m?.(…)` needs the method before its arguments; `o?.m(…)` is a method call behind the test of o. */
function lowerCallLink(context: FunctionLowering, node: ts.CallExpression, absent: Block): Value {
  const { expression } = node;
  const member = ts.isPropertyAccessExpression(expression) || ts.isElementAccessExpression(expression) ? expression : null;
  if (!member) {
    const callee = lowerLink(context, expression, absent);
    if (node.questionDotToken) stopIfNullish(context, node, callee, absent);
    return callValue(context, node, callee, context.constant('undefined'));
  }
  const object = lowerLink(context, member.expression, absent);
  if (member.questionDotToken) stopIfNullish(context, member, object, absent);
  if (ts.isPropertyAccessExpression(member) && !node.questionDotToken) return callMethod(context, node, object, memberName(context, member));
  const callee = ts.isPropertyAccessExpression(member) ? getProperty(context, member, object) : getElement(context, member, object);
  if (node.questionDotToken) stopIfNullish(context, node, callee, absent);
  return callValue(context, node, callee, object);
}

function stopIfNullish(context: FunctionLowering, node: ts.Node, value: Value, absent: Block): void {
  const { ssa } = context;
  const present = ssa.newBlock();
  context.at(node);
  ssa.branch(context.emitBool('js.test', [value], { kind: 'nullish' }), absent, present);
  ssa.startSealed(present);
}
