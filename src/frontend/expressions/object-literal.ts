/** Object literals: one js.object for the leading plain properties, then definitions in order. */
import type { Value } from '../../ir/function.ts';
import { isIndexName, staticName } from '../lowering/class-names.ts';
import { createClosure } from '../lowering/closures.ts';
import type { FunctionLowering } from '../lowering/context.ts';
import { readBinding } from '../lowering/binding-access.ts';
import { ts } from '../typescript.ts';
import { lowerIdentifier } from './identifiers.ts';
import { lowerExpression } from './table.ts';

export function lowerObjectLiteral(context: FunctionLowering, node: ts.ObjectLiteralExpression): Value {
  const properties = inDefinitionOrder(context, node.properties);
  const names: string[] = [];
  const values: Value[] = [];
  let next = 0;
  for (; next < properties.length; next++) {
    const property = properties[next]!;
    const name = plainName(context, property);
    if (name === null || isIndexName(name) || names.includes(name)) break;
    names.push(name);
    values.push(lowerDataProperty(context, property as ts.PropertyAssignment, name));
  }
  context.at(node);
  const object = context.emit('js.object', values, { names, key: context.unit.keys.ofExpression(node) });
  for (; next < properties.length; next++) defineProperty(context, node, object, properties[next]!);
  return object;
}

/**
 * V8 clones a literal's leading spread, and defines the accessors of what follows, up to a computed name or another spread, behind the
 * other properties there. Only the order of keys shows it.
 */
function inDefinitionOrder(context: FunctionLowering, properties: readonly ts.ObjectLiteralElementLike[]): readonly ts.ObjectLiteralElementLike[] {
  if (properties[0] === undefined || !ts.isSpreadAssignment(properties[0])) return properties;
  const isDynamic = (property: ts.ObjectLiteralElementLike): boolean => ts.isSpreadAssignment(property) || staticName(context, property.name) === null;
  const rest = properties.slice(1);
  const end = rest.findIndex(isDynamic);
  const run = end < 0 ? rest : rest.slice(0, end);
  return [properties[0], ...run.filter((each) => !ts.isAccessor(each)), ...run.filter(ts.isAccessor), ...rest.slice(run.length)];
}

/** The name of a data property or method with a constant name; null for all others. */
function plainName(context: FunctionLowering, property: ts.ObjectLiteralElementLike): string | null {
  if (ts.isSpreadAssignment(property) || ts.isAccessor(property)) return null;
  const name = staticName(context, property.name);
  if (name === '__proto__' && ts.isPropertyAssignment(property)) context.fail(property, '__proto__ in an object literal', 'use a class');
  return name;
}

function lowerDataProperty(context: FunctionLowering, property: ts.PropertyAssignment | ts.ShorthandPropertyAssignment | ts.MethodDeclaration, name: string): Value {
  if (ts.isMethodDeclaration(property)) return createClosure(context, property, name);
  if (ts.isPropertyAssignment(property)) return lowerExpression(context, property.initializer, name);
  const binding = context.meaning(property.name);
  context.at(property);
  return binding ? readBinding(context, binding, property.name) : lowerIdentifier(context, property.name);
}

function defineProperty(context: FunctionLowering, literal: ts.ObjectLiteralExpression, object: Value, property: ts.ObjectLiteralElementLike): void {
  context.at(property);
  if (ts.isSpreadAssignment(property)) {
    const source = lowerExpression(context, property.expression);
    context.at(property);
    return context.effect('js.copyproperties', [object, source]);
  }
  if (ts.isAccessor(property)) return defineAccessor(context, literal, object, property);
  const name = plainName(context, property);
  if (name === null) {
    const key = context.emit('js.unary', [lowerExpression(context, (property.name as ts.ComputedPropertyName).expression)], { operator: 'topropertykey' });
    return context.effect('js.define', [object, key, lowerDataProperty(context, property as ts.PropertyAssignment, '')]);
  }
  const value = lowerDataProperty(context, property as ts.PropertyAssignment, name);
  context.at(property);
  context.effect('js.define', [object, context.string(name), value], { name });
}

/** A getter and a setter of one name are defined together, where the first of them stands. */
function defineAccessor(context: FunctionLowering, literal: ts.ObjectLiteralExpression, object: Value, property: ts.AccessorDeclaration): void {
  const name = staticName(context, property.name);
  if (name === null) context.fail(property.name, 'An accessor with a computed name', 'give it a constant name');
  const same = literal.properties.filter((other): other is ts.AccessorDeclaration => ts.isAccessor(other) && staticName(context, other.name) === name);
  if (same[0] !== property) return;
  const half = (is: (node: ts.Node) => boolean): Value => {
    const found = same.find(is);
    return found ? createClosure(context, found, name) : context.constant('undefined');
  };
  const [getter, setter] = [half(ts.isGetAccessor), half(ts.isSetAccessor)];
  context.effect('js.defineaccessor', [object, getter, setter], { name });
}
