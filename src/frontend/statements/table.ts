/** Statements by syntax kind. */
import { lowerClass } from '../expressions/class.ts';
import { lowerExpression } from '../expressions/table.ts';
import type { FunctionLowering } from '../lowering/context.ts';
import { jumpTo, returnValue, throwValue } from '../lowering/exits.ts';
import { awaitValue } from '../lowering/suspension.ts';
import { isAmbient } from '../scopes/binder.ts';
import { ts } from '../typescript.ts';
import { lowerBlock } from './block.ts';
import { lowerEnum } from './enum.ts';
import { lowerForAwait } from './for-await.ts';
import { lowerForIn } from './for-in.ts';
import { lowerForOf } from './for-of.ts';
import { lowerDo, lowerFor, lowerIf, lowerLabelled, lowerWhile } from './loops.ts';
import { lowerSwitch } from './switch.ts';
import { lowerTry } from './try.ts';
import { lowerVariables } from './variables.ts';
import { lowerExportAssignment, refuseStatement } from './module-items.ts';

const { SyntaxKind } = ts;

type Lower = (context: FunctionLowering, node: never) => void;

const nothing = (): void => {};

const STATEMENTS: Partial<Record<ts.SyntaxKind, Lower>> = {
  [SyntaxKind.Block]: lowerBlock,
  [SyntaxKind.EmptyStatement]: nothing,
  [SyntaxKind.DebuggerStatement]: nothing,
  [SyntaxKind.InterfaceDeclaration]: nothing,
  [SyntaxKind.TypeAliasDeclaration]: nothing,
  [SyntaxKind.ImportDeclaration]: nothing,
  [SyntaxKind.ExportDeclaration]: nothing,
  [SyntaxKind.FunctionDeclaration]: nothing,
  [SyntaxKind.VariableStatement]: (context, node: ts.VariableStatement) => lowerVariables(context, node.declarationList),
  [SyntaxKind.ExpressionStatement]: (context, node: ts.ExpressionStatement) => void lowerExpression(context, node.expression),
  [SyntaxKind.ClassDeclaration]: (context, node: ts.ClassDeclaration) => void lowerClass(context, node, node.name?.text ?? 'default'),
  [SyntaxKind.EnumDeclaration]: lowerEnum,
  [SyntaxKind.IfStatement]: lowerIf,
  [SyntaxKind.WhileStatement]: lowerWhile,
  [SyntaxKind.DoStatement]: lowerDo,
  [SyntaxKind.ForStatement]: lowerFor,
  [SyntaxKind.ForOfStatement]: (context, node: ts.ForOfStatement) => (node.awaitModifier ? lowerForAwait : lowerForOf)(context, node),
  [SyntaxKind.ForInStatement]: lowerForIn,
  [SyntaxKind.LabeledStatement]: lowerLabelled,
  [SyntaxKind.SwitchStatement]: lowerSwitch,
  [SyntaxKind.TryStatement]: lowerTry,
  [SyntaxKind.BreakStatement]: (context, node: ts.BreakStatement) => jumpTo(context, node, false),
  [SyntaxKind.ContinueStatement]: (context, node: ts.ContinueStatement) => jumpTo(context, node, true),
  [SyntaxKind.ReturnStatement]: lowerReturn,
  [SyntaxKind.ThrowStatement]: (context, node: ts.ThrowStatement) => {
    const value = lowerExpression(context, node.expression);
    context.at(node);
    throwValue(context, value);
  },
  [SyntaxKind.ExportAssignment]: lowerExportAssignment,
};

export function lowerStatement(context: FunctionLowering, node: ts.Statement): void {
  if (isAmbient(node)) return;
  const lower = STATEMENTS[node.kind];
  if (!lower) refuseStatement(context, node);
  context.at(node);
  lower(context, node as never);
}

function lowerReturn(context: FunctionLowering, node: ts.ReturnStatement): void {
  if (context.info.kind === 'constructor') {
    if (node.expression) context.fail(node, 'A value returned from a constructor', 'return from a static method instead');
    const { receiver } = context.info;
    return returnValue(context, receiver ? context.emit('js.checktdz', [context.ssa.read(receiver)], { name: 'this' }) : context.func.params[1]!);
  }
  const value = node.expression ? lowerExpression(context, node.expression) : context.constant('undefined');
  context.at(node);
  // 14.10.1: an async generator awaits what it returns.
  const awaited = node.expression && context.suspension === 'async generator' ? awaitValue(context, value, context.unit.keys.ofNode(node.expression)) : value;
  returnValue(context, awaited);
}
