/** Binary operators, assignment in all its forms, comma. */
import type { Value } from '../../ir/function.ts';
import { messageText } from '../lowering/message-text.ts';
import type { FunctionLowering } from '../lowering/context.ts';
import { privateName } from '../lowering/class-names.ts';
import { assignPattern, isPattern } from '../patterns.ts';
import { skipOuter } from '../scopes/binder.ts';
import { ts } from '../typescript.ts';
import { isCondition, lowerConditionValue, lowerShortCircuit } from './conditions.ts';
import { type Reference, referenceOf } from './references.ts';
import { lowerExpression } from './table.ts';

const { SyntaxKind } = ts;

export const ARITHMETIC: Partial<Record<ts.SyntaxKind, string>> = {
  [SyntaxKind.PlusToken]: '+', [SyntaxKind.MinusToken]: '-', [SyntaxKind.AsteriskToken]: '*', [SyntaxKind.SlashToken]: '/',
  [SyntaxKind.PercentToken]: '%', [SyntaxKind.AsteriskAsteriskToken]: '**', [SyntaxKind.AmpersandToken]: '&',
  [SyntaxKind.BarToken]: '|', [SyntaxKind.CaretToken]: '^', [SyntaxKind.LessThanLessThanToken]: '<<',
  [SyntaxKind.GreaterThanGreaterThanToken]: '>>', [SyntaxKind.GreaterThanGreaterThanGreaterThanToken]: '>>>',
};

const COMPOUND: Partial<Record<ts.SyntaxKind, string>> = {
  [SyntaxKind.PlusEqualsToken]: '+', [SyntaxKind.MinusEqualsToken]: '-', [SyntaxKind.AsteriskEqualsToken]: '*',
  [SyntaxKind.SlashEqualsToken]: '/', [SyntaxKind.PercentEqualsToken]: '%', [SyntaxKind.AsteriskAsteriskEqualsToken]: '**',
  [SyntaxKind.AmpersandEqualsToken]: '&', [SyntaxKind.BarEqualsToken]: '|', [SyntaxKind.CaretEqualsToken]: '^',
  [SyntaxKind.LessThanLessThanEqualsToken]: '<<', [SyntaxKind.GreaterThanGreaterThanEqualsToken]: '>>',
  [SyntaxKind.GreaterThanGreaterThanGreaterThanEqualsToken]: '>>>',
};

const LOGICAL_ASSIGNMENT: Partial<Record<ts.SyntaxKind, '&&' | '||' | '??'>> = {
  [SyntaxKind.AmpersandAmpersandEqualsToken]: '&&', [SyntaxKind.BarBarEqualsToken]: '||', [SyntaxKind.QuestionQuestionEqualsToken]: '??',
};

export function lowerBinary(context: FunctionLowering, node: ts.BinaryExpression): Value {
  const { kind } = node.operatorToken;
  const arithmetic = ARITHMETIC[kind];
  if (arithmetic) {
    const left = lowerExpression(context, node.left);
    const right = lowerExpression(context, node.right);
    context.at(node);
    return context.emit('js.binary', [left, right], { operator: arithmetic });
  }
  if (kind === SyntaxKind.EqualsToken) return lowerAssignment(context, node);
  if (kind === SyntaxKind.CommaToken) {
    lowerExpression(context, node.left);
    return lowerExpression(context, node.right);
  }
  const compound = COMPOUND[kind];
  if (compound) return lowerCompound(context, node, compound);
  const logical = LOGICAL_ASSIGNMENT[kind];
  if (logical) return lowerLogicalAssignment(context, node, logical);
  if (isCondition(node)) return lowerConditionValue(context, node);
  return lowerShortCircuit(context, node);
}

/** `#x in o`. */
export function lowerPrivateIn(context: FunctionLowering, node: ts.BinaryExpression): Value {
  const object = lowerExpression(context, node.right);
  context.at(node);
  return context.emitBool('js.compare', [context.string(privateName(context, node.left as ts.PrivateIdentifier)), object], { operator: 'in' });
}

function lowerAssignment(context: FunctionLowering, node: ts.BinaryExpression): Value {
  const target = skipOuter(node.left);
  if (isPattern(target)) {
    const source = skipOuter(node.right);
    if (ts.isExpressionStatement(node.parent) && ts.isArrayLiteralExpression(target) && ts.isArrayLiteralExpression(source) && isPlainSwap(target, source)) {
      lowerSwap(context, target, source);
      return context.constant('undefined');
    }
    const value = lowerExpression(context, node.right);
    assignPattern(context, target, value, 'assign', { text: messageText(node.right) });
    return value;
  }
  const reference = referenceOf(context, target);
  const value = lowerExpression(context, node.right, ts.isIdentifier(target) ? target.text : '');
  context.at(node);
  reference.set(value);
  return value;
}

/** `[a, b] = [b, a]`, whose array nobody sees: as many plain elements on both sides. */
function isPlainSwap(target: ts.ArrayLiteralExpression, source: ts.ArrayLiteralExpression): boolean {
  const plain = (element: ts.Expression): boolean => !ts.isSpreadElement(element) && !ts.isOmittedExpression(element);
  const simple = (element: ts.Expression): boolean => plain(element) && !isPattern(skipOuter(element)) && !ts.isBinaryExpression(element);
  return target.elements.length === source.elements.length && target.elements.every(simple) && source.elements.every(plain);
}

/** Values first, then target by target, as the array would have been taken apart. */
function lowerSwap(context: FunctionLowering, target: ts.ArrayLiteralExpression, source: ts.ArrayLiteralExpression): void {
  const values = source.elements.map((element) => lowerExpression(context, element));
  target.elements.forEach((element, i) => referenceOf(context, element).set(values[i]!));
}

function lowerCompound(context: FunctionLowering, node: ts.BinaryExpression, operator: string): Value {
  const reference = referenceOf(context, node.left);
  const before = reference.get();
  const operand = lowerExpression(context, node.right);
  context.at(node);
  const after = context.emit('js.binary', [before, operand], { operator });
  reference.set(after);
  return after;
}

/** `x ??= y`: y is evaluated and stored only where x is nullish. */
function lowerLogicalAssignment(context: FunctionLowering, node: ts.BinaryExpression, operator: '&&' | '||' | '??'): Value {
  const { ssa } = context;
  const reference: Reference = referenceOf(context, node.left);
  const before = reference.get();
  const result = context.temporary('result');
  const [store, join] = [ssa.newBlock(), ssa.newBlock()];
  ssa.write(result, before);
  const test = operator === '??' ? context.emitBool('js.test', [before], { kind: 'nullish' }) : context.emitBool('js.truthy', [before]);
  if (operator === '||') ssa.branch(test, join, store);
  else ssa.branch(test, store, join);
  ssa.startSealed(store);
  const value = lowerExpression(context, node.right, ts.isIdentifier(node.left) ? node.left.text : '');
  reference.set(value);
  ssa.write(result, value);
  ssa.jump(join);
  ssa.startSealed(join);
  return ssa.read(result);
}
