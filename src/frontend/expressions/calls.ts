/** Calls: of functions, methods, super constructors, intrinsics of the library; `new`. */
import type { Value } from '../../ir/function.ts';
import { assignBinding } from '../lowering/binding-access.ts';
import { classSymbolId, elementName } from '../lowering/class-names.ts';
import { messageText } from '../lowering/message-text.ts';
import type { FunctionLowering } from '../lowering/context.ts';
import { skipOuter } from '../scopes/binder.ts';
import { ts } from '../typescript.ts';
import { getElement, getProperty, memberName, namespaceMember, readTarget, superOperands } from './access.ts';
import { arrayOf } from './array-literal.ts';
import { evaluateEnumMember } from '../lowering/enum-constants.ts';
import { lowerExpression } from './table.ts';

const { SyntaxKind } = ts;

export function lowerCall(context: FunctionLowering, node: ts.CallExpression): Value {
  const callee = skipOuter(node.expression);
  if (callee.kind === SyntaxKind.SuperKeyword) return lowerSuperCall(context, node);
  if (callee.kind === SyntaxKind.ImportKeyword) context.fail(node, 'A dynamic import', 'import at the top of the module');
  if (ts.isPropertyAccessExpression(callee)) {
    if (callee.expression.kind === SyntaxKind.SuperKeyword) return lowerSuperMethod(context, node, callee);
    const target = namespaceMember(context, callee);
    if (target?.kind === 'intrinsic') return callIntrinsic(context, node, target.name);
    if (target) return callValue(context, node, readTarget(context, target, callee), context.constant('undefined'));
    if (evaluateEnumMember(context.unit, callee) === undefined) return callMethod(context, node, lowerExpression(context, callee.expression), memberName(context, callee));
  }
  if (ts.isElementAccessExpression(callee)) return lowerElementCall(context, node, callee);
  if (ts.isIdentifier(callee)) {
    const binding = context.meaning(callee);
    const target = binding?.kind === 'import' ? context.unit.linkage.imported(binding) : null;
    if (target?.kind === 'intrinsic') return callIntrinsic(context, node, target.name);
  }
  return callValue(context, node, lowerExpression(context, callee), context.constant('undefined'));
}

function callIntrinsic(context: FunctionLowering, node: ts.CallExpression, name: string): Value {
  const args = node.arguments.map((arg) => lowerExpression(context, arg));
  context.at(node);
  return context.emit('js.intrinsic', args, { name });
}

function lowerElementCall(context: FunctionLowering, node: ts.CallExpression, callee: ts.ElementAccessExpression): Value {
  const object = lowerExpression(context, callee.expression);
  const name = elementName(context, callee.argumentExpression);
  if (name !== null) return callMethod(context, node, object, name);
  return callValue(context, node, getElement(context, callee, object), object);
}

/** A call of a value with this receiver. */
export function callValue(context: FunctionLowering, node: ts.CallExpression, callee: Value, receiver: Value): Value {
  const attrs = callAttrs(context, node);
  if (hasSpread(node.arguments)) {
    const list = arrayOf(context, node, node.arguments, 'Array<any>');
    atCall(context, node);
    return context.emit('js.callspread', [callee, receiver, list], attrs);
  }
  const args = node.arguments.map((arg) => lowerExpression(context, arg));
  atCall(context, node);
  return context.emit('js.call', [callee, receiver, ...args], attrs);
}

/**
 * `o.name(…)`. JavaScript fetches the method before it evaluates the arguments; js.callmethod does so after. That is the same unless o
 * is nullish, for which there is a test in between, or an argument changes the method, which only code can that assigns a
 * property of that name: then the method is fetched first.
 */
export function callMethod(context: FunctionLowering, node: ts.CallExpression, object: Value, name: string): Value {
  const callee = skipOuter(node.expression) as ts.PropertyAccessExpression | ts.ElementAccessExpression;
  const quiet = node.arguments.every((arg) => isQuiet(arg));
  const fetchFirst = hasSpread(node.arguments) || (!quiet && context.unit.linkage.assignedNames.has(name));
  if (fetchFirst) {
    const method = ts.isPropertyAccessExpression(callee) ? getProperty(context, callee, object) : getElement(context, callee, object);
    return callValue(context, node, method, object);
  }
  if (!quiet && !isNeverNullish(context, callee.expression)) requireReceiver(context, callee, object, name);
  const args = node.arguments.map((arg) => lowerExpression(context, arg));
  atCall(context, node);
  return context.emit('js.callmethod', [object, ...args], { name, ...callAttrs(context, node) });
}

/** Where o is nullish, o.name throws before the arguments are evaluated. */
function requireReceiver(context: FunctionLowering, callee: ts.PropertyAccessExpression | ts.ElementAccessExpression, object: Value, name: string): void {
  const { ssa } = context;
  const [nullish, join] = [ssa.newBlock(), ssa.newBlock()];
  context.at(callee);
  ssa.branch(context.emitBool('js.test', [object], { kind: 'nullish' }), nullish, join);
  ssa.startSealed(nullish);
  context.at(ts.isPropertyAccessExpression(callee) ? callee.name : callee);
  context.emit('js.get', [object], { name, text: messageText(callee.expression) });
  ssa.unreachable();
  ssa.startSealed(join);
}

/** Evaluation has no effect and cannot throw. */
function isQuiet(node: ts.Expression): boolean {
  const inner = skipOuter(node);
  switch (inner.kind) {
    case SyntaxKind.NumericLiteral:
    case SyntaxKind.StringLiteral:
    case SyntaxKind.NoSubstitutionTemplateLiteral:
    case SyntaxKind.TrueKeyword:
    case SyntaxKind.FalseKeyword:
    case SyntaxKind.NullKeyword:
    case SyntaxKind.Identifier:
    case SyntaxKind.ThisKeyword:
    case SyntaxKind.ArrowFunction:
    case SyntaxKind.FunctionExpression:
      return true;
    default:
      return false;
  }
}

/** Receivers that are objects by their syntax: `this` may be undefined, a global of the library may not. */
function isNeverNullish(context: FunctionLowering, node: ts.Expression): boolean {
  const inner = skipOuter(node);
  if (ts.isIdentifier(inner)) return !context.meaning(inner) && inner.text !== 'undefined';
  return ts.isStringLiteralLike(inner) || ts.isNumericLiteral(inner) || ts.isArrayLiteralExpression(inner) || ts.isObjectLiteralExpression(inner) || ts.isNewExpression(inner) || ts.isTemplateExpression(inner);
}

/** V8 puts the position of a method call at the method's name. */
/**
 * Where V8 places a call in a trace: at the name that ends the callee, as in `f` and `o.name`, else at the parenthesis behind the callee
 * (ParserBase::ParseLeftHandSideContinuation). A reserved word is no name. tsc drops type assertions, and parentheses around them.
 */
function atCall(context: FunctionLowering, node: ts.CallExpression): void {
  let callee: ts.Expression = node.expression;
  for (let inner = withoutAssertion(callee); inner !== callee; inner = withoutAssertion(callee)) callee = inner;
  const name = ts.isPropertyAccessExpression(callee) ? callee.name : callee;
  if (node.questionDotToken) context.atOffset(node.questionDotToken.end);
  else if (ts.isIdentifier(name) && !isReserved(name)) context.at(name);
  else context.atOffset(node.expression.end);
}

function withoutAssertion(node: ts.Expression): ts.Expression {
  const inner = ts.isParenthesizedExpression(node) ? node.expression : node;
  const isAssertion = ts.isAsExpression(inner) || ts.isNonNullExpression(inner) || ts.isSatisfiesExpression(inner) || ts.isTypeAssertionExpression(inner);
  return isAssertion ? inner.expression : node;
}

function isReserved(name: ts.Identifier): boolean {
  const keyword = ts.identifierToKeywordKind(name);
  return keyword !== undefined && keyword >= SyntaxKind.FirstReservedWord && keyword <= SyntaxKind.LastReservedWord;
}

function hasSpread(args: readonly ts.Expression[]): boolean {
  return args.some(ts.isSpreadElement);
}

function callAttrs(context: FunctionLowering, node: ts.CallExpression | ts.NewExpression): Record<string, string | string[]> {
  const typeArgs = context.unit.keys.typeArguments(node);
  return { ...(typeArgs.length > 0 && { typeArgs }), text: messageText(node.expression) };
}

export function lowerNew(context: FunctionLowering, node: ts.NewExpression): Value {
  const callee = lowerExpression(context, node.expression);
  const args = node.arguments ?? [];
  const attrs = callAttrs(context, node);
  if (hasSpread(args)) {
    const list = arrayOf(context, node, args, 'Array<any>');
    context.at(node);
    return context.emit('js.newspread', [callee, list], attrs);
  }
  const values = args.map((arg) => lowerExpression(context, arg));
  context.at(node);
  return context.emit('js.new', [callee, ...values], attrs);
}

/** `super(…)`: in the constructor's own code, not in an arrow function. */
function lowerSuperCall(context: FunctionLowering, node: ts.CallExpression): Value {
  const { info, func } = context;
  if (info.kind !== 'constructor') context.fail(node, 'super() in a function inside the constructor', 'call it in the constructor itself');
  const receiver = func.params[1]!;
  const newTarget = func.params[2]!;
  const attrs = { class: classSymbolId(context.unit, (info.node as ts.ConstructorDeclaration).parent) };
  let made: Value;
  if (hasSpread(node.arguments)) {
    const list = arrayOf(context, node, node.arguments, 'Array<any>');
    context.at(node);
    made = context.emit('js.super.callspread', [receiver, context.closure, newTarget, list], attrs);
  } else {
    const args = node.arguments.map((arg) => lowerExpression(context, arg));
    context.at(node);
    made = context.emit('js.super.call', [receiver, context.closure, newTarget, ...args], attrs);
  }
  assignBinding(context, info.receiver!, made, node);
  return made;
}

/** `super.name(…)` on this. */
function lowerSuperMethod(context: FunctionLowering, node: ts.CallExpression, callee: ts.PropertyAccessExpression): Value {
  const { receiver, classValue, attrs } = superOperands(context, callee.expression);
  context.at(callee.name);
  const method = context.emit('js.super.get', [receiver, classValue], { ...attrs, name: memberName(context, callee) });
  return callValue(context, node, method, receiver);
}

