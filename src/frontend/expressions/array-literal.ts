/** Array literals: one js.array for the elements before the first spread, then appends. */
import type { Value } from '../../ir/function.ts';
import type { FunctionLowering } from '../lowering/context.ts';
import { iterableText } from '../lowering/message-text.ts';
import { ts } from '../typescript.ts';
import { lowerExpression } from './table.ts';

export function lowerArrayLiteral(context: FunctionLowering, node: ts.ArrayLiteralExpression): Value {
  return arrayOf(context, node, node.elements, context.unit.keys.ofExpression(node));
}

/** An array of elements, spreads among them; also the arguments of calls with spread. */
export function arrayOf(context: FunctionLowering, node: ts.Node, elements: readonly ts.Expression[], key: string): Value {
  const spreadAt = elements.findIndex(ts.isSpreadElement);
  const isLastArgument = !ts.isArrayLiteralExpression(node) && spreadAt === elements.length - 1;
  const plain = spreadAt < 0 ? elements : elements.slice(0, spreadAt);
  const values = plain.map((element) => lowerElement(context, element));
  context.at(node);
  const array = context.emit('js.array', values, { key });
  for (const element of elements.slice(plain.length)) {
    if (ts.isSpreadElement(element)) {
      const source = lowerExpression(context, element.expression);
      context.at(element);
      context.effect('js.array.spread', [array, source], { text: iterableText(element.expression), ...(isLastArgument && { arguments: true }) });
    } else context.effect('js.array.push', [array, lowerElement(context, element)]);
  }
  return array;
}

function lowerElement(context: FunctionLowering, element: ts.Expression): Value {
  return ts.isOmittedExpression(element) ? context.constant('hole') : lowerExpression(context, element);
}
