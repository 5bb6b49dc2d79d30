/**
 * Conditions as control flow, short-circuit operators, and what the branches then know of local variables (js.refine, which
 * the flow analysis uses and nothing depends on).
 */
import type { Block, Value } from '../../ir/function.ts';
import type { FunctionLowering } from '../lowering/context.ts';
import type { Binding } from '../scopes/bindings.ts';
import { skipOuter } from '../scopes/binder.ts';
import { ts } from '../typescript.ts';
import { lowerPrivateIn } from './binary.ts';
import { lowerExpression } from './table.ts';

const { SyntaxKind } = ts;

export const COMPARISONS: Partial<Record<ts.SyntaxKind, string>> = {
  [SyntaxKind.LessThanToken]: '<', [SyntaxKind.LessThanEqualsToken]: '<=', [SyntaxKind.GreaterThanToken]: '>',
  [SyntaxKind.GreaterThanEqualsToken]: '>=', [SyntaxKind.EqualsEqualsToken]: '==', [SyntaxKind.ExclamationEqualsToken]: '!=',
  [SyntaxKind.EqualsEqualsEqualsToken]: '===', [SyntaxKind.ExclamationEqualsEqualsToken]: '!==', [SyntaxKind.InKeyword]: 'in',
  [SyntaxKind.InstanceOfKeyword]: 'instanceof',
};

/** A fact about a local variable in the branch where the condition is `is`. */
interface Fact {
  binding: Binding;
  kind: string;
  operand?: Value;
  operator?: string;
}

interface Test {
  value: Value;
  facts: Fact[];
  /** The condition holds where `value` is false. */
  negated?: boolean;
}

export function isCondition(node: ts.BinaryExpression): boolean {
  return COMPARISONS[node.operatorToken.kind] !== undefined;
}

/** Ends the block with a branch; the caller seals both targets. */
export function lowerCondition(context: FunctionLowering, node: ts.Expression, then: Block, otherwise: Block): void {
  const { ssa } = context;
  const inner = skipOuter(node);
  if (inner.kind === SyntaxKind.TrueKeyword) return ssa.jump(then);
  if (inner.kind === SyntaxKind.FalseKeyword) return ssa.jump(otherwise);
  if (ts.isPrefixUnaryExpression(inner) && inner.operator === SyntaxKind.ExclamationToken) return lowerCondition(context, inner.operand, otherwise, then);
  if (ts.isBinaryExpression(inner)) {
    const { kind } = inner.operatorToken;
    if (kind === SyntaxKind.AmpersandAmpersandToken || kind === SyntaxKind.BarBarToken) {
      const middle = ssa.newBlock();
      if (kind === SyntaxKind.AmpersandAmpersandToken) lowerCondition(context, inner.left, middle, otherwise);
      else lowerCondition(context, inner.left, then, middle);
      ssa.startSealed(middle);
      return lowerCondition(context, inner.right, then, otherwise);
    }
  }
  const { value, facts, negated } = lowerTest(context, inner);
  if (negated) branchWithFacts(context, value, facts, otherwise, then);
  else branchWithFacts(context, value, facts, then, otherwise);
}

function branchWithFacts(context: FunctionLowering, test: Value, facts: Fact[], then: Block, otherwise: Block): void {
  const { ssa } = context;
  if (facts.length === 0) return ssa.branch(test, then, otherwise);
  const [known, unknown] = [ssa.newBlock(), ssa.newBlock()];
  ssa.branch(test, known, unknown);
  for (const [block, target, holds] of [[known, then, true], [unknown, otherwise, false]] as const) {
    ssa.startSealed(block);
    for (const { binding, kind, operand, operator } of facts) {
      const attrs = { kind, is: holds, ...(operator && { operator }) };
      ssa.write(binding, context.emit('js.refine', operand ? [ssa.read(binding), operand] : [ssa.read(binding)], attrs));
    }
    ssa.jump(target);
  }
}

/** A condition that is no `&&`, `||` or `!`: its bool and what it says about local variables. */
function lowerTest(context: FunctionLowering, node: ts.Expression): Test {
  if (ts.isBinaryExpression(node) && isCondition(node)) return lowerComparison(context, node);
  const binding = localOf(context, node);
  const value = lowerExpression(context, node);
  context.at(node);
  const facts: Fact[] = binding ? [{ binding, kind: 'truthy' }] : [];
  const tested = kindTest(context, node);
  if (tested) facts.push(tested);
  return { value: context.emitBool('js.truthy', [value]), facts };
}

/** The intrinsics of the library that test for a kind of object. */
const KIND_INTRINSICS: Readonly<Record<string, string>> = { isArray: 'array', isTypedArray: 'typed', isArrayBuffer: 'buffer' };

/** `Array.isArray(local)`, and in the library an intrinsic that tests a local. */
function kindTest(context: FunctionLowering, node: ts.Expression): Fact | undefined {
  if (!ts.isCallExpression(node) || node.arguments.length !== 1) return undefined;
  const kind = testedKind(context, node.expression);
  const binding = kind && localOf(context, node.arguments[0]!);
  return binding ? { binding, kind } : undefined;
}

function testedKind(context: FunctionLowering, callee: ts.Expression): string | undefined {
  if (ts.isIdentifier(callee)) {
    const binding = context.meaning(callee);
    const target = binding?.kind === 'import' ? context.unit.linkage.imported(binding) : null;
    return target?.kind === 'intrinsic' ? KIND_INTRINSICS[target.name] : undefined;
  }
  if (!ts.isPropertyAccessExpression(callee)) return undefined;
  const { expression, name } = callee;
  return ts.isIdentifier(expression) && expression.text === 'Array' && !context.meaning(expression) && name.text === 'isArray' ? 'array' : undefined;
}

/** The SSA variable that an expression names: the ones that a refinement can be written to. */
function localOf(context: FunctionLowering, node: ts.Expression): Binding | undefined {
  const inner = skipOuter(node);
  if (!ts.isIdentifier(inner)) return undefined;
  const binding = context.meaning(inner);
  return binding && binding.storage === 'ssa' && binding.kind !== 'import' && binding.selfFunction !== context.info ? binding : undefined;
}

const TYPEOF_KINDS = new Set(['undefined', 'number', 'string', 'boolean', 'symbol', 'bigint', 'function']);

function lowerComparison(context: FunctionLowering, node: ts.BinaryExpression): Test {
  const operator = COMPARISONS[node.operatorToken.kind]!;
  if (ts.isPrivateIdentifier(node.left)) return { value: lowerPrivateIn(context, node), facts: [] };
  const equality = operator.length >= 2 && operator.endsWith('=') && operator !== '<=' && operator !== '>=';
  if (equality) {
    const special = typeofTest(context, node, operator) ?? nullishTest(context, node, operator);
    if (special) return special;
  }
  const left = lowerExpression(context, node.left);
  const right = lowerExpression(context, node.right);
  context.at(node);
  const value = context.emitBool('js.compare', [left, right], { operator });
  return { value, facts: comparisonFacts(context, node, operator, left, right) };
}

const MIRRORED: Readonly<Record<string, string>> = { '<': '>', '<=': '>=', '>': '<', '>=': '<=', '===': '===', '!==': '!==' };

function comparisonFacts(context: FunctionLowering, node: ts.BinaryExpression, operator: string, left: Value, right: Value): Fact[] {
  const facts: Fact[] = [];
  const [a, b] = [localOf(context, node.left), localOf(context, node.right)];
  if (operator === 'instanceof') return a ? [{ binding: a, kind: 'instanceof', operand: right }] : [];
  const mirrored = MIRRORED[operator];
  if (!mirrored) return facts;
  // An operand with side effects may have changed the variable since it was read.
  if (a && context.ssa.read(a) === left) facts.push({ binding: a, kind: 'compare', operand: right, operator });
  if (b && b !== a && context.ssa.read(b) === right) facts.push({ binding: b, kind: 'compare', operand: left, operator: mirrored });
  return facts;
}

/** `typeof x === 'string'`. */
function typeofTest(context: FunctionLowering, node: ts.BinaryExpression, operator: string): Test | null {
  const [left, right] = [skipOuter(node.left), skipOuter(node.right)];
  const [tested, literal] = ts.isTypeOfExpression(left) ? [left, right] : [right, left];
  if (!ts.isTypeOfExpression(tested) || !ts.isStringLiteralLike(literal)) return null;
  const kind = literal.text;
  if (!TYPEOF_KINDS.has(kind) && kind !== 'object') return null;
  const negated = operator.startsWith('!');
  const operand = lowerExpression(context, tested.expression);
  context.at(node);
  const binding = localOf(context, tested.expression);
  if (kind !== 'object') {
    const test = context.emitBool('js.test', [operand], { kind });
    return { value: test, facts: binding ? [{ binding, kind }] : [], negated };
  }
  // typeof null is 'object': an object or null.
  const name = context.emit('js.unary', [operand], { operator: 'typeof' });
  return { value: context.emitBool('js.compare', [name, context.string('object')], { operator }), facts: [] };
}

/** `x === undefined`, `x != null` … */
function nullishTest(context: FunctionLowering, node: ts.BinaryExpression, operator: string): Test | null {
  const side = (expression: ts.Expression): 'undefined' | 'null' | null => {
    const inner = skipOuter(expression);
    if (inner.kind === SyntaxKind.NullKeyword) return 'null';
    return ts.isIdentifier(inner) && inner.text === 'undefined' && !context.meaning(inner) ? 'undefined' : null;
  };
  const [left, right] = [side(node.left), side(node.right)];
  const which = right ?? left;
  if (!which || (left && right)) return null;
  const expression = right ? node.left : node.right;
  const kind = operator.length === 2 ? 'nullish' : which;
  const negated = operator.startsWith('!');
  const operand = lowerExpression(context, expression);
  context.at(node);
  const binding = localOf(context, expression);
  const test = context.emitBool('js.test', [operand], { kind });
  return { value: test, facts: binding ? [{ binding, kind }] : [], negated };
}

/** A comparison as a value. */
export function lowerConditionValue(context: FunctionLowering, node: ts.BinaryExpression): Value {
  const { value, negated } = lowerComparison(context, node);
  return negated ? negation(context, value) : context.emit('js.frombool', [value]);
}

/** `!x` as a value. */
export function lowerNot(context: FunctionLowering, node: ts.PrefixUnaryExpression): Value {
  const { value, negated } = lowerTest(context, skipOuter(node.operand));
  return negated ? context.emit('js.frombool', [value]) : negation(context, value);
}

/** The boolean value that is true where the test does not hold. */
function negation(context: FunctionLowering, test: Value): Value {
  const { ssa } = context;
  const result = context.temporary('not');
  const [yes, no, join] = [ssa.newBlock(), ssa.newBlock(), ssa.newBlock()];
  ssa.branch(test, yes, no);
  for (const [block, value] of [[yes, false], [no, true]] as const) {
    ssa.startSealed(block);
    ssa.write(result, context.constant(value ? 'true' : 'false'));
    ssa.jump(join);
  }
  ssa.startSealed(join);
  return ssa.read(result);
}

/** Expressions whose value is a boolean, so that a short circuit knows it. */
function isBoolean(node: ts.Expression): boolean {
  const inner = skipOuter(node);
  if (ts.isPrefixUnaryExpression(inner)) return inner.operator === SyntaxKind.ExclamationToken;
  if (!ts.isBinaryExpression(inner)) return false;
  const { kind } = inner.operatorToken;
  const both = kind === SyntaxKind.AmpersandAmpersandToken || kind === SyntaxKind.BarBarToken;
  return isCondition(inner) || (both && isBoolean(inner.left) && isBoolean(inner.right));
}

/** `a && b`, `a || b`, `a ?? b` as values. */
export function lowerShortCircuit(context: FunctionLowering, node: ts.BinaryExpression): Value {
  const { ssa } = context;
  const { kind } = node.operatorToken;
  if (kind !== SyntaxKind.QuestionQuestionToken && isBoolean(node.left)) return lowerBooleanShortCircuit(context, node);
  const left = lowerExpression(context, node.left);
  context.at(node);
  const result = context.temporary('result');
  const [more, join] = [ssa.newBlock(), ssa.newBlock()];
  ssa.write(result, left);
  const binding = localOf(context, node.left);
  const test = kind === SyntaxKind.QuestionQuestionToken ? 'nullish' : 'truthy';
  const value = test === 'nullish' ? context.emitBool('js.test', [left], { kind: test }) : context.emitBool('js.truthy', [left]);
  const facts: Fact[] = binding ? [{ binding, kind: test }] : [];
  // What the left side is where it is the result.
  const [then, otherwise] = kind === SyntaxKind.BarBarToken ? [join, more] : [more, join];
  const [known, unknown] = [ssa.newBlock(), ssa.newBlock()];
  ssa.branch(value, known, unknown);
  for (const [block, target, is] of [[known, then, true], [unknown, otherwise, false]] as const) {
    ssa.startSealed(block);
    if (target === join) ssa.write(result, context.emit('js.refine', [left], { kind: test, is }));
    else for (const fact of facts) ssa.write(fact.binding, context.emit('js.refine', [ssa.read(fact.binding)], { kind: fact.kind, is }));
    ssa.jump(target);
  }
  ssa.startSealed(more);
  ssa.write(result, lowerExpression(context, node.right));
  ssa.jump(join);
  ssa.startSealed(join);
  return ssa.read(result);
}

/** `a < b && c`: where the left side decides, the result is a constant. */
function lowerBooleanShortCircuit(context: FunctionLowering, node: ts.BinaryExpression): Value {
  const { ssa } = context;
  const and = node.operatorToken.kind === SyntaxKind.AmpersandAmpersandToken;
  const result = context.temporary('result');
  const [more, decided, join] = [ssa.newBlock(), ssa.newBlock(), ssa.newBlock()];
  lowerCondition(context, node.left, and ? more : decided, and ? decided : more);
  ssa.startSealed(decided);
  ssa.write(result, context.constant(and ? 'false' : 'true'));
  ssa.jump(join);
  ssa.startSealed(more);
  ssa.write(result, lowerExpression(context, node.right));
  ssa.jump(join);
  ssa.startSealed(join);
  return ssa.read(result);
}

export function lowerConditional(context: FunctionLowering, node: ts.ConditionalExpression, name: string): Value {
  const { ssa } = context;
  const result = context.temporary('result');
  const [then, otherwise, join] = [ssa.newBlock(), ssa.newBlock(), ssa.newBlock()];
  lowerCondition(context, node.condition, then, otherwise);
  for (const [block, arm] of [[then, node.whenTrue], [otherwise, node.whenFalse]] as const) {
    ssa.startSealed(block);
    ssa.write(result, lowerExpression(context, arm, name));
    ssa.jump(join);
  }
  ssa.startSealed(join);
  return ssa.read(result);
}
