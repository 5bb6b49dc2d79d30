/** Names, `this` and `new.target`. */
import type { Value } from '../../ir/function.ts';
import { diagnostics } from '../diagnostic.ts';
import { readBinding } from '../lowering/binding-access.ts';
import type { FunctionLowering } from '../lowering/context.ts';
import { memberText } from '../lowering/enum-constants.ts';
import { refuse, spanOf } from '../source-position.ts';
import { ts } from '../typescript.ts';

export function lowerIdentifier(context: FunctionLowering, node: ts.Identifier): Value {
  const member = enumMemberName(context, node);
  if (member) return member;
  const binding = context.meaning(node);
  if (binding) return readBinding(context, binding, node);
  const { text } = node;
  if (text === 'undefined') return context.constant('undefined');
  if (text === 'NaN' || text === 'Infinity') return context.number(Number(text));
  if (text === 'arguments') context.fail(node, 'arguments outside of a function');
  if (text === 'eval') context.fail(node, 'eval');
  if (!context.unit.linkage.isBuiltin(text)) refuse(diagnostics.unsupportedMember(spanOf(node, context.unit.file.source), text));
  return context.emit('js.builtin', [], { name: text });
}

/** `this`, `new.target`; import.meta is refused. */
export function lowerThis(context: FunctionLowering, node: ts.Node): Value {
  const binding = context.meaning(node);
  if (!binding) context.fail(node, ts.isMetaProperty(node) ? 'import.meta' : 'this where there is none');
  return readBinding(context, binding, node);
}

/** Inside an enum the names of its members mean the members. */
function enumMemberName(context: FunctionLowering, node: ts.Identifier): Value | null {
  for (let at: ts.Node = node.parent; ts.isExpression(at) || ts.isTemplateSpan(at) || ts.isEnumMember(at); at = at.parent) {
    if (!ts.isEnumMember(at)) continue;
    if (!at.parent.members.some((member) => memberText(member) === node.text)) return null;
    return context.emit('js.get', [readBinding(context, context.meaning(at.parent.name)!, node)], { name: node.text });
  }
  return null;
}
