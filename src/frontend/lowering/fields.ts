/** Instance fields: the function that defines them in order, on each new object. */
import { lowerExpression } from '../expressions/table.ts';
import { hasModifier, isStatic } from '../scopes/binder.ts';
import { ts } from '../typescript.ts';
import { readBinding } from './binding-access.ts';
import { memberNameOf } from './class-names.ts';
import type { FunctionLowering } from './context.ts';

const { SyntaxKind } = ts;

/** Instance fields in the order of definition: parameter properties first, as tsc emits them. */
export function instanceFields(node: ts.ClassLikeDeclaration): (ts.PropertyDeclaration | ts.ParameterDeclaration)[] {
  const constructor = node.members.find((member): member is ts.ConstructorDeclaration => ts.isConstructorDeclaration(member) && member.body !== undefined);
  const parameters = constructor?.parameters.filter((param) => ts.isParameterPropertyDeclaration(param, constructor)) ?? [];
  const fields = node.members.filter(
    (member): member is ts.PropertyDeclaration =>
      ts.isPropertyDeclaration(member) && !isStatic(member) && !hasModifier(member, SyntaxKind.DeclareKeyword) && !hasModifier(member, SyntaxKind.AbstractKeyword),
  );
  return [...parameters, ...fields];
}

/** Body of the field function: `this.x = undefined` or the initialiser, as definitions; under older targets, as assignments. */
export function lowerFields(context: FunctionLowering, node: ts.ClassLikeDeclaration): void {
  const { defineFields } = context.unit.linkage;
  for (const field of instanceFields(node)) {
    context.at(field);
    const name = fieldName(context, field);
    const { initializer } = ts.isParameter(field) ? { initializer: undefined } : field;
    const isPrivate = !ts.isParameter(field) && ts.isPrivateIdentifier(field.name);
    if (!initializer && !defineFields && !isPrivate) continue;
    const value = initializer ? lowerExpression(context, initializer, name.split('@')[0]!) : context.constant('undefined');
    const receiver = context.info.receiver ? readBinding(context, context.info.receiver, field) : context.func.params[1]!;
    context.at(field);
    if (defineFields || isPrivate) context.effect('js.define', [receiver, context.string(name), value], { name });
    else context.effect('js.set', [receiver, value], { name });
  }
}

export function fieldName(context: FunctionLowering, field: ts.PropertyDeclaration | ts.ParameterDeclaration): string {
  const name = memberNameOf(context, field.name as ts.PropertyName);
  if (name === null) context.fail(field.name, 'A class field with a computed name', 'assign it in the constructor');
  return name;
}
