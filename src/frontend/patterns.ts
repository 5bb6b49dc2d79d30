/**
 * Destructuring: binding patterns and assignment patterns, evaluated in JavaScript's order. An array pattern steps through the
 * iterable, and closes an iterator that it has not exhausted.
 */
import type { Value } from '../ir/function.ts';
import { enterHandler, openTry, setTry, throwValue } from './lowering/exits.ts';
import { initialise } from './lowering/binding-access.ts';
import { staticName } from './lowering/class-names.ts';
import type { FunctionLowering } from './lowering/context.ts';
import { withDefault } from './lowering/function.ts';
import { lowerExpression } from './expressions/table.ts';
import { referenceOf, type Reference } from './expressions/references.ts';
import { skipOuter } from './scopes/binder.ts';
import { ts } from './typescript.ts';

const { SyntaxKind } = ts;

/** `initialise`: the names are declared here; `assign`: they have been. */
export type PatternMode = 'initialise' | 'assign';

type ArrayPattern = ts.ArrayBindingPattern | ts.ArrayLiteralExpression;
type ObjectPattern = ts.ObjectBindingPattern | ts.ObjectLiteralExpression;
type Target = ts.BindingName | ts.Expression;

export function isPattern(node: ts.Node): node is ArrayPattern | ObjectPattern {
  return ts.isArrayBindingPattern(node) || ts.isObjectBindingPattern(node) || ts.isArrayLiteralExpression(node) || ts.isObjectLiteralExpression(node);
}

/** What an error message calls the value that is taken apart; null for patterns inside of others. */
export type Origin = { text?: string; iterable?: string | undefined } | null;

export function assignPattern(context: FunctionLowering, node: Target, value: Value, mode: PatternMode, origin: Origin = null): void {
  if (ts.isArrayBindingPattern(node) || ts.isArrayLiteralExpression(node)) assignArray(context, node, value, mode, origin);
  else assignObject(context, node as ObjectPattern, value, mode, origin);
}

/** Stores into a name, a pattern, or (in assignments) any other target. */
export function assignTo(context: FunctionLowering, target: Target, value: Value, mode: PatternMode): void {
  if (isPattern(target)) return assignPattern(context, target, value, mode);
  if (mode === 'initialise') return initialise(context, context.meaning(target)!, value);
  referenceOf(context, target as ts.Expression).set(value);
}

interface Element {
  target: Target;
  initializer: ts.Expression | undefined;
  rest: boolean;
}

function elementOf(node: ts.ArrayBindingElement | ts.Expression): Element | null {
  if (ts.isOmittedExpression(node)) return null;
  if (ts.isBindingElement(node)) return { target: node.name, initializer: node.initializer, rest: node.dotDotDotToken !== undefined };
  if (ts.isSpreadElement(node)) return { target: skipOuter(node.expression), initializer: undefined, rest: true };
  return { ...targetWithDefault(node), rest: false };
}

function targetWithDefault(node: ts.Expression): { target: ts.Expression; initializer: ts.Expression | undefined } {
  if (ts.isBinaryExpression(node) && node.operatorToken.kind === SyntaxKind.EqualsToken) return { target: skipOuter(node.left), initializer: node.right };
  return { target: skipOuter(node), initializer: undefined };
}

function nameFor(target: Target): string {
  return ts.isIdentifier(target) ? target.text : '';
}

function assignArray(context: FunctionLowering, node: ArrayPattern, source: Value, mode: PatternMode, origin: Origin): void {
  const { ssa } = context;
  context.at(node);
  const it = context.emit('js.iterate', [source], origin?.iterable === undefined ? {} : { text: origin.iterable });
  const index = context.temporary('index');
  const done = context.temporary('done');
  ssa.write(index, context.number(0));
  ssa.write(done, context.constant('false'));
  const elements = node.elements.map(elementOf);
  // Only code of the pattern itself can leave it early; what the iterator throws does not close it.
  const guarded = elements.some((element) => element && (element.initializer || !ts.isIdentifier(element.target)));
  for (const element of elements) {
    if (element?.rest) {
      const rest = collectRest(context, node, it, index, done);
      assignElement(context, element, rest, mode);
      return;
    }
    // A property target is evaluated before the value is fetched.
    const reference = element && mode === 'assign' && !isPattern(element.target) && !ts.isIdentifier(element.target) ? guard(context, guarded, it, done, () => referenceOf(context, element.target as ts.Expression)) : null;
    const value = step(context, it, index, done);
    if (!element) continue;
    if (element.initializer || reference || !ts.isIdentifier(element.target)) guard(context, guarded, it, done, () => assignElement(context, element, value, mode, reference));
    else assignElement(context, element, value, mode);
  }
  closeUnless(context, it, done);
}

function assignElement(context: FunctionLowering, { target, initializer }: Element, value: Value, mode: PatternMode, reference: Reference | null = null): void {
  const final = initializer ? withDefault(context, value, initializer, nameFor(target)) : value;
  if (reference) reference.set(final);
  else assignTo(context, target, final, mode);
}

/** The next value, undefined when the iterable has ended. */
function step(context: FunctionLowering, it: Value, index: ReturnType<FunctionLowering['temporary']>, done: typeof index): Value {
  const { ssa } = context;
  const result = context.temporary('element');
  const [fetch, take, ended, join] = [ssa.newBlock(), ssa.newBlock(), ssa.newBlock(), ssa.newBlock()];
  ssa.branch(context.emitBool('js.truthy', [ssa.read(done)]), ended, fetch);
  ssa.startSealed(fetch);
  const at = ssa.read(index);
  ssa.write(done, context.constant('true')); // An iterator that throws counts as finished.
  const fetched = context.emit('js.iterate.fetch', [it, at]);
  ssa.branch(context.emitBool('js.iterate.done', [it, at, fetched]), ended, take);
  ssa.startSealed(take);
  ssa.write(result, context.emit('js.iterate.value', [it, at, fetched]));
  ssa.write(index, context.emit('js.iterate.step', [it, at, fetched]));
  ssa.write(done, context.constant('false'));
  ssa.jump(join);
  ssa.startSealed(ended);
  ssa.write(result, context.constant('undefined'));
  ssa.jump(join);
  ssa.startSealed(join);
  return ssa.read(result);
}

function collectRest(context: FunctionLowering, node: ts.Node, it: Value, index: ReturnType<FunctionLowering['temporary']>, done: typeof index): Value {
  const { ssa } = context;
  const rest = context.emit('js.array', [], { key: context.unit.keys.restElementKey(node) });
  const [head, take, exit] = [ssa.newBlock(), ssa.newBlock(), ssa.newBlock()];
  ssa.branch(context.emitBool('js.truthy', [ssa.read(done)]), exit, head);
  ssa.enter(head);
  const at = ssa.read(index);
  const fetched = context.emit('js.iterate.fetch', [it, at]);
  ssa.branch(context.emitBool('js.iterate.done', [it, at, fetched]), exit, take);
  ssa.startSealed(take);
  context.effect('js.array.push', [rest, context.emit('js.iterate.value', [it, at, fetched])]);
  ssa.write(index, context.emit('js.iterate.step', [it, at, fetched]));
  ssa.jump(head);
  ssa.seal(head);
  ssa.startSealed(exit);
  return rest;
}

function closeUnless(context: FunctionLowering, it: Value, done: ReturnType<FunctionLowering['temporary']>): void {
  const { ssa } = context;
  const [close, join] = [ssa.newBlock(), ssa.newBlock()];
  ssa.branch(context.emitBool('js.truthy', [ssa.read(done)]), join, close);
  ssa.startSealed(close);
  context.effect('js.iterate.close', [it]);
  ssa.jump(join);
  ssa.startSealed(join);
}

/** Runs code of the pattern; where it throws, the iterator is closed first, and what closing throws is dropped. */
function guard<T>(context: FunctionLowering, needed: boolean, it: Value, done: ReturnType<FunctionLowering['temporary']>, work: () => T): T {
  if (!needed) return work();
  const { ssa } = context;
  const frame = openTry(context);
  const result = work();
  const after = ssa.newBlock();
  ssa.jump(after);
  const thrown = enterHandler(context, frame);
  closeQuietly(context, () => closeUnless(context, it, done));
  throwValue(context, thrown);
  setTry(context, frame.outer);
  ssa.startSealed(after);
  return result;
}

/** Closing after a throw: an exception of `return` itself gives way to the one on its way. */
export function closeQuietly(context: FunctionLowering, close: () => void): void {
  const { ssa } = context;
  const frame = openTry(context);
  close();
  const join = ssa.newBlock();
  ssa.jump(join);
  enterHandler(context, frame);
  ssa.jump(join);
  ssa.startSealed(join);
}

function assignObject(context: FunctionLowering, node: ObjectPattern, source: Value, mode: PatternMode, origin: Origin): void {
  context.at(node);
  requireObject(context, node, source, origin);
  const taken: Value[] = [];
  const properties = ts.isObjectBindingPattern(node) ? node.elements : node.properties;
  const hasRest = properties.some((property) => (ts.isBindingElement(property) ? property.dotDotDotToken : ts.isSpreadAssignment(property)));
  for (const property of properties) {
    context.at(property);
    if (ts.isBindingElement(property) ? property.dotDotDotToken : ts.isSpreadAssignment(property)) {
      const target = ts.isBindingElement(property) ? property.name : skipOuter((property as ts.SpreadAssignment).expression);
      assignTo(context, target, context.emit('js.objectrest', [source, ...taken], { key: context.unit.keys.ofNode(property) }), mode);
      continue;
    }
    const { name, target, initializer } = propertyOf(property as ts.BindingElement | ts.ObjectLiteralElementLike);
    const known = staticName(context, name);
    const key = known === null ? context.emit('js.unary', [lowerExpression(context, (name as ts.ComputedPropertyName).expression)], { operator: 'topropertykey' }) : null;
    if (hasRest) taken.push(key ?? context.string(known!));
    const reference = mode === 'assign' && !isPattern(target) && !ts.isIdentifier(target) ? referenceOf(context, target as ts.Expression) : null;
    context.at(property);
    const index = key ?? (/^(0|[1-9]\d*)$/.test(known!) ? context.string(known!) : null);
    const value = index ? context.emit('js.getindex', [source, index]) : context.emit('js.get', [source], { name: known! });
    const final = initializer ? withDefault(context, value, initializer, nameFor(target)) : value;
    if (reference) reference.set(final);
    else assignTo(context, target, final, mode);
  }
}

/** RequireObjectCoercible for patterns that read no property first. */
function requireObject(context: FunctionLowering, node: ObjectPattern, source: Value, origin: Origin): void {
  const first = ts.isObjectBindingPattern(node) ? node.elements[0] : node.properties[0];
  const firstName = first && (ts.isBindingElement(first) ? (first.dotDotDotToken ? undefined : (first.propertyName ?? first.name)) : first.name);
  const name = firstName && (ts.isIdentifier(firstName) || ts.isStringLiteralLike(firstName) || ts.isNumericLiteral(firstName)) ? firstName.text : null;
  // V8 reads a property with a default before it looks whether it can.
  const hasDefault = first && (ts.isBindingElement(first) ? first.initializer : ts.isShorthandPropertyAssignment(first) && first.objectAssignmentInitializer);
  const { ssa } = context;
  const [nullish, join] = [ssa.newBlock(), ssa.newBlock()];
  ssa.branch(context.emitBool('js.test', [source], { kind: 'nullish' }), nullish, join);
  ssa.startSealed(nullish);
  context.emit('js.get', [source], { name: name ?? '', ...(origin && !hasDefault && { destructure: true, ...(origin.text !== undefined && { text: origin.text }) }) });
  ssa.jump(join);
  ssa.startSealed(join);
}

function propertyOf(property: ts.BindingElement | ts.ObjectLiteralElementLike): { name: ts.PropertyName; target: Target; initializer: ts.Expression | undefined } {
  if (ts.isBindingElement(property)) return { name: property.propertyName ?? (property.name as ts.Identifier), target: property.name, initializer: property.initializer };
  if (ts.isShorthandPropertyAssignment(property)) return { name: property.name, target: property.name, initializer: property.objectAssignmentInitializer };
  const assignment = property as ts.PropertyAssignment;
  return { name: assignment.name, ...targetWithDefault(assignment.initializer) };
}

