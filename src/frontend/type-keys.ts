/**
 * Type keys (grammar at the head of src/ir/js-ops.ts), from the checker: names of contexts for the flow analysis. A wrong or
 * missing key costs precision, never correctness.
 */
import { ts } from './typescript.ts';

export interface TypeKeys {
  /** Keys of the type arguments of the call's resolved signature; none where it isn't generic. */
  typeArguments(node: ts.CallExpression | ts.NewExpression | ts.TaggedTemplateExpression): string[];
  /** Key of a literal: of its contextual type, else its own. */
  ofExpression(node: ts.Expression): string;
  ofNode(node: ts.Node): string;
  /** Key of the array that `...rest` of an array pattern collects. */
  restElementKey(node: ts.Node): string;
  /** Key of the elements of a function's rest parameter; null: it has none. */
  restKey(node: ts.FunctionLikeDeclaration): string | null;
}

/** Without a checker: one context for everything. */
export const NO_KEYS: TypeKeys = {
  typeArguments: () => [],
  ofExpression: () => 'any',
  ofNode: () => 'any',
  restElementKey: () => 'Array<any>',
  restKey: (node) => (node.parameters.some((param) => param.dotDotDotToken) ? 'any' : null),
};

const MAX_DEPTH = 3;
const MAX_LENGTH = 120;
const MAX_PROPERTIES = 12;
const ANY = 'any';

export function checkerKeys(checker: ts.TypeChecker): TypeKeys {
  const keyAt = (type: ts.Type | undefined, at: ts.Node): string => (type ? keyOf(checker, type, typeParametersInScope(checker, at), 0) : ANY);
  return {
    typeArguments(node) {
      const signature = checker.getResolvedSignature(node);
      const types = signature && checker.getTypeArgumentsForResolvedSignature(signature);
      return types?.map((type) => keyAt(type, node)) ?? [];
    },
    ofExpression: (node) => {
      const contextual = checker.getContextualType(node);
      const own = contextual && !isVague(contextual) ? pick(checker, contextual, node) : checker.getTypeAtLocation(node);
      return keyAt(own, node);
    },
    ofNode: (node) => keyAt(checker.getTypeAtLocation(node), node),
    restElementKey: (node) => keyAt(checker.getTypeAtLocation(node), node),
    restKey(node) {
      const rest = node.parameters.find((param) => param.dotDotDotToken);
      if (!rest) return null;
      const key = keyAt(checker.getTypeAtLocation(rest.name), rest);
      return key.startsWith('Array<') ? key.slice(6, -1) : ANY;
    },
  };
}

function isVague(type: ts.Type): boolean {
  return (type.flags & (ts.TypeFlags.Any | ts.TypeFlags.Unknown | ts.TypeFlags.NonPrimitive)) !== 0;
}

/** Of a union that a literal is expected in, the literal's own type says more than the union. */
function pick(checker: ts.TypeChecker, contextual: ts.Type, node: ts.Expression): ts.Type {
  return contextual.isUnion() ? checker.getTypeAtLocation(node) : contextual;
}

/** Type parameters that surround a node, outermost first: $0, $1 … */
function typeParametersInScope(checker: ts.TypeChecker, node: ts.Node): ts.Type[] {
  const found: ts.Type[] = [];
  for (let at: ts.Node | undefined = node; at; at = at.parent) {
    if (!ts.isFunctionLike(at) && !ts.isClassLike(at)) continue;
    found.unshift(...(at.typeParameters?.map((param) => checker.getTypeAtLocation(param)) ?? []));
  }
  return found;
}

const PRIMITIVES: [flags: ts.TypeFlags, key: string][] = [
  [ts.TypeFlags.NumberLike, 'number'], [ts.TypeFlags.StringLike, 'string'], [ts.TypeFlags.BooleanLike, 'boolean'],
  [ts.TypeFlags.BigIntLike, 'bigint'], [ts.TypeFlags.ESSymbolLike, 'symbol'], [ts.TypeFlags.Undefined | ts.TypeFlags.Void, 'undefined'],
  [ts.TypeFlags.Null, 'null'],
];

function keyOf(checker: ts.TypeChecker, type: ts.Type, params: readonly ts.Type[], depth: number): string {
  for (const [flags, key] of PRIMITIVES) if (type.flags & flags) return key;
  if (type.flags & ts.TypeFlags.TypeParameter) {
    const index = params.indexOf(type);
    return index < 0 ? ANY : `$${index}`;
  }
  if (depth >= MAX_DEPTH) return ANY;
  const key = compositeKey(checker, type, params, depth);
  return key.length > MAX_LENGTH ? ANY : key;
}

function compositeKey(checker: ts.TypeChecker, type: ts.Type, params: readonly ts.Type[], depth: number): string {
  if (type.isUnion()) return [...new Set(type.types.map((member) => keyOf(checker, member, params, depth)))].sort().join('|');
  if (!(type.flags & ts.TypeFlags.Object)) return ANY;
  if (checker.isArrayType(type)) return `Array<${argumentKeys(checker, type, params, depth)}>`;
  if (checker.isTupleType(type)) {
    const elements = new Set(checker.getTypeArguments(type as ts.TypeReference).map((element) => keyOf(checker, element, params, depth + 1)));
    return `Array<${[...elements].sort().join('|')}>`;
  }
  const name = type.symbol?.name;
  if ((type as ts.ObjectType).objectFlags & ts.ObjectFlags.Reference || type.isClassOrInterface()) {
    const args = argumentKeys(checker, type, params, depth);
    return name ? `${name}${args ? `<${args}>` : ''}` : ANY;
  }
  if (type.getCallSignatures().length > 0) return 'fn';
  const properties = type.getProperties();
  if (properties.length > MAX_PROPERTIES) return name && name !== '__object' && name !== '__type' ? name : ANY;
  return `{${properties.map((property) => `${property.name}:${keyOf(checker, checker.getTypeOfSymbol(property), params, depth + 1)}`).join(',')}}`;
}

function argumentKeys(checker: ts.TypeChecker, type: ts.Type, params: readonly ts.Type[], depth: number): string {
  if (!((type as ts.ObjectType).objectFlags & ts.ObjectFlags.Reference)) return '';
  // The last of a class's type arguments may be its `this` type.
  const reference = type as ts.TypeReference;
  const count = reference.target.typeParameters?.length ?? 0;
  return checker.getTypeArguments(reference).slice(0, count).map((arg) => keyOf(checker, arg, params, depth + 1)).join(',');
}
