/**
 * Assignment targets: their object and key are evaluated once, before the assigned value, then read and written.
 */
import type { Value } from '../../ir/function.ts';
import { assignBinding, readBinding } from '../lowering/binding-access.ts';
import { elementName } from '../lowering/class-names.ts';
import { messageText } from '../lowering/message-text.ts';
import type { FunctionLowering } from '../lowering/context.ts';
import { skipOuter } from '../scopes/binder.ts';
import { ts } from '../typescript.ts';
import { memberName, superOperands } from './access.ts';
import { lowerExpression } from './table.ts';

const { SyntaxKind } = ts;

export interface Reference {
  get(): Value;
  set(value: Value): void;
}

export function referenceOf(context: FunctionLowering, target: ts.Expression): Reference {
  const node = skipOuter(target);
  if (ts.isIdentifier(node)) return nameReference(context, node);
  if (ts.isPropertyAccessExpression(node)) return propertyReference(context, node);
  if (ts.isElementAccessExpression(node)) return elementReference(context, node);
  context.fail(node, 'This assignment target');
}

function nameReference(context: FunctionLowering, node: ts.Identifier): Reference {
  const binding = context.meaning(node);
  if (!binding) context.fail(node, `An assignment to the global '${node.text}'`, 'declare a variable');
  return {
    get: () => readBinding(context, binding, node),
    set: (value) => assignBinding(context, binding, value, node),
  };
}

function propertyReference(context: FunctionLowering, node: ts.PropertyAccessExpression): Reference {
  const name = memberName(context, node);
  if (node.expression.kind === SyntaxKind.SuperKeyword) {
    const { receiver, classValue, attrs } = superOperands(context, node.expression);
    return {
      get: () => context.emit('js.super.get', [receiver, classValue], { ...attrs, name }),
      set: (value) => context.effect('js.super.set', [receiver, classValue, value], { ...attrs, name }),
    };
  }
  const object = lowerExpression(context, node.expression);
  const attrs = { name, text: messageText(node.expression) };
  const at = (): void => context.at(node.name);
  return {
    get: () => (at(), context.emit('js.get', [object], attrs)),
    set: (value) => (at(), context.effect('js.set', [object, value], attrs)),
  };
}

function elementReference(context: FunctionLowering, node: ts.ElementAccessExpression): Reference {
  const object = lowerExpression(context, node.expression);
  const text = messageText(node.expression);
  const name = elementName(context, node.argumentExpression);
  const at = (): void => context.at(node);
  if (name !== null) {
    return {
      get: () => (at(), context.emit('js.get', [object], { name, text })),
      set: (value) => (at(), context.effect('js.set', [object, value], { name, text })),
    };
  }
  const key = lowerExpression(context, node.argumentExpression);
  return {
    get: () => (at(), context.emit('js.getindex', [object, key], { text })),
    set: (value) => (at(), context.effect('js.setindex', [object, key, value], { text })),
  };
}
