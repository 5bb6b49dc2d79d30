/**
 * How V8 names an expression in a TypeError (its CallPrinter, src/ast/prettyprinter.cc): from the JavaScript that tsc emits, so without
 * types; what has no short name is "(intermediate value)".
 */
import { skipOuter } from '../scopes/binder.ts';
import { ts } from '../typescript.ts';

const { SyntaxKind } = ts;

const INTERMEDIATE = '(intermediate value)';

/** How it names what is iterated. */
export function iterableText(expression: ts.Expression): string {
  const node = skipOuter(expression);
  return ts.isCallExpression(node) ? `${messageText(node.expression)} is not a function or its return value` : messageText(node);
}

/** How it names what an array pattern of a declaration takes apart; undefined: by the value, as everywhere else. */
export function takenApartText(expression: ts.Expression): string | undefined {
  const node = skipOuter(expression);
  return ts.isPropertyAccessExpression(node) || ts.isElementAccessExpression(node) ? undefined : iterableText(node);
}

export function messageText(expression: ts.Expression): string {
  const node = skipOuter(expression);
  switch (node.kind) {
    case SyntaxKind.Identifier:
      return (node as ts.Identifier).text;
    case SyntaxKind.ThisKeyword:
      return 'this';
    case SyntaxKind.NullKeyword:
      return 'null';
    case SyntaxKind.TrueKeyword:
      return 'true';
    case SyntaxKind.FalseKeyword:
      return 'false';
    case SyntaxKind.NumericLiteral:
      return String(Number((node as ts.NumericLiteral).text));
    case SyntaxKind.StringLiteral:
    case SyntaxKind.NoSubstitutionTemplateLiteral:
      return `"${(node as ts.StringLiteral).text}"`;
    case SyntaxKind.PropertyAccessExpression: {
      const { expression: object, name, questionDotToken } = node as ts.PropertyAccessExpression;
      return `${messageText(object)}${questionDotToken ? '?.' : '.'}${name.text}`;
    }
    case SyntaxKind.ElementAccessExpression: {
      const { expression: object, argumentExpression, questionDotToken } = node as ts.ElementAccessExpression;
      const key = skipOuter(argumentExpression);
      if (ts.isStringLiteralLike(key) && !questionDotToken) return `${messageText(object)}.${key.text}`;
      return `${messageText(object)}${questionDotToken ? '?.' : ''}[${messageText(argumentExpression)}]`;
    }
    case SyntaxKind.CallExpression:
      return `${messageText((node as ts.CallExpression).expression)}(...)`;
    case SyntaxKind.ArrayLiteralExpression:
      return `[${(node as ts.ArrayLiteralExpression).elements.map(messageText).join(',')}]`;
    case SyntaxKind.ObjectLiteralExpression:
      return `{${(node as ts.ObjectLiteralExpression).properties.map(() => INTERMEDIATE).join('')}}`;
    case SyntaxKind.ConditionalExpression:
      return INTERMEDIATE.repeat(3);
    case SyntaxKind.BinaryExpression: {
      const { left, operatorToken, right } = node as ts.BinaryExpression;
      const plain = operatorToken.kind < SyntaxKind.FirstAssignment || operatorToken.kind > SyntaxKind.LastAssignment;
      return plain ? `(${messageText(left)} ${ts.tokenToString(operatorToken.kind)} ${messageText(right)})` : INTERMEDIATE;
    }
    case SyntaxKind.PrefixUnaryExpression: {
      const { operator, operand } = node as ts.PrefixUnaryExpression;
      return `(${ts.tokenToString(operator)}${messageText(operand)})`;
    }
    case SyntaxKind.PostfixUnaryExpression: {
      const { operator, operand } = node as ts.PostfixUnaryExpression;
      return `(${messageText(operand)}${ts.tokenToString(operator)})`;
    }
    case SyntaxKind.TypeOfExpression:
      return `(typeof ${messageText((node as ts.TypeOfExpression).expression)})`;
    default:
      return INTERMEDIATE;
  }
}
