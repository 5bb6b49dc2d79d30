/** switch: clause tests in order with ===, then the clauses, which fall through. */
import { lowerExpression } from '../expressions/table.ts';
import { enterScope } from '../lowering/binding-access.ts';
import type { FunctionLowering } from '../lowering/context.ts';
import { ts } from '../typescript.ts';
import { takeLabels } from './loops.ts';
import { lowerStatement } from './table.ts';

export function lowerSwitch(context: FunctionLowering, node: ts.SwitchStatement): void {
  const { ssa } = context;
  const labels = takeLabels(context);
  const { clauses } = node.caseBlock;
  const scrutinee = lowerExpression(context, node.expression);
  enterScope(context, context.unit.file.scopes.get(node.caseBlock));
  const exit = ssa.newBlock();
  const bodies = clauses.map(() => ssa.newBlock());
  clauses.forEach((clause, i) => {
    if (!ts.isCaseClause(clause)) return;
    const next = ssa.newBlock();
    const value = lowerExpression(context, clause.expression);
    context.at(clause.expression);
    ssa.branch(context.emitBool('js.compare', [scrutinee, value], { operator: '===' }), bodies[i]!, next);
    ssa.startSealed(next);
  });
  const fallback = clauses.findIndex(ts.isDefaultClause);
  ssa.jump(fallback < 0 ? exit : bodies[fallback]!);
  context.exits.push({ kind: 'target', labels, breakTo: exit, continueTo: null, unlabelled: true });
  clauses.forEach((clause, i) => {
    if (i > 0) ssa.jump(bodies[i]!);
    ssa.startSealed(bodies[i]!);
    for (const statement of clause.statements) lowerStatement(context, statement);
  });
  context.exits.pop();
  if (clauses.length > 0) ssa.jump(exit);
  ssa.startSealed(exit);
}
