/** Statement lists: their scope is made on entering, function declarations put off are made where they are due. */
import { enterScope } from '../lowering/binding-access.ts';
import { createHoistedFunctions } from '../lowering/closures.ts';
import type { FunctionLowering } from '../lowering/context.ts';
import type { Scope } from '../scopes/bindings.ts';
import type { ts } from '../typescript.ts';
import { lowerStatement } from './table.ts';

export function lowerStatements(context: FunctionLowering, statements: readonly ts.Statement[], scope: Scope, after?: (statement: ts.Statement) => void): void {
  enterScope(context, scope);
  for (const statement of statements) {
    lowerStatement(context, statement);
    after?.(statement);
    createHoistedFunctions(context, scope, statement.end, statement.pos);
  }
}

export function lowerBlock(context: FunctionLowering, node: ts.Block): void {
  lowerStatements(context, node.statements, context.unit.file.scopes.get(node)!);
}
