/** for-in: the keys are listed first; one that has been deleted meanwhile is passed over. */
import { lowerExpression } from '../expressions/table.ts';
import { enterScope } from '../lowering/binding-access.ts';
import type { FunctionLowering } from '../lowering/context.ts';
import { assignTo } from '../patterns.ts';
import { skipOuter } from '../scopes/binder.ts';
import { ts } from '../typescript.ts';
import { lowerLoopBody, takeLabels } from './loops.ts';
import { lowerStatement } from './table.ts';

export function lowerForIn(context: FunctionLowering, node: ts.ForInStatement): void {
  const { ssa } = context;
  const labels = takeLabels(context);
  const scope = context.unit.file.scopes.get(node)!;
  enterScope(context, scope);
  const object = lowerExpression(context, node.expression);
  context.at(node.expression);
  const keys = context.emit('js.forinkeys', [object]);
  const index = context.temporary('index');
  ssa.write(index, context.number(0));
  const [head, take, body, step, exit] = [ssa.newBlock(), ssa.newBlock(), ssa.newBlock(), ssa.newBlock(), ssa.newBlock()];
  ssa.jump(head);
  ssa.enter(head);
  const at = ssa.read(index);
  const length = context.emit('js.get', [keys], { name: 'length' });
  ssa.branch(context.emitBool('js.compare', [at, length], { operator: '<' }), take, exit);
  ssa.startSealed(take);
  const key = context.emit('js.getindex', [keys, at]);
  if (context.unit.linkage.deletes) {
    const check = ssa.newBlock();
    ssa.branch(context.emitBool('js.test', [object], { kind: 'object' }), check, body);
    ssa.startSealed(check);
    ssa.branch(context.emitBool('js.compare', [key, object], { operator: 'in' }), body, step);
  } else ssa.jump(body);
  ssa.startSealed(body);
  enterScope(context, scope);
  const { initializer } = node;
  const target = ts.isVariableDeclarationList(initializer) ? initializer.declarations[0]!.name : skipOuter(initializer);
  assignTo(context, target, key, ts.isVariableDeclarationList(initializer) ? 'initialise' : 'assign');
  lowerLoopBody(context, labels, exit, step, () => lowerStatement(context, node.statement));
  ssa.jump(step);
  ssa.startSealed(step);
  ssa.write(index, context.emit('js.binary', [at, context.number(1)], { operator: '+' }));
  ssa.jump(head);
  ssa.seal(head);
  ssa.startSealed(exit);
}
