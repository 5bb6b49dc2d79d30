/** The types that generated programs use. */
import { type Random } from './random.ts';

export type Type =
  | { kind: 'number' | 'int' | 'string' | 'boolean' }
  | { kind: 'array'; element: Type }
  | { kind: 'set'; element: Type }
  | { kind: 'map'; key: Type; value: Type }
  | { kind: 'nullable'; type: Type }
  | { kind: 'mixed' }
  | { kind: 'record'; name: string }
  | { kind: 'class'; name: string }
  | { kind: 'function'; parameters: Type[]; result: Type };

export const numberType: Type = { kind: 'number' };
/** Typed `number`; its generated values are mostly 32-bit integers. */
export const intType: Type = { kind: 'int' };
export const stringType: Type = { kind: 'string' };
export const booleanType: Type = { kind: 'boolean' };
/** `number | string | boolean`. */
export const mixedType: Type = { kind: 'mixed' };
export const arrayOf = (element: Type): Type => ({ kind: 'array', element });

export function typeText(type: Type): string {
  switch (type.kind) {
    case 'number':
    case 'int':
      return 'number';
    case 'string':
    case 'boolean':
      return type.kind;
    case 'mixed':
      return 'number | string | boolean';
    case 'array':
      return `${bracketed(type.element)}[]`;
    case 'set':
      return `Set<${typeText(type.element)}>`;
    case 'map':
      return `Map<${typeText(type.key)}, ${typeText(type.value)}>`;
    case 'nullable':
      return `${bracketed(type.type)} | undefined`;
    case 'record':
    case 'class':
      return type.name;
    case 'function':
      return `(${type.parameters.map((parameter, index) => `a${index}: ${typeText(parameter)}`).join(', ')}) => ${typeText(type.result)}`;
  }
}

function bracketed(type: Type): string {
  const text = typeText(type);
  return text.includes(' ') ? `(${text})` : text;
}

/** Types are the same if TypeScript sees them so. */
export const sameType = (a: Type, b: Type): boolean => typeText(a) === typeText(b);

export const isNumeric = (type: Type): boolean => type.kind === 'number' || type.kind === 'int';

/** A type for a variable, field, parameter or result. `named` are the records and classes that may be used. */
export function randomType(random: Random, named: readonly Type[], depth = 2): Type {
  const inner = (): Type => randomType(random, named, depth - 1);
  const nested = depth > 0 ? 1 : 0;
  return random.weighted<() => Type>([
    [22, () => numberType],
    [20, () => intType],
    [16, () => stringType],
    [8, () => booleanType],
    [4, () => mixedType],
    [nested * 18, () => arrayOf(inner())],
    [nested * 3, () => ({ kind: 'set', element: random.pick([numberType, intType, stringType]) })],
    [nested * 4, () => ({ kind: 'map', key: random.pick([numberType, intType, stringType]), value: inner() })],
    [nested * 6, () => nullableOf(inner())],
    [named.length > 0 ? 14 : 0, () => random.pick(named)],
  ])();
}

export const nullableOf = (type: Type): Type => (type.kind === 'nullable' ? type : { kind: 'nullable', type });
