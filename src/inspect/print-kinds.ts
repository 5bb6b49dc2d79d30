import { BIGINT, BOOLEAN, FALSE, HOLE, isEmpty, type Kinds, NULL, NUMBER, OPAQUE, STRING, SYMBOL, TRUE, UNDEFINED } from '../flow/kinds.ts';
import { type AbstractObject, functionName } from '../flow/object.ts';
import type { Range } from '../flow/range.ts';
import type { Place } from '../flow/instance.ts';

const PRIMITIVES: readonly [bit: number, name: string][] = [
  [UNDEFINED, 'undefined'], [NULL, 'null'], [STRING, 'string'], [SYMBOL, 'symbol'], [BIGINT, 'bigint'], [HOLE, 'hole'], [OPAQUE, 'anything'],
];

/** Objects that are named before the rest is counted. */
const MOST_OBJECTS = 6;

/** What a value can be, as a reader of TypeScript writes it: `number [0, 10] integer | undefined | Point#7`; `never` for nothing. */
export function printKinds(kinds: Kinds): string {
  if (isEmpty(kinds)) return 'never';
  const { prims, range, objects } = kinds;
  const parts: string[] = [];
  if (prims & NUMBER) parts.push(`number${range ? printRange(range) : ''}`);
  if ((prims & BOOLEAN) === BOOLEAN) parts.push('boolean');
  else if (prims & TRUE) parts.push('true');
  else if (prims & FALSE) parts.push('false');
  for (const [bit, name] of PRIMITIVES) if (prims & bit) parts.push(name);
  const named = [...objects].slice(0, MOST_OBJECTS);
  parts.push(...named.map(objectName));
  if (objects.size > named.length) parts.push(`${objects.size - named.length} more objects`);
  return parts.join(' | ');
}

/** Nothing where any number is possible. */
function printRange({ lo, hi, integer, nan }: Range): string {
  if (lo > hi) return ' NaN';
  const interval = lo === -Infinity && hi === Infinity ? '' : ` [${lo}, ${hi}]`;
  return `${interval}${integer ? ' integer' : ''}${nan && interval ? ' or NaN' : ''}`;
}

/** Readable and unique: `Point#7`, `{x,y}#9`, `array app.ts:3:15#11`, `function area#4`. */
export function objectName(o: AbstractObject): string {
  return `${baseName(o)}#${o.id}`;
}

function baseName(o: AbstractObject): string {
  const context = o.context.length > 0 ? `<${o.context.join(', ')}>` : '';
  switch (o.kind) {
    case 'instance':
      return `${o.classInfo!.name}${context}`;
    case 'class':
      return `class ${o.classInfo!.name}`;
    case 'prototype':
      return `${o.classInfo!.name}.prototype`;
    case 'literal':
      return `{${o.initialNames.join(',')}}`;
    case 'function':
      return `function ${functionName(o) || o.func!.symbol}`;
    case 'namespace':
      return `namespace ${o.module}`;
    case 'typed':
      return o.module;
    case 'array':
    case 'cell':
      return `${o.kind} ${o.site ? printPlace(o.site) : o.key}`;
  }
}

/** `app.ts:3:15`, with the context of the type arguments where there is one. */
export function printPlace({ instance, instr }: Place): string {
  const { line, column } = instr.position;
  const context = instance.context.length > 0 ? `<${instance.context.join(', ')}>` : '';
  return `${instance.func.file}:${line}:${column}${context}`;
}
