/** Enum declarations: an object with the members, and for numeric ones the names by value. */
import { lowerExpression } from '../expressions/table.ts';
import { initialise } from '../lowering/binding-access.ts';
import { enumValues, memberText } from '../lowering/enum-constants.ts';
import type { FunctionLowering } from '../lowering/context.ts';
import type { Value } from '../../ir/function.ts';
import { ts } from '../typescript.ts';

export function lowerEnum(context: FunctionLowering, node: ts.EnumDeclaration): void {
  const binding = context.meaning(node.name)!;
  if (binding.node !== node) context.fail(node.name, 'An enum declared in parts', 'write one declaration');
  const constants = enumValues(context.unit, node);
  const names = node.members.map(memberText);
  if (new Set(names).size < names.length) context.fail(node.name, 'An enum that repeats a member');
  const key = `enum ${node.name.text}`;
  const isConstant = names.every((name) => constants.get(name) !== undefined);
  context.at(node);
  // Members that are computed may refer to the ones before them, so the object is filled one by one.
  const values = isConstant ? node.members.map((member) => lowerMember(context, member, constants)) : [];
  const object = context.emit('js.object', values, { names: isConstant ? names : [], key });
  initialise(context, binding, object);
  node.members.forEach((member, i) => {
    const value = isConstant ? values[i]! : lowerMember(context, member, constants);
    context.at(member);
    if (!isConstant) context.effect('js.set', [object, value], { name: names[i]! });
    if (!isString(member, constants)) context.effect('js.setindex', [object, value, context.string(names[i]!)]);
  });
}

type Constants = ReturnType<typeof enumValues>;

function lowerMember(context: FunctionLowering, member: ts.EnumMember, constants: Constants): Value {
  const constant = constants.get(memberText(member));
  context.at(member);
  if (constant === undefined) return lowerExpression(context, member.initializer ?? context.fail(member, 'An enum member without a value'));
  return typeof constant === 'number' ? context.number(constant) : context.string(constant);
}

/** String members have no reverse mapping; computed ones are numbers to TypeScript unless they are string expressions. */
function isString(member: ts.EnumMember, constants: Constants): boolean {
  const constant = constants.get(memberText(member));
  return typeof constant === 'string' || (constant === undefined && member.initializer !== undefined && ts.isTemplateExpression(member.initializer));
}
