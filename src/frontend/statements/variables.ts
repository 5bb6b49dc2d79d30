/** Variable declarations. */
import { lowerExpression } from '../expressions/table.ts';
import { assignBinding, initialise } from '../lowering/binding-access.ts';
import { messageText, takenApartText } from '../lowering/message-text.ts';
import type { FunctionLowering } from '../lowering/context.ts';
import { assignPattern } from '../patterns.ts';
import { ts } from '../typescript.ts';

export function lowerVariables(context: FunctionLowering, list: ts.VariableDeclarationList): void {
  if ((list.flags & ts.NodeFlags.Using) === ts.NodeFlags.Using || (list.flags & ts.NodeFlags.AwaitUsing) === ts.NodeFlags.AwaitUsing)
    context.fail(list, 'using', 'write try and finally');
  const hoisted = !(list.flags & ts.NodeFlags.BlockScoped);
  for (const node of list.declarations) {
    context.at(node);
    if (!ts.isIdentifier(node.name)) {
      const value = lowerExpression(context, node.initializer!);
      assignPattern(context, node.name, value, 'initialise', { text: messageText(node.initializer!), iterable: takenApartText(node.initializer!) });
      continue;
    }
    const binding = context.meaning(node.name)!;
    if (!node.initializer) {
      if (!hoisted) initialise(context, binding, context.constant('undefined'));
      continue;
    }
    const value = lowerExpression(context, node.initializer, node.name.text);
    context.at(node);
    if (hoisted) assignBinding(context, binding, value, node.name);
    else initialise(context, binding, value);
  }
}
