/** Template literals: each part to a string, joined in order. */
import type { Value } from '../../ir/function.ts';
import type { FunctionLowering } from '../lowering/context.ts';
import type { ts } from '../typescript.ts';
import { lowerExpression } from './table.ts';

export function lowerTemplate(context: FunctionLowering, node: ts.TemplateExpression): Value {
  let result: Value | null = node.head.text === '' ? null : context.string(node.head.text);
  const append = (part: Value): void => {
    result = result ? context.emit('js.binary', [result, part], { operator: '+' }) : part;
  };
  for (const { expression, literal } of node.templateSpans) {
    const value = lowerExpression(context, expression);
    context.at(expression);
    append(context.emit('js.unary', [value], { operator: 'tostring' }));
    if (literal.text !== '') append(context.string(literal.text));
  }
  return result!;
}
