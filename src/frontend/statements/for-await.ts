/** for await: ECMA-262 14.7.5.6 with iterator kind async. */
import type { Value } from '../../ir/function.ts';
import { lowerExpression } from '../expressions/table.ts';
import { openAsync, requireObject } from '../lowering/async-iteration.ts';
import { enterScope } from '../lowering/binding-access.ts';
import type { FunctionLowering } from '../lowering/context.ts';
import { enterHandler, openTry, setTry, throwValue } from '../lowering/exits.ts';
import { awaitValue } from '../lowering/suspension.ts';
import { assignTo, closeQuietly } from '../patterns.ts';
import { skipOuter } from '../scopes/binder.ts';
import { ts } from '../typescript.ts';
import { takeLabels } from './loops.ts';
import { lowerStatement } from './table.ts';

export function lowerForAwait(context: FunctionLowering, node: ts.ForOfStatement): void {
  const { ssa } = context;
  const labels = takeLabels(context);
  const scope = context.unit.file.scopes.get(node)!;
  enterScope(context, scope);
  const iterable = lowerExpression(context, node.expression);
  context.at(node.expression);
  const it = openAsync(context, iterable, node.expression);
  const [head, body, exit] = [ssa.newBlock(), ssa.newBlock(), ssa.newBlock()];
  ssa.jump(head);
  ssa.enter(head);
  context.at(node.expression);
  const result = awaitValue(context, context.emit('js.callmethod', [it], { name: 'next', text: 'iterator.next' }), 'any');
  requireObject(context, result, 'src/std/async-from-sync-iterator#throwNoResult');
  ssa.branch(context.emitBool('js.truthy', [context.emit('js.get', [result], { name: 'done' })]), exit, body);
  ssa.startSealed(body);
  const element = context.emit('js.get', [result], { name: 'value' });
  const frame = openTry(context);
  const { outer } = frame;
  const step = ssa.newBlock();
  context.exits.push({ kind: 'target', labels, breakTo: exit, continueTo: null, unlabelled: true });
  context.exits.push({ kind: 'cleanup', run: () => close(context, it, true), frame: outer });
  context.exits.push({ kind: 'target', labels, breakTo: null, continueTo: step, unlabelled: false });
  enterScope(context, scope);
  const { initializer } = node;
  context.at(initializer);
  if (ts.isVariableDeclarationList(initializer)) assignTo(context, initializer.declarations[0]!.name, element, 'initialise');
  else assignTo(context, skipOuter(initializer), element, 'assign');
  lowerStatement(context, node.statement);
  context.exits.length -= 3;
  ssa.jump(step);
  const thrown = enterHandler(context, frame);
  closeQuietly(context, () => close(context, it, false));
  throwValue(context, thrown);
  setTry(context, outer);
  ssa.startSealed(step);
  ssa.jump(head);
  ssa.seal(head);
  ssa.startSealed(exit);
}

/** AsyncIteratorClose, 7.4.11. `checked`: what return() promises has to be an object. */
function close(context: FunctionLowering, it: Value, checked: boolean): void {
  const { ssa } = context;
  const method = context.emit('js.get', [it], { name: 'return', text: 'iterator' });
  const [some, join] = [ssa.newBlock(), ssa.newBlock()];
  ssa.branch(context.emitBool('js.test', [method], { kind: 'nullish' }), join, some);
  ssa.startSealed(some);
  const answer = awaitValue(context, context.emit('js.call', [method, it], { text: 'iterator.return' }));
  if (checked) requireObject(context, answer, 'src/std/async-from-sync-iterator#throwNoResult');
  ssa.jump(join);
  ssa.startSealed(join);
}
