/** for-of: arrays and strings by index, everything else by its iterator, which is closed when the loop is left early. */
import { lowerExpression } from '../expressions/table.ts';
import { enterScope } from '../lowering/binding-access.ts';
import { iterableText } from '../lowering/message-text.ts';
import type { FunctionLowering } from '../lowering/context.ts';
import { enterHandler, openTry, setTry, throwValue } from '../lowering/exits.ts';
import { assignPattern, assignTo, closeQuietly } from '../patterns.ts';
import { skipOuter } from '../scopes/binder.ts';
import { ts } from '../typescript.ts';
import { takeLabels } from './loops.ts';
import { lowerStatement } from './table.ts';

export function lowerForOf(context: FunctionLowering, node: ts.ForOfStatement): void {
  const { ssa } = context;
  const labels = takeLabels(context);
  const scope = context.unit.file.scopes.get(node)!;
  enterScope(context, scope); // The iterable's expression sees the loop variables uninitialised.
  const iterable = lowerExpression(context, node.expression);
  context.at(node.expression);
  const it = context.emit('js.iterate', [iterable], { text: iterableText(node.expression) });
  const index = context.temporary('index');
  ssa.write(index, context.number(0));
  const [head, body, step, exit] = [ssa.newBlock(), ssa.newBlock(), ssa.newBlock(), ssa.newBlock()];
  ssa.jump(head);
  ssa.enter(head);
  context.at(node.expression);
  const at = ssa.read(index);
  const fetched = context.emit('js.iterate.fetch', [it, at]);
  ssa.branch(context.emitBool('js.iterate.done', [it, at, fetched]), exit, body);
  ssa.startSealed(body);
  const element = context.emit('js.iterate.value', [it, at, fetched]);
  const frame = openTry(context);
  const outer = frame.outer;
  context.exits.push({ kind: 'target', labels, breakTo: exit, continueTo: null, unlabelled: true });
  context.exits.push({ kind: 'cleanup', run: () => context.effect('js.iterate.close', [it]), frame: outer });
  context.exits.push({ kind: 'target', labels, breakTo: null, continueTo: step, unlabelled: false });
  enterScope(context, scope);
  const { initializer } = node;
  context.at(initializer);
  if (ts.isVariableDeclarationList(initializer)) {
    const { name } = initializer.declarations[0]!;
    // V8 has no text for what the loop takes apart.
    if (ts.isArrayBindingPattern(name)) assignPattern(context, name, element, 'initialise', { iterable: '.for' });
    else assignTo(context, name, element, 'initialise');
  } else assignTo(context, skipOuter(initializer), element, 'assign');
  lowerStatement(context, node.statement);
  context.exits.length -= 3;
  ssa.jump(step);
  const thrown = enterHandler(context, frame);
  closeQuietly(context, () => context.effect('js.iterate.close', [it]));
  throwValue(context, thrown);
  setTry(context, outer);
  ssa.startSealed(step);
  ssa.write(index, context.emit('js.iterate.step', [it, at, fetched]));
  ssa.jump(head);
  ssa.seal(head);
  ssa.startSealed(exit);
}
