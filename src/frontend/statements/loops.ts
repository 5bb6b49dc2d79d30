/** if, while, do, for, labels. */
import type { Block } from '../../ir/function.ts';
import { lowerCondition } from '../expressions/conditions.ts';
import { lowerExpression } from '../expressions/table.ts';
import { enterScope } from '../lowering/binding-access.ts';
import type { FunctionLowering } from '../lowering/context.ts';
import type { Scope } from '../scopes/bindings.ts';
import { ts } from '../typescript.ts';
import { lowerStatement } from './table.ts';
import { lowerVariables } from './variables.ts';

export function lowerIf(context: FunctionLowering, node: ts.IfStatement): void {
  const { ssa } = context;
  const [then, join] = [ssa.newBlock(), ssa.newBlock()];
  const otherwise = node.elseStatement ? ssa.newBlock() : join;
  lowerCondition(context, node.expression, then, otherwise);
  ssa.startSealed(then);
  lowerStatement(context, node.thenStatement);
  ssa.jump(join);
  if (node.elseStatement) {
    ssa.startSealed(otherwise);
    lowerStatement(context, node.elseStatement);
    ssa.jump(join);
  }
  ssa.startSealed(join);
}

/** The labels of the statement being lowered; they belong to it alone. */
export function takeLabels(context: FunctionLowering): string[] {
  const { labels } = context;
  context.labels = [];
  return labels;
}

/** A loop's body, with break and continue leading to the blocks. */
export function lowerLoopBody(context: FunctionLowering, labels: readonly string[], breakTo: Block, continueTo: Block, body: () => void): void {
  context.exits.push({ kind: 'target', labels, breakTo, continueTo, unlabelled: true });
  body();
  context.exits.pop();
}

export function lowerWhile(context: FunctionLowering, node: ts.WhileStatement): void {
  const { ssa } = context;
  const labels = takeLabels(context);
  const [test, body, exit] = [ssa.newBlock(), ssa.newBlock(), ssa.newBlock()];
  ssa.jump(test);
  ssa.enter(test);
  lowerCondition(context, node.expression, body, exit);
  ssa.startSealed(body);
  lowerLoopBody(context, labels, exit, test, () => lowerStatement(context, node.statement));
  ssa.jump(test);
  ssa.seal(test);
  ssa.startSealed(exit);
}

export function lowerDo(context: FunctionLowering, node: ts.DoStatement): void {
  const { ssa } = context;
  const labels = takeLabels(context);
  const [body, test, exit] = [ssa.newBlock(), ssa.newBlock(), ssa.newBlock()];
  ssa.jump(body);
  ssa.enter(body);
  lowerLoopBody(context, labels, exit, test, () => lowerStatement(context, node.statement));
  ssa.jump(test);
  ssa.startSealed(test);
  lowerCondition(context, node.expression, body, exit);
  ssa.seal(body);
  ssa.startSealed(exit);
}

/** `let` variables of the header are new in each iteration where a function captures them (ECMA-262 14.7.4.4). */
export function lowerFor(context: FunctionLowering, node: ts.ForStatement): void {
  const { ssa } = context;
  const labels = takeLabels(context);
  const scope = context.unit.file.scopes.get(node)!;
  enterScope(context, scope);
  const { initializer, condition, incrementor } = node;
  if (initializer && ts.isVariableDeclarationList(initializer)) lowerVariables(context, initializer);
  else if (initializer) lowerExpression(context, initializer);
  const [test, body, step, exit] = [ssa.newBlock(), ssa.newBlock(), ssa.newBlock(), ssa.newBlock()];
  renewCells(context, scope);
  ssa.jump(test);
  ssa.enter(test);
  if (condition) lowerCondition(context, condition, body, exit);
  else ssa.jump(body);
  ssa.startSealed(body);
  lowerLoopBody(context, labels, exit, step, () => lowerStatement(context, node.statement));
  ssa.jump(step);
  ssa.startSealed(step);
  renewCells(context, scope);
  if (incrementor) lowerExpression(context, incrementor);
  ssa.jump(test);
  ssa.seal(test);
  ssa.startSealed(exit);
}

function renewCells(context: FunctionLowering, scope: Scope): void {
  for (const binding of scope.bindings.values()) {
    if (binding.storage !== 'cell' || binding.kind !== 'let') continue;
    const value = context.emit('js.cell.get', [context.ssa.read(binding)], { name: binding.name });
    context.ssa.write(binding, context.emit('js.cell', [value], { name: binding.name }));
  }
}

export function lowerLabelled(context: FunctionLowering, node: ts.LabeledStatement): void {
  const { ssa } = context;
  const { statement } = node;
  context.labels = [...context.labels, node.label.text];
  if (ts.isIterationStatement(statement, true) || ts.isSwitchStatement(statement)) {
    // The loop takes the labels for break and continue.
    return lowerStatement(context, statement);
  }
  const labels = takeLabels(context);
  const exit = ssa.newBlock();
  context.exits.push({ kind: 'target', labels, breakTo: exit, continueTo: null, unlabelled: false });
  lowerStatement(context, statement);
  context.exits.pop();
  ssa.jump(exit);
  ssa.startSealed(exit);
}
