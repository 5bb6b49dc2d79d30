/** The machine types of the systems dialect (docs/dialect.md, "Types") as the lowering sees them. */
import type { Rep } from '../../ir/rep.ts';
import { ts } from '../typescript.ts';

export type IntegerType = 'u8' | 'u16' | 'u32' | 'i8' | 'i16' | 'i32';
export type WideType = 'u64' | 'i64' | 'addr';
export type MachineType = IntegerType | WideType | 'f64' | 'bool' | 'ref' | 'value';
export type ResultType = MachineType | 'void' | 'never';

/**
 * The static type of an expression.
 *   machine     a machine type; `constant` where its value is known
 *   literal     a number or bigint whose type comes from use
 *   number      result of integer arithmetic of at most 32-bit operands before its conversion; exact below 2^bits in node.
 *               `exact`: what JavaScript itself guarantees (`a & b` is an int32), so that it can be compared as it is
 *   bigint      the same of 64-bit operands
 *   quotient    a / b of integers: a fraction in node until it is converted
 */
export type StaticType =
  | { kind: 'machine'; type: ResultType; constant?: Constant }
  | { kind: 'literal'; constant: number | bigint }
  | { kind: 'number'; bits: number; exact?: 'i32' | 'u32' }
  | { kind: 'bigint'; exact?: 'u64' | 'i64' }
  | { kind: 'quotient'; signed: boolean };

export type Constant = number | bigint | boolean | { symbol: string } | { text: string };

/** Width in bits, and whether the type is signed. */
export const INTEGERS: Readonly<Record<IntegerType | WideType, { bits: number; signed: boolean }>> = {
  u8: { bits: 8, signed: false },
  u16: { bits: 16, signed: false },
  u32: { bits: 32, signed: false },
  i8: { bits: 8, signed: true },
  i16: { bits: 16, signed: true },
  i32: { bits: 32, signed: true },
  u64: { bits: 64, signed: false },
  i64: { bits: 64, signed: true },
  addr: { bits: 64, signed: false },
};

export function isInteger(type: ResultType): type is IntegerType {
  return type in INTEGERS && !isWide(type);
}

export function isWide(type: ResultType): type is WideType {
  return type === 'u64' || type === 'i64' || type === 'addr';
}

export function repOf(type: MachineType): Rep {
  if (isWide(type)) return 'i64';
  if (type === 'f64' || type === 'bool' || type === 'ref' || type === 'value') return type;
  return 'i32';
}

/** The constant converted as toro:machine's function of that name does. */
export function convertConstant(type: IntegerType | WideType, x: number | bigint): number | bigint {
  const { bits, signed } = INTEGERS[type];
  const big = typeof x === 'bigint' ? x : BigInt(Math.trunc(x));
  const wrapped = signed ? BigInt.asIntN(bits, big) : BigInt.asUintN(bits, big);
  return bits === 64 ? wrapped : Number(wrapped);
}

export function showType(type: StaticType): string {
  switch (type.kind) {
    case 'machine':
      return type.type === 'f64' ? 'number' : type.type === 'bool' ? 'boolean' : type.type;
    case 'literal':
      return `the literal ${type.constant}`;
    default:
      return 'an unconverted intermediate';
  }
}

const NAMED: Readonly<Record<string, MachineType>> = {
  u8: 'u8', u16: 'u16', u32: 'u32', i8: 'i8', i16: 'i16', i32: 'i32', u64: 'u64', i64: 'i64', addr: 'addr', ref: 'ref', value: 'value',
};

/** The machine type that an annotation names, through `aliases` of the module; null: none. */
export function typeOfAnnotation(node: ts.TypeNode, aliases: ReadonlyMap<string, ts.TypeNode>): ResultType | null {
  switch (node.kind) {
    case ts.SyntaxKind.NumberKeyword:
      return 'f64';
    case ts.SyntaxKind.BooleanKeyword:
      return 'bool';
    case ts.SyntaxKind.VoidKeyword:
      return 'void';
    case ts.SyntaxKind.NeverKeyword:
      return 'never';
    case ts.SyntaxKind.ParenthesizedType:
      return typeOfAnnotation((node as ts.ParenthesizedTypeNode).type, aliases);
    case ts.SyntaxKind.TypeReference: {
      const { typeName, typeArguments } = node as ts.TypeReferenceNode;
      if (!ts.isIdentifier(typeName) || typeArguments) return null;
      const alias = aliases.get(typeName.text);
      return alias ? typeOfAnnotation(alias, aliases) : (NAMED[typeName.text] ?? null);
    }
    default:
      return null;
  }
}
