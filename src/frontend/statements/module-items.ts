/** Items of a module's top level, and statements that are refused. */
import { lowerExpression } from '../expressions/table.ts';
import type { FunctionLowering } from '../lowering/context.ts';
import { ts } from '../typescript.ts';

const { SyntaxKind } = ts;

/** `export default expression`. */
export function lowerExportAssignment(context: FunctionLowering, node: ts.ExportAssignment): void {
  if (node.isExportEquals) context.fail(node, 'export =', 'write export default');
  const value = lowerExpression(context, node.expression, 'default');
  context.at(node);
  context.effect('js.global.set', [value], { global: `${context.unit.module.name}#default` });
}

const REFUSED: Partial<Record<ts.SyntaxKind, [construct: string, instead: string]>> = {
  [SyntaxKind.WithStatement]: ['with', 'name the object'],
  [SyntaxKind.ModuleDeclaration]: ['A namespace', 'write a module, or an object'],
  [SyntaxKind.ImportEqualsDeclaration]: ['import =', "write import … from '…'"],
};

export function refuseStatement(context: FunctionLowering, node: ts.Statement): never {
  const [construct, instead] = REFUSED[node.kind] ?? [`This statement (${SyntaxKind[node.kind]})`, undefined];
  context.fail(node, construct, instead);
}
