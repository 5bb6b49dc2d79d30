import { NUMBER } from '../flow/kinds.ts';
import { COUNT_MAX } from '../flow/range.ts';
import type { Value } from '../ir/function.ts';
import { SINGLE_CHARACTER_BYTES, STRING_UNITS } from '../layout/string.ts';
import { CANONICAL_NAN_BITS } from '../layout/value.ts';
import type { Arguments } from './call.ts';
import type { Emitter } from './emitter.ts';
import { stringLength } from './property.ts';
import { box, coerce } from './representation.ts';

/**
 * Code units of strings, in place where the string is flat and Latin-1, as most are; the runtime does the others. Strings of one such
 * unit are static cells in the order of their units (src/layout/string.ts), so that two of them compare by their addresses.
 */
const LATIN1_UNITS = 256;

/** Runs one of two where the cell is a flat string of Latin-1 units, or is none. */
function byWidth(e: Emitter, s: Value, rep: 'i32' | 'value', latin1: () => Value, other: () => Value): Value {
  const { b } = e;
  const shape = b.emit('load.i32', 'i32', [s], { offset: 0, alias: 'header' });
  const isLatin1 = b.emit('i32.eq', 'bool', [shape, b.emit('symbol.i32', 'i32', [], { symbol: 'shape_string8' })]);
  return e.choose(isLatin1, rep, latin1, other)!;
}

function loadUnit(e: Emitter, s: Value, index: Value): Value {
  return e.b.emit('load.u8', 'i32', [s, index], { offset: STRING_UNITS, scale: 1, alias: 'string.units' });
}

/** The code unit at an index below the length, as i32. */
function unitAt(e: Emitter, s: Value, index: Value): Value {
  return byWidth(e, s, 'i32', () => loadUnit(e, s, index), () => e.runtime('stringCharCode', [s, coerce(e.b, index, 'i32', 'in range')])!);
}

/** `s[index]` of an index below the length, boxed. */
export function characterAt(e: Emitter, s: Value, index: Value): Value {
  const { b } = e;
  return byWidth(e, s, 'value', () => {
    const offset = b.emit('i64.mul', 'i64', [b.emit('i32.zext64', 'i64', [loadUnit(e, s, index)]), e.i64(SINGLE_CHARACTER_BYTES)]);
    return b.emit('value.frombits', 'value', [b.emit('i64.add', 'i64', [offset, singleCharacters(e)])]);
  }, () => e.runtime('stringAt', [s, coerce(b, index, 'i32', 'in range')])!);
}

function singleCharacters(e: Emitter): Value {
  return e.b.emit('symbol.addr', 'i64', [], { symbol: 'single_characters' });
}

/** `s.charCodeAt(index)`, or null where the index may be something else than an integer. 22.1.3.3 */
export function charCodeAt(e: Emitter, s: Value, { values, kinds, list }: Arguments): Value | null {
  const { b } = e;
  const range = kinds[0]?.range;
  if (list || !range?.integer || kinds[0]!.prims !== NUMBER || kinds[0]!.objects.size > 0 || range.lo < -COUNT_MAX || range.hi > COUNT_MAX) return null;
  const index = coerce(b, values[0]!, 'i64', 'integer');
  const length = b.emit('i32.zext64', 'i64', [stringLength(e, s)]);
  return e.choose(b.emit('i64.lt_u', 'bool', [index, length]), 'f64',
    () => b.emit('i32.tof64', 'f64', [unitAt(e, s, index)]),
    () => b.emit('f64.const', 'f64', [], { bits: CANONICAL_NAN_BITS }));
}

/** Where a value lies from the first of the static cells, and whether it is one. */
function placeOf(e: Emitter, value: Value): { place: Value; isInside: Value } {
  const { b } = e;
  const place = b.emit('i64.sub', 'i64', [b.emit('value.bits', 'i64', [box(b, value)]), singleCharacters(e)]);
  return { place, isInside: b.emit('i64.lt_u', 'bool', [place, e.i64(LATIN1_UNITS * SINGLE_CHARACTER_BYTES)]) };
}

/** `===` of two values: by address where both are static cells; `otherwise` compares the rest. */
export function equalCharacters(e: Emitter, x: Value, y: Value, otherwise: () => Value): Value {
  const [p, q] = [placeOf(e, x), placeOf(e, y)];
  const areInside = e.b.emit('bool.and', 'bool', [p.isInside, q.isInside]);
  return e.choose(areInside, 'bool', () => e.b.emit('i64.eq', 'bool', [p.place, q.place]), otherwise)!;
}

const ORDER: Record<string, string> = { '===': 'eq', '<': 'lt_u', '<=': 'le_u', '>': 'gt_u', '>=': 'ge_u' };

/**
 * Compares a value with a string of one Latin-1 unit: by address where it is such a string itself; `otherwise` compares the rest.
 * Null where the constant is another string.
 */
export function compareWithCharacter(e: Emitter, operator: string, value: Value, constant: string, otherwise: () => Value): Value | null {
  const { b } = e;
  const unit = constant.charCodeAt(0);
  if (constant.length !== 1 || unit >= LATIN1_UNITS) return null;
  const { place, isInside } = placeOf(e, value);
  return e.choose(isInside, 'bool', () => b.emit(`i64.${ORDER[operator]!}`, 'bool', [place, e.i64(unit * SINGLE_CHARACTER_BYTES)]), otherwise);
}
