/** Unary operators, `++` and `--`, typeof, void, delete. */
import type { Value } from '../../ir/function.ts';
import { elementName } from '../lowering/class-names.ts';
import type { FunctionLowering } from '../lowering/context.ts';
import { skipOuter } from '../scopes/binder.ts';
import { ts } from '../typescript.ts';
import { memberName } from './access.ts';
import { lowerNot } from './conditions.ts';
import { referenceOf } from './references.ts';
import { lowerExpression } from './table.ts';

const { SyntaxKind } = ts;

const OPERATORS: Partial<Record<ts.SyntaxKind, string>> = {
  [SyntaxKind.PlusToken]: '+', [SyntaxKind.MinusToken]: '-', [SyntaxKind.TildeToken]: '~',
};

export function lowerPrefix(context: FunctionLowering, node: ts.PrefixUnaryExpression): Value {
  if (node.operator === SyntaxKind.ExclamationToken) return lowerNot(context, node);
  if (node.operator === SyntaxKind.PlusPlusToken || node.operator === SyntaxKind.MinusMinusToken) return lowerStep(context, node).after;
  if (node.operator === SyntaxKind.MinusToken && ts.isNumericLiteral(node.operand)) return context.number(-Number(node.operand.text));
  const operand = lowerExpression(context, node.operand);
  context.at(node);
  return context.emit('js.unary', [operand], { operator: OPERATORS[node.operator]! });
}

export function lowerPostfix(context: FunctionLowering, node: ts.PostfixUnaryExpression): Value {
  return lowerStep(context, node).before;
}

function lowerStep(context: FunctionLowering, node: ts.PrefixUnaryExpression | ts.PostfixUnaryExpression): { before: Value; after: Value } {
  const reference = referenceOf(context, node.operand);
  const before = context.emit('js.unary', [reference.get()], { operator: 'tonumeric' });
  context.at(node);
  const after = context.emit('js.binary', [before, context.number(1)], { operator: node.operator === SyntaxKind.PlusPlusToken ? '+' : '-' });
  reference.set(after);
  return { before, after };
}

export function lowerTypeof(context: FunctionLowering, node: ts.TypeOfExpression): Value {
  const named = skipOuter(node.expression);
  // A name that nobody declares is no error under typeof. What node has and toroc lacks is refused, as everywhere.
  if (ts.isIdentifier(named) && !context.meaning(named) && !(named.text in globalThis) && named.text !== 'arguments') return context.string('undefined');
  const operand = lowerExpression(context, node.expression);
  context.at(node);
  return context.emit('js.unary', [operand], { operator: 'typeof' });
}

export function lowerVoid(context: FunctionLowering, node: ts.VoidExpression): Value {
  lowerExpression(context, node.expression);
  return context.constant('undefined');
}

export function lowerDelete(context: FunctionLowering, node: ts.DeleteExpression): Value {
  const target = skipOuter(node.expression);
  if (ts.isPropertyAccessExpression(target)) {
    if (target.expression.kind === SyntaxKind.SuperKeyword) context.fail(node, 'delete super.name');
    const object = lowerExpression(context, target.expression);
    return deleteNamed(context, node, object, memberName(context, target));
  }
  if (ts.isElementAccessExpression(target)) {
    const object = lowerExpression(context, target.expression);
    const name = elementName(context, target.argumentExpression);
    if (name !== null) return deleteNamed(context, node, object, name);
    const key = lowerExpression(context, target.argumentExpression);
    context.at(node);
    return context.emit('js.frombool', [context.emitBool('js.deleteindex', [object, key])]);
  }
  context.fail(node, 'delete of something else than a property');
}

function deleteNamed(context: FunctionLowering, node: ts.Node, object: Value, name: string): Value {
  context.at(node);
  return context.emit('js.frombool', [context.emitBool('js.delete', [object], { name })]);
}
