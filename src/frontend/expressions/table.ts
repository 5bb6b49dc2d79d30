/** Expressions by syntax kind. */
import type { Value } from '../../ir/function.ts';
import type { FunctionLowering } from '../lowering/context.ts';
import { createClosure } from '../lowering/closures.ts';
import { ts } from '../typescript.ts';
import { lowerElementAccess, lowerPropertyAccess } from './access.ts';
import { lowerArrayLiteral } from './array-literal.ts';
import { lowerAwait } from './await.ts';
import { lowerBinary } from './binary.ts';
import { lowerCall, lowerNew } from './calls.ts';
import { lowerClass } from './class.ts';
import { lowerConditional } from './conditions.ts';
import { lowerIdentifier, lowerThis } from './identifiers.ts';
import { lowerObjectLiteral } from './object-literal.ts';
import { isChain, lowerChain } from './optional-chain.ts';
import { lowerTaggedTemplate } from './tagged-template.ts';
import { lowerTemplate } from './template.ts';
import { lowerDelete, lowerPostfix, lowerPrefix, lowerTypeof, lowerVoid } from './unary.ts';
import { refuseExpression } from './unsupported.ts';
import { lowerYield } from './yield.ts';

const { SyntaxKind } = ts;

type Lower = (context: FunctionLowering, node: never, name: string) => Value;

const EXPRESSIONS: Partial<Record<ts.SyntaxKind, Lower>> = {
  [SyntaxKind.ParenthesizedExpression]: inner,
  [SyntaxKind.AsExpression]: inner,
  [SyntaxKind.SatisfiesExpression]: inner,
  [SyntaxKind.NonNullExpression]: inner,
  [SyntaxKind.TypeAssertionExpression]: inner,
  [SyntaxKind.ExpressionWithTypeArguments]: inner,
  [SyntaxKind.NumericLiteral]: (context, node: ts.NumericLiteral) => context.number(Number(node.text)),
  [SyntaxKind.StringLiteral]: (context, node: ts.StringLiteral) => context.string(node.text),
  [SyntaxKind.NoSubstitutionTemplateLiteral]: (context, node: ts.NoSubstitutionTemplateLiteral) => context.string(node.text),
  [SyntaxKind.TrueKeyword]: (context) => context.constant('true'),
  [SyntaxKind.FalseKeyword]: (context) => context.constant('false'),
  [SyntaxKind.NullKeyword]: (context) => context.constant('null'),
  [SyntaxKind.Identifier]: lowerIdentifier,
  [SyntaxKind.ThisKeyword]: lowerThis,
  [SyntaxKind.TemplateExpression]: lowerTemplate,
  [SyntaxKind.TaggedTemplateExpression]: lowerTaggedTemplate,
  [SyntaxKind.ArrayLiteralExpression]: lowerArrayLiteral,
  [SyntaxKind.ObjectLiteralExpression]: lowerObjectLiteral,
  [SyntaxKind.PropertyAccessExpression]: lowerPropertyAccess,
  [SyntaxKind.ElementAccessExpression]: lowerElementAccess,
  [SyntaxKind.CallExpression]: lowerCall,
  [SyntaxKind.NewExpression]: lowerNew,
  [SyntaxKind.BinaryExpression]: lowerBinary,
  [SyntaxKind.ConditionalExpression]: lowerConditional,
  [SyntaxKind.PrefixUnaryExpression]: lowerPrefix,
  [SyntaxKind.PostfixUnaryExpression]: lowerPostfix,
  [SyntaxKind.TypeOfExpression]: lowerTypeof,
  [SyntaxKind.VoidExpression]: lowerVoid,
  [SyntaxKind.DeleteExpression]: lowerDelete,
  [SyntaxKind.ArrowFunction]: (context, node: ts.ArrowFunction, name) => createClosure(context, node, name),
  [SyntaxKind.FunctionExpression]: (context, node: ts.FunctionExpression, name) => createClosure(context, node, node.name?.text ?? name),
  [SyntaxKind.ClassExpression]: (context, node: ts.ClassExpression, name) => lowerClass(context, node, name),
  [SyntaxKind.MetaProperty]: lowerThis,
  [SyntaxKind.YieldExpression]: lowerYield,
  [SyntaxKind.AwaitExpression]: lowerAwait,
};

/** The expression's value. `name`: what an anonymous function or class is called after. */
export function lowerExpression(context: FunctionLowering, node: ts.Expression, name = ''): Value {
  if (isChain(node)) return lowerChain(context, node);
  const lower = EXPRESSIONS[node.kind];
  if (!lower) refuseExpression(context, node);
  context.at(node);
  return lower(context, node as never, name);
}

function inner(context: FunctionLowering, node: ts.ParenthesizedExpression, name: string): Value {
  return lowerExpression(context, node.expression, name);
}
