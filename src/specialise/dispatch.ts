import { BIGINT, BOOLEAN, HOLE, type Kinds, NULL, NULLISH, NUMBER, STRING, SYMBOL } from '../flow/kinds.ts';
import type { AbstractObject } from '../flow/object.ts';
import type { Value } from '../ir/function.ts';
import type { Rep } from '../ir/rep.ts';
import { KIND_BIGINT, KIND_LAST_STRING, KIND_SYMBOL } from '../layout/cell.ts';
import { SHAPE_KIND } from '../layout/shape.ts';
import { NULLISH_BIT, VALUE_HOLE, VALUE_NULL, VALUE_UNDEFINED } from '../layout/value.ts';
import type { Emitter } from './emitter.ts';
import { box, coerce } from './representation.ts';

/** Code for one part of what a value can be. `make` gets the value unboxed as far as the part allows; a null result is undefined. */
export interface Case {
  readonly prims: number;
  readonly objects: readonly AbstractObject[];
  readonly make: (value: Value) => Value | null;
}

/**
 * Runs the case that the value belongs to. Cases are tested in the order primitives, strings, objects by the number of their shapes; the
 * last that can occur is not tested: the flow analysis proved that nothing else comes.
 */
export function dispatch(e: Emitter, value: Value, kinds: Kinds, cases: readonly Case[], rep: Rep | null): Value | null {
  const possible = cases
    .map((each) => ({ ...each, prims: each.prims & kinds.prims, objects: each.objects.filter((o) => kinds.objects.has(o)) }))
    .filter((each) => each.prims !== 0 || each.objects.length > 0)
    .flatMap(split)
    .sort((a, b) => rank(a) - rank(b) || shapesOf(e, a.objects).length - shapesOf(e, b.objects).length);
  const covered = possible.reduce((all, each) => all | each.prims, 0);
  const missing = kinds.prims & ~covered;
  if (missing || [...kinds.objects].some((o) => !possible.some((each) => each.objects.includes(o)))) {
    throw new Error(`${e.instance.key}: no case for ${missing ? `primitive kinds ${missing}` : 'some object'}`);
  }
  checkApart(e, possible);
  return step(e, value, possible, 0, rep);
}

/** Cases of objects must differ in shape, for that is all that tells them apart. */
function checkApart(e: Emitter, cases: readonly Case[]): void {
  const owner = new Map<string, Case>();
  for (const each of cases) {
    for (const o of each.objects) {
      const shape = e.program.shape(o);
      const other = owner.get(shape);
      if (other && other !== each) throw new Error(`${e.instance.key}: two cases for ${shape}`);
      owner.set(shape, each);
    }
  }
}

/** Primitive kinds that are cells. */
const IN_CELLS = STRING | SYMBOL | BIGINT;

/** Strings are tested by cell kind, other cells by shape: they go apart. */
function split(each: Case): Case[] {
  const { prims, objects, make } = each;
  const parts: Case[] = [];
  if (prims & ~IN_CELLS) parts.push({ prims: prims & ~IN_CELLS, objects: [], make });
  for (const kind of [STRING, SYMBOL, BIGINT]) if (prims & kind) parts.push({ prims: kind, objects: [], make });
  if (objects.length > 0) parts.push({ prims: 0, objects, make });
  return parts;
}

function rank(each: Case): number {
  if (each.prims & ~IN_CELLS) return each.prims & NUMBER ? 0 : 1;
  if (each.prims) return 2;
  // No shape tells what stands for many: it comes last, and is not tested.
  return each.objects.some((o) => o.standsForBuiltIns) ? 4 : 3;
}

function step(e: Emitter, value: Value, cases: readonly Case[], at: number, rep: Rep | null): Value | null {
  const here = cases[at]!;
  const run = (): Value | null => here.make(unwrap(e, value, here));
  if (at === cases.length - 1) return run();
  return e.choose(test(e, value, here), rep, run, () => step(e, value, cases, at + 1, rep));
}

function unwrap(e: Emitter, value: Value, part: Case): Value {
  if (part.objects.length > 0 || part.prims & IN_CELLS) return coerce(e.b, value, 'ref', 'dispatch');
  if (part.prims === NUMBER) return value.rep === 'value' || value.rep === 'f64u' ? coerce(e.b, value, 'f64', 'dispatch') : value;
  if (part.prims !== 0 && (part.prims & ~BOOLEAN) === 0) return coerce(e.b, value, 'bool', 'dispatch');
  return value;
}

function test(e: Emitter, value: Value, part: Case): Value {
  const { b } = e;
  if (part.objects.length > 0) return isShape(e, coerce(b, value, 'ref', 'dispatch'), part.objects);
  if (part.prims === STRING) return isString(e, coerce(b, value, 'ref', 'dispatch'));
  if (part.prims & IN_CELLS) return isCellKind(e, coerce(b, value, 'ref', 'dispatch'), part.prims === SYMBOL ? KIND_SYMBOL : KIND_BIGINT);
  return isPrimitive(e, value, part.prims);
}

/** Tests a value of any representation for primitive kinds other than string. */
export function isPrimitive(e: Emitter, value: Value, prims: number): Value {
  const { b } = e;
  if (value.rep === 'f64u') {
    const absent = b.emit('f64u.isabsent', 'bool', [value]);
    return prims & NUMBER ? b.emit('bool.not', 'bool', [absent]) : absent;
  }
  const boxed = box(b, value);
  const tests: Value[] = [];
  if (prims & NUMBER) tests.push(b.emit('value.isnumber', 'bool', [boxed]));
  if ((prims & NULLISH) === NULLISH) {
    const masked = b.emit('i64.and', 'i64', [b.emit('value.bits', 'i64', [boxed]), e.i64(~NULLISH_BIT)]);
    tests.push(b.emit('i64.eq', 'bool', [masked, e.i64(VALUE_UNDEFINED)]));
  } else if (prims & NULLISH) tests.push(b.emit('value.is', 'bool', [boxed], { bits: prims & NULL ? VALUE_NULL : VALUE_UNDEFINED }));
  if (prims & HOLE) tests.push(b.emit('value.is', 'bool', [boxed], { bits: VALUE_HOLE }));
  if (prims & BOOLEAN) tests.push(b.emit('value.isbool', 'bool', [boxed]));
  if (tests.length === 0) throw new Error(`no test for primitive kinds ${prims}`);
  return tests.reduce((all, each) => b.emit('bool.or', 'bool', [all, each]));
}

/** True when the cell is a string. */
export function isString(e: Emitter, ref: Value): Value {
  const { b } = e;
  const kind = b.emit('load.u8', 'i32', [shapeAddress(e, ref)], { offset: SHAPE_KIND, alias: 'shape' });
  return b.emit('i32.le_u', 'bool', [kind, b.emit('i32.const', 'i32', [], { value: KIND_LAST_STRING })]);
}

function isCellKind(e: Emitter, ref: Value, kind: number): Value {
  const { b } = e;
  const found = b.emit('load.u8', 'i32', [shapeAddress(e, ref)], { offset: SHAPE_KIND, alias: 'shape' });
  return b.emit('i32.eq', 'bool', [found, b.emit('i32.const', 'i32', [], { value: kind })]);
}

function shapeAddress(e: Emitter, ref: Value): Value {
  return e.b.emit('i32.zext64', 'i64', [shapeOf(e, ref)]);
}

function shapeOf(e: Emitter, ref: Value): Value {
  return e.b.emit('load.i32', 'i32', [ref], { offset: 0, alias: 'header' });
}

function isShape(e: Emitter, ref: Value, objects: readonly AbstractObject[]): Value {
  const { b } = e;
  const shape = shapeOf(e, ref);
  const [first, ...others] = shapesOf(e, objects);
  const isSame = (symbol: string): Value => b.emit('i32.eq', 'bool', [shape, b.emit('symbol.i32', 'i32', [], { symbol })]);
  return others.reduce(
    (found, symbol) => e.choose(found, 'bool', () => b.emit('bool.const', 'bool', [], { value: true }), () => isSame(symbol))!,
    isSame(first!),
  );
}

function shapesOf(e: Emitter, objects: readonly AbstractObject[]): string[] {
  return [...new Set(objects.map((o) => e.program.shape(o)))];
}

/** True when a boxed value is a string. */
export function isStringValue(e: Emitter, value: Value): Value {
  const cell = e.b.emit('value.iscell', 'bool', [value]);
  return e.choose(cell, 'bool', () => isString(e, coerce(e.b, value, 'ref', 'cell test')), () => e.b.emit('bool.const', 'bool', [], { value: false }))!;
}

