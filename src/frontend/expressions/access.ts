/** Reads of properties and elements. */
import type { Value } from '../../ir/function.ts';
import { diagnostics } from '../diagnostic.ts';
import { classSymbolId, privateName, elementName } from '../lowering/class-names.ts';
import { messageText } from '../lowering/message-text.ts';
import type { FunctionLowering, ImportTarget } from '../lowering/context.ts';
import { readBinding } from '../lowering/binding-access.ts';
import { evaluateEnumMember } from '../lowering/enum-constants.ts';
import { isStatic } from '../scopes/binder.ts';
import type { Binding } from '../scopes/bindings.ts';
import { refuse, spanOf } from '../source-position.ts';
import { ts } from '../typescript.ts';
import { lowerExpression } from './table.ts';

const { SyntaxKind } = ts;

export function memberName(context: FunctionLowering, node: ts.PropertyAccessExpression): string {
  return ts.isPrivateIdentifier(node.name) ? privateName(context, node.name) : node.name.text;
}

export function lowerPropertyAccess(context: FunctionLowering, node: ts.PropertyAccessExpression): Value {
  const constant = evaluateEnumMember(context.unit, node);
  if (constant !== undefined) return typeof constant === 'number' ? context.number(constant) : context.string(constant);
  const target = namespaceMember(context, node);
  if (target) return readTarget(context, target, node);
  if (node.expression.kind === SyntaxKind.SuperKeyword) return lowerSuperGet(context, node);
  const object = lowerExpression(context, node.expression);
  return getProperty(context, node, object);
}

/** `o.name` with o at hand. */
export function getProperty(context: FunctionLowering, node: ts.PropertyAccessExpression, object: Value): Value {
  context.at(node.name);
  return context.emit('js.get', [object], { name: memberName(context, node), text: messageText(node.expression) });
}

export function lowerElementAccess(context: FunctionLowering, node: ts.ElementAccessExpression): Value {
  const constant = evaluateEnumMember(context.unit, node);
  if (constant !== undefined) return typeof constant === 'number' ? context.number(constant) : context.string(constant);
  if (node.expression.kind === SyntaxKind.SuperKeyword) context.fail(node, 'super[…]', 'write super.name');
  const object = lowerExpression(context, node.expression);
  return getElement(context, node, object);
}

export function getElement(context: FunctionLowering, node: ts.ElementAccessExpression, object: Value): Value {
  const text = messageText(node.expression);
  const name = elementName(context, node.argumentExpression);
  if (name !== null) {
    context.at(node);
    return context.emit('js.get', [object], { name, text });
  }
  const key = lowerExpression(context, node.argumentExpression);
  context.at(node);
  return context.emit('js.getindex', [object, key], { text });
}

/** A member of a module namespace; null: the object is none. */
export function namespaceMember(context: FunctionLowering, node: ts.PropertyAccessExpression): ImportTarget | null {
  const { linkage } = context.unit;
  let module: string | null = null;
  if (ts.isIdentifier(node.expression)) {
    const binding = context.meaning(node.expression);
    if (binding?.kind !== 'import') return null;
    const target = linkage.imported(binding);
    if (target.kind === 'namespace') module = target.module;
  } else if (ts.isPropertyAccessExpression(node.expression)) {
    const target = namespaceMember(context, node.expression);
    if (target?.kind === 'namespace') module = target.module;
  }
  if (module === null) return null;
  const member = linkage.member(module, node.name.text);
  if (!member) refuse(diagnostics.unsupportedMember(spanOf(node, context.unit.file.source), context.sourceText(node)));
  return member;
}

export function readTarget(context: FunctionLowering, target: ImportTarget, node: ts.Node): Value {
  if (target.kind === 'namespace') context.fail(node, 'A module namespace as a value', 'name its members');
  if (target.kind === 'intrinsic') context.fail(node, 'An intrinsic as a value', 'call it');
  context.at(node);
  const value = context.emit('js.global.get', [], { global: target.symbol });
  return target.mayBeUninitialised ? context.emit('js.checktdz', [value], { name: context.sourceText(node) }) : value;
}

/** The receiver and class that `super.name` looks up from; `node` is the super keyword, whose meaning is the receiver. */
export function superOperands(context: FunctionLowering, node: ts.Node): { receiver: Value; classValue: Value; attrs: { class: string; static: boolean } } {
  const member = superMember(context, node);
  // The binder gave the keyword two uses; the later one, the class, is its meaning.
  const scope = context.unit.file.scopes.get(member.parent)!;
  const receiver = readBinding(context, receiverBinding(context, member), node);
  const classValue = readBinding(context, scope.classBinding!, node);
  return { receiver, classValue, attrs: { class: classSymbolId(context.unit, member.parent), static: isStatic(member) || ts.isClassStaticBlockDeclaration(member) } };
}

/** `this` of a class member: of its function, of the field function, or of a static initialiser. */
function receiverBinding(context: FunctionLowering, member: ts.ClassElement & { parent: ts.ClassLikeDeclaration }): Binding {
  const { file } = context.unit;
  const initialiser = file.scopes.get(member)?.bindings.get('this');
  if (initialiser) return initialiser;
  const info = ts.isPropertyDeclaration(member) ? file.fieldFunctions.get(member.parent) : file.functions.get(member);
  return info!.receiver!;
}

/** The class member around `super`; methods of object literals have none. */
function superMember(context: FunctionLowering, node: ts.Node): ts.ClassElement & { parent: ts.ClassLikeDeclaration } {
  for (let at = node.parent; at; at = at.parent) {
    if (ts.isClassElement(at) && ts.isClassLike(at.parent)) return at as ts.ClassElement & { parent: ts.ClassLikeDeclaration };
    if (ts.isFunctionLike(at) && !ts.isArrowFunction(at)) break;
  }
  context.fail(node, 'super outside of a class', 'name the object whose method is meant');
}

function lowerSuperGet(context: FunctionLowering, node: ts.PropertyAccessExpression): Value {
  const { receiver, classValue, attrs } = superOperands(context, node.expression);
  context.at(node.name);
  return context.emit('js.super.get', [receiver, classValue], { ...attrs, name: memberName(context, node) });
}
