/**
 * Constant expressions of the dialect and of src/layout. Both sides compute with the same JavaScript numbers and bigints, so
 * that a folded constant is what node would have computed; it needs no conversion, whatever arithmetic it came from.
 */
import { type Declaration, type SourceUnit, type SourceUnits } from './source-unit.ts';
import { ts } from '../typescript.ts';
import { type Constant, convertConstant, INTEGERS, type IntegerType, type MachineType, type StaticType, typeOfAnnotation, type WideType } from './types.ts';

const { SyntaxKind } = ts;

/** Names that hide module-level ones: parameters and variables of the function at hand. Undefined: not local. */
export type LocalConstants = (name: string) => StaticType | undefined;

type Plain = number | bigint | boolean;

export class ConstantEvaluator {
  private readonly units: SourceUnits;
  private readonly variables = new Map<ts.VariableDeclaration, StaticType | null>();

  constructor(units: SourceUnits) {
    this.units = units;
  }

  /** The static type with its constant, or null where the expression is none. */
  evaluate(node: ts.Expression, unit: SourceUnit, locals: LocalConstants = () => undefined): StaticType | null {
    switch (node.kind) {
      case SyntaxKind.ParenthesizedExpression:
      case SyntaxKind.AsExpression:
      case SyntaxKind.SatisfiesExpression:
        return this.evaluateWrapped(node as ts.ParenthesizedExpression | ts.AsExpression, unit, locals);
      case SyntaxKind.NumericLiteral:
        return { kind: 'literal', constant: Number((node as ts.NumericLiteral).text) };
      case SyntaxKind.BigIntLiteral:
        return { kind: 'literal', constant: BigInt((node as ts.BigIntLiteral).text.slice(0, -1)) };
      case SyntaxKind.TrueKeyword:
      case SyntaxKind.FalseKeyword:
        return { kind: 'machine', type: 'bool', constant: node.kind === SyntaxKind.TrueKeyword };
      case SyntaxKind.Identifier:
        return this.evaluateName((node as ts.Identifier).text, unit, locals);
      case SyntaxKind.PropertyAccessExpression:
        return this.evaluateMember(node as ts.PropertyAccessExpression, unit, locals);
      case SyntaxKind.PrefixUnaryExpression:
        return this.evaluateUnary(node as ts.PrefixUnaryExpression, unit, locals);
      case SyntaxKind.BinaryExpression:
        return this.evaluateBinary(node as ts.BinaryExpression, unit, locals);
      case SyntaxKind.ConditionalExpression: {
        const { condition, whenTrue, whenFalse } = node as ts.ConditionalExpression;
        const test = plainConstant(this.evaluate(condition, unit, locals));
        return typeof test === 'boolean' ? this.evaluate(test ? whenTrue : whenFalse, unit, locals) : null;
      }
      case SyntaxKind.CallExpression:
        return this.evaluateCall(node as ts.CallExpression, unit, locals);
      default:
        return null;
    }
  }

  private evaluateWrapped(node: ts.ParenthesizedExpression | ts.AsExpression, unit: SourceUnit, locals: LocalConstants): StaticType | null {
    const inner = this.evaluate(node.expression, unit, locals);
    if (!inner || !ts.isAsExpression(node)) return inner;
    const type = typeOfAnnotation(node.type, unit.aliases);
    const constant = plainConstant(inner);
    return type && type in INTEGERS && constant !== undefined && typeof constant !== 'boolean' ? machineConstant(type as IntegerType | WideType, constant) : inner;
  }

  private evaluateName(name: string, unit: SourceUnit, locals: LocalConstants): StaticType | null {
    if (name === 'NaN' || name === 'Infinity') return { kind: 'literal', constant: Number(name) };
    const local = locals(name);
    if (local) return hasConstant(local) ? local : null;
    const declaration = this.units.resolve(unit, name);
    if (declaration?.kind !== 'variable' || !declaration.variable.constant) return null;
    const { node, unit: home } = declaration.variable;
    const known = this.variables.get(node);
    if (known !== undefined) return known;
    this.variables.set(node, null); // A constant that needs itself is none.
    let type = node.initializer ? this.evaluate(node.initializer, home) : null;
    const annotated = node.type && typeOfAnnotation(node.type, home.aliases);
    const constant = plainConstant(type);
    if (annotated && annotated !== 'void' && annotated !== 'never' && constant !== undefined) type = { kind: 'machine', type: annotated, constant };
    this.variables.set(node, type);
    return type;
  }

  /** `OBJECT.name` of a constant object, `TABLE.length`. */
  private evaluateMember(node: ts.PropertyAccessExpression, unit: SourceUnit, locals: LocalConstants): StaticType | null {
    const initial = this.initializerOf(node.expression, unit, locals);
    if (!initial) return null;
    const { value, home } = initial;
    if (ts.isArrayLiteralExpression(value) && node.name.text === 'length') return { kind: 'literal', constant: value.elements.length };
    if (!ts.isObjectLiteralExpression(value)) return null;
    for (const property of value.properties) {
      if (!property.name || !(ts.isIdentifier(property.name) || ts.isStringLiteral(property.name)) || property.name.text !== node.name.text) continue;
      if (ts.isPropertyAssignment(property)) return this.evaluate(property.initializer, home);
      if (ts.isShorthandPropertyAssignment(property)) return this.evaluateName(property.name.text, home, () => undefined);
    }
    return null;
  }

  /** The initialiser of the constant that a name means, with the unit it stands in. */
  initializerOf(node: ts.Expression, unit: SourceUnit, locals: LocalConstants = () => undefined): { value: ts.Expression; home: SourceUnit; declaration: Declaration & { kind: 'variable' } } | null {
    if (!ts.isIdentifier(node) || locals(node.text)) return null;
    const declaration = this.units.resolve(unit, node.text);
    if (declaration?.kind !== 'variable' || !declaration.variable.constant) return null;
    let value = declaration.variable.node.initializer;
    while (value && (ts.isAsExpression(value) || ts.isSatisfiesExpression(value) || ts.isParenthesizedExpression(value))) value = value.expression;
    return value ? { value, home: declaration.variable.unit, declaration } : null;
  }

  private evaluateUnary(node: ts.PrefixUnaryExpression, unit: SourceUnit, locals: LocalConstants): StaticType | null {
    const operand = plainConstant(this.evaluate(node.operand, unit, locals));
    if (operand === undefined) return null;
    if (node.operator === SyntaxKind.ExclamationToken) return plain(!operand);
    if (typeof operand === 'boolean') return null;
    switch (node.operator) {
      case SyntaxKind.MinusToken:
        return plain(-operand);
      case SyntaxKind.TildeToken:
        return plain(~operand);
      case SyntaxKind.PlusToken:
        return typeof operand === 'number' ? plain(operand) : null;
      default:
        return null;
    }
  }

  private evaluateBinary(node: ts.BinaryExpression, unit: SourceUnit, locals: LocalConstants): StaticType | null {
    const left = plainConstant(this.evaluate(node.left, unit, locals));
    if (left === undefined) return null;
    const { kind } = node.operatorToken;
    if (typeof left === 'boolean') {
      if (kind === SyntaxKind.AmpersandAmpersandToken) return left ? this.evaluate(node.right, unit, locals) : plain(false);
      if (kind === SyntaxKind.BarBarToken) return left ? plain(true) : this.evaluate(node.right, unit, locals);
    }
    const right = plainConstant(this.evaluate(node.right, unit, locals));
    if (right === undefined || typeof left !== typeof right) return null;
    const result = OPERATORS[kind]?.(left as number, right as number);
    return result === undefined ? null : plain(result);
  }

  private evaluateCall(node: ts.CallExpression, unit: SourceUnit, locals: LocalConstants): StaticType | null {
    if (!ts.isIdentifier(node.expression) || node.arguments.length !== 1) return null;
    const { text: name } = node.expression;
    const [arg] = node.arguments;
    if (name === 'BigInt' || name === 'Number') {
      const constant = plainConstant(this.evaluate(arg!, unit, locals));
      if (constant === undefined || typeof constant === 'boolean') return null;
      return plain(name === 'BigInt' ? BigInt(constant) : Number(constant));
    }
    const declaration = locals(name) ? undefined : this.units.resolve(unit, name);
    if (declaration?.kind !== 'intrinsic') return null;
    if (declaration.name === 'symbol' && ts.isStringLiteralLike(arg!)) return { kind: 'machine', type: 'addr', constant: { symbol: arg.text } };
    if (declaration.name === 'text' && ts.isStringLiteralLike(arg!)) return { kind: 'machine', type: 'ref', constant: { text: arg.text } };
    const constant = plainConstant(this.evaluate(arg!, unit, locals));
    if (constant === undefined || typeof constant === 'boolean') return null;
    if (Object.hasOwn(INTEGERS, declaration.name)) return machineConstant(declaration.name as IntegerType | WideType, constant);
    if (declaration.name === 'f64') return { kind: 'machine', type: 'f64', constant: Number(constant) };
    if (declaration.name === 'valueFromBits') return { kind: 'machine', type: 'value', constant };
    if (declaration.name === 'bitsOf') return { kind: 'machine', type: 'u64', constant };
    if (declaration.name === 'asRef') return { kind: 'machine', type: 'ref', constant };
    return null;
  }
}

const OPERATORS: Partial<Record<ts.SyntaxKind, (a: number, b: number) => Plain>> = {
  [SyntaxKind.PlusToken]: (a, b) => a + b,
  [SyntaxKind.MinusToken]: (a, b) => a - b,
  [SyntaxKind.AsteriskToken]: (a, b) => a * b,
  [SyntaxKind.AsteriskAsteriskToken]: (a, b) => a ** b,
  [SyntaxKind.SlashToken]: (a, b) => a / b,
  [SyntaxKind.PercentToken]: (a, b) => a % b,
  [SyntaxKind.AmpersandToken]: (a, b) => a & b,
  [SyntaxKind.BarToken]: (a, b) => a | b,
  [SyntaxKind.CaretToken]: (a, b) => a ^ b,
  [SyntaxKind.LessThanLessThanToken]: (a, b) => a << b,
  [SyntaxKind.GreaterThanGreaterThanToken]: (a, b) => a >> b,
  [SyntaxKind.GreaterThanGreaterThanGreaterThanToken]: (a, b) => a >>> b,
  [SyntaxKind.EqualsEqualsEqualsToken]: (a, b) => a === b,
  [SyntaxKind.ExclamationEqualsEqualsToken]: (a, b) => a !== b,
  [SyntaxKind.LessThanToken]: (a, b) => a < b,
  [SyntaxKind.LessThanEqualsToken]: (a, b) => a <= b,
  [SyntaxKind.GreaterThanToken]: (a, b) => a > b,
  [SyntaxKind.GreaterThanEqualsToken]: (a, b) => a >= b,
};

function plain(constant: Plain): StaticType {
  return typeof constant === 'boolean' ? { kind: 'machine', type: 'bool', constant } : { kind: 'literal', constant };
}

function machineConstant(type: IntegerType | WideType, constant: number | bigint): StaticType {
  return { kind: 'machine', type: type satisfies MachineType, constant: convertConstant(type, constant) };
}

export function hasConstant(type: StaticType): boolean {
  return type.kind === 'literal' || (type.kind === 'machine' && type.constant !== undefined);
}

export function constantOf(type: StaticType | null): Constant | undefined {
  return type?.kind === 'literal' || type?.kind === 'machine' ? type.constant : undefined;
}

/** The constant unless it is a symbol's address or a text. */
export function plainConstant(type: StaticType | null): Plain | undefined {
  const constant = constantOf(type);
  return typeof constant === 'object' ? undefined : constant;
}
