/** try, catch, finally. The finally block's code stands on each way out: normal, by exception, and by every jump (exits.ts). */
import { enterScope, initialise } from '../lowering/binding-access.ts';
import type { FunctionLowering } from '../lowering/context.ts';
import { enterHandler, openTry, setTry, throwValue } from '../lowering/exits.ts';
import { assignPattern } from '../patterns.ts';
import { ts } from '../typescript.ts';
import { lowerBlock } from './block.ts';

export function lowerTry(context: FunctionLowering, node: ts.TryStatement): void {
  const { tryBlock, catchClause, finallyBlock } = node;
  if (!finallyBlock) return lowerCatch(context, tryBlock, catchClause!);
  const { ssa } = context;
  const frame = openTry(context);
  context.exits.push({ kind: 'cleanup', run: () => lowerBlock(context, finallyBlock), frame: frame.outer });
  if (catchClause) lowerCatch(context, tryBlock, catchClause);
  else lowerBlock(context, tryBlock);
  context.exits.pop();
  const normal = ssa.newBlock();
  ssa.jump(normal);
  const thrown = enterHandler(context, frame);
  lowerBlock(context, finallyBlock);
  throwValue(context, thrown);
  setTry(context, frame.outer);
  ssa.startSealed(normal);
  lowerBlock(context, finallyBlock);
}

function lowerCatch(context: FunctionLowering, tryBlock: ts.Block, clause: ts.CatchClause): void {
  const { ssa } = context;
  const frame = openTry(context);
  lowerBlock(context, tryBlock);
  const join = ssa.newBlock();
  ssa.jump(join);
  const thrown = enterHandler(context, frame);
  enterScope(context, context.unit.file.scopes.get(clause));
  const name = clause.variableDeclaration?.name;
  if (name && ts.isIdentifier(name)) initialise(context, context.meaning(name)!, thrown);
  else if (name) assignPattern(context, name, thrown, 'initialise');
  lowerBlock(context, clause.block);
  ssa.jump(join);
  setTry(context, frame.outer);
  ssa.startSealed(join);
}
