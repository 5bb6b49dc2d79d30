import { BIGINT, BOOLEAN, HOLE, type Kinds, NULLISH, NUMBER, STRING, SYMBOL } from '../flow/kinds.ts';
import type { AbstractObject } from '../flow/object.ts';
import { hasOtherFunctions } from '../flow/properties.ts';
import { COUNT_MAX } from '../flow/range.ts';
import type { Instr, Value } from '../ir/function.ts';
import type { Rep } from '../ir/rep.ts';
import {
  ARRAY_BYTES, ARRAY_ELEMENTS, ARRAY_LENGTH, BYTES_DATA, ELEMENTS_CAPACITY, ELEMENTS_DATA, TYPED_ARRAY_BUFFER, TYPED_ARRAY_LENGTH, TYPED_ARRAY_OFFSET,
} from '../layout/array.ts';
import { VALUE_UNDEFINED } from '../layout/value.ts';
import { toDouble, toInt32 } from './arithmetic.ts';
import { arrayLength } from './call.ts';
import { dispatch, isPrimitive } from './dispatch.ts';
import type { Emitter } from './emitter.ts';
import { holeToUndefined, isRestricted, stringLength } from './property.ts';
import { box, coerce, immediate, repOf } from './representation.ts';
import { characterAt } from './string-units.ts';

/** Whether a key is a number in any case; other keys' elements are found by name at run time. */
function isNumberKey(kinds: Kinds): boolean {
  return kinds.objects.size === 0 && (kinds.prims & ~NUMBER) === 0;
}

/** Runs `byIndex` where the key is a number, `byName` where it is none: `a[b[i]]`, whose key is undefined when i is out of range. */
function byKey(e: Emitter, base: Kinds, key: Value, rep: Rep | null, byIndex: () => Value | null, byName: () => Value | null): Value | null {
  const kinds = e.kinds(key);
  if (isNumberKey(kinds)) return byIndex();
  const indexed = (base.prims & STRING) !== 0 || [...base.objects].some((o) => o.kind === 'array' || o.kind === 'typed');
  if (!indexed || !(kinds.prims & NUMBER)) return byName();
  return e.choose(isPrimitive(e, e.value(key), NUMBER), rep, byIndex, byName);
}

/**
 * An index as i64 that is -1 or less, or beyond any length, where the number is no array index. Integers convert as they are; other
 * doubles by truncation, and by a comparison that they were integers.
 */
function indexOf(e: Emitter, key: Value): Value {
  const { b } = e;
  const value = e.value(key);
  const { range } = e.kinds(key);
  if (value.rep === 'i32' || value.rep === 'i64') return coerce(b, value, 'i64', 'integer');
  if (range!.integer && range!.lo >= -COUNT_MAX && range!.hi <= COUNT_MAX) return coerce(b, coerce(b, value, 'f64', 'number key'), 'i64', 'integer');
  const double = coerce(b, value, 'f64', 'number key');
  const index = b.emit('f64.toi64', 'i64', [double]);
  const same = b.emit('f64.eq', 'bool', [b.emit('i64.tof64', 'f64', [index]), double]);
  return b.emit('select', 'i64', [same, index, e.i64(-1)]);
}

/** `o[k]`. */
export function readIndex(e: Emitter, instr: Instr): Value | null {
  const [base, key] = instr.args as [Value, Value];
  const rep = repOf(e.kinds(instr.result!));
  return byKey(e, e.kinds(base), key, rep, () => readAt(e, base, key, rep), () => readGeneric(e, base, key));
}

function readAt(e: Emitter, base: Value, key: Value, rep: Rep): Value | null {
  const kinds = e.kinds(base);
  const index = indexOf(e, key);
  const arrays = groupArrays(e, kinds);
  return dispatch(e, e.value(base), kinds, [
    { prims: NULLISH | HOLE, objects: [], make: (v) => throwAt(e, 'throwCannotReadIndex', v, key) },
    { prims: STRING, objects: [], make: (s) => readUnit(e, s, index) },
    { prims: NUMBER | BOOLEAN | SYMBOL | BIGINT, objects: [], make: () => null },
    ...arrays.map(({ objects, elements }) => ({ prims: 0, objects, make: (a: Value) => loadElement(e, a, elements, index, objects, rep) })),
    ...groupTyped(kinds).map((objects) => ({ prims: 0, objects, make: (a: Value) => loadTyped(e, a, objects[0]!.module, index, rep) })),
    { prims: 0, objects: [...kinds.objects].filter((o) => o.kind !== 'array' && o.kind !== 'typed'), make: (o) => e.runtime('getIndexed', [box(e.b, o), e.boxed(key)]) },
  ], rep);
}

function readGeneric(e: Emitter, base: Value, key: Value): Value | null {
  const { objects } = e.kinds(base);
  const ends = objects.some((o) => o.standsForBuiltIns) && !hasOtherFunctions(e.kinds(base));
  return e.runtime(ends ? 'getIndexedOfData' : 'getIndexed', [e.boxed(base), propertyKey(e, key)]);
}

/** ToPropertyKey where a key can be an object. */
function propertyKey(e: Emitter, key: Value): Value {
  return e.kinds(key).objects.size > 0 ? e.runtime('valueToPropertyKey', [e.boxed(key)])! : e.boxed(key);
}

function throwAt(e: Emitter, hook: string, base: Value, key: Value): null {
  e.runtime(hook, [box(e.b, base), e.boxed(key)]);
  return null;
}

function groupArrays(e: Emitter, kinds: Kinds): { objects: AbstractObject[]; elements: 'f64u' | 'value' }[] {
  const all = [...kinds.objects].filter((o) => o.kind === 'array');
  return (['f64u', 'value'] as const)
    .map((elements) => ({ elements, objects: all.filter((o) => e.program.elementsRep(o) === elements) }))
    .filter(({ objects }) => objects.length > 0);
}

function groupTyped(kinds: Kinds): AbstractObject[][] {
  return [...kinds.objects].filter((o) => o.kind === 'typed').map((o) => [o]);
}

/** An element, or undefined when the index is out of range. */
function loadElement(e: Emitter, array: Value, elements: 'f64u' | 'value', index: Value, objects: readonly AbstractObject[], rep: Rep): Value | null {
  const { b } = e;
  const inRange = b.emit('i64.lt_u', 'bool', [index, arrayLength(e, array)]);
  const holes = objects.some((o) => o.elements.prims & HOLE);
  return e.choose(inRange, rep, () => {
    const loaded = elementAt(e, array, elements, index);
    return holes ? holeToUndefined(e, loaded) : loaded;
  }, () => immediate(b, VALUE_UNDEFINED, rep === 'f64u' ? 'f64u' : 'value'));
}

/** The element at an index known to be in range, hole included. */
export function elementAt(e: Emitter, array: Value, elements: 'f64u' | 'value', index: Value): Value {
  const { b } = e;
  const store = b.emit('load.ref', 'ref', [array], { offset: ARRAY_ELEMENTS, alias: 'array.elements' });
  return b.emit(elements === 'f64u' ? 'load.f64u' : 'load.value', elements, [store, index], { offset: ELEMENTS_DATA, scale: 8, alias: `elements.${elements}` });
}

/** An element of one of several arrays, boxed or raw as the arrays are, undefined out of range; for argument lists. */
export function readArrayElement(e: Emitter, array: Value, kinds: Kinds, index: Value): Value {
  const groups = groupArrays(e, kinds);
  const rep = groups.length === 1 ? groups[0]!.elements : 'value';
  return dispatch(e, array, kinds, [
    { prims: ~0, objects: [], make: () => null },
    ...groups.map(({ objects, elements }) => ({ prims: 0, objects, make: (a: Value) => loadElement(e, a, elements, index, objects, rep) })),
  ], rep)!;
}

function readUnit(e: Emitter, s: Value, index: Value): Value {
  const { b } = e;
  const length = b.emit('i32.zext64', 'i64', [stringLength(e, s)]);
  return e.choose(b.emit('i64.lt_u', 'bool', [index, length]), 'value', () => characterAt(e, s, index), () => null)!;
}

const TYPED: Record<string, { load: string; rep: Rep; store: string; scale: number }> = {
  Int8Array: { load: 'load.i8', rep: 'i32', store: 'store.8', scale: 1 },
  Uint8Array: { load: 'load.u8', rep: 'i32', store: 'store.8', scale: 1 },
  Uint8ClampedArray: { load: 'load.u8', rep: 'i32', store: 'store.8', scale: 1 },
  Buffer: { load: 'load.u8', rep: 'i32', store: 'store.8', scale: 1 },
  Int16Array: { load: 'load.i16', rep: 'i32', store: 'store.16', scale: 2 },
  Uint16Array: { load: 'load.u16', rep: 'i32', store: 'store.16', scale: 2 },
  Int32Array: { load: 'load.i32', rep: 'i32', store: 'store.32', scale: 4 },
  Uint32Array: { load: 'load.i32', rep: 'i32', store: 'store.32', scale: 4 },
  Float32Array: { load: 'load.f32', rep: 'f64', store: 'store.f32', scale: 4 },
  Float64Array: { load: 'load.f64', rep: 'f64', store: 'store.64', scale: 8 },
};

/** Address of a typed array's first element less BYTES_DATA: into the buffer's cell, so it must not outlive the next call. */
function typedBase(e: Emitter, array: Value): Value {
  const { b } = e;
  const bytes = b.emit('load.ref', 'ref', [array], { offset: TYPED_ARRAY_BUFFER, alias: 'typed.buffer' });
  const offset = b.emit('i32.zext64', 'i64', [b.emit('load.i32', 'i32', [array], { offset: TYPED_ARRAY_OFFSET, alias: 'typed.offset' })]);
  return b.emit('i64.add', 'i64', [b.emit('ref.bits', 'i64', [bytes]), offset]);
}

export function typedLength(e: Emitter, array: Value): Value {
  return e.b.emit('i32.zext64', 'i64', [e.b.emit('load.i32', 'i32', [array], { offset: TYPED_ARRAY_LENGTH, alias: 'typed.length' })]);
}

/** The element at an index in range. */
export function typedElement(e: Emitter, array: Value, name: string, index: Value): Value {
  const { b } = e;
  const { load, rep, scale } = TYPED[name]!;
  const loaded = b.emit(load, rep, [typedBase(e, array), index], { offset: BYTES_DATA, scale, alias: 'bytes' });
  if (name === 'Uint32Array') return b.emit('i32.zext64', 'i64', [loaded]);
  return rep === 'f64' ? b.emit('f64.canonical', 'f64', [loaded]) : loaded;
}

function loadTyped(e: Emitter, array: Value, name: string, index: Value, rep: Rep): Value | null {
  const inRange = e.b.emit('i64.lt_u', 'bool', [index, typedLength(e, array)]);
  return e.choose(inRange, rep, () => typedElement(e, array, name, index), () => immediate(e.b, VALUE_UNDEFINED, rep === 'f64u' ? 'f64u' : 'value'));
}

/** `o[k] = v`. */
export function writeIndex(e: Emitter, instr: Instr): null {
  const [base, key, v] = instr.args as [Value, Value, Value];
  byKey(e, e.kinds(base), key, null, () => writeAt(e, base, key, v), () => {
    e.runtime('setIndexed', [e.boxed(base), propertyKey(e, key), e.boxed(v)]);
    return null;
  });
  return null;
}

function writeAt(e: Emitter, base: Value, key: Value, v: Value): null {
  const kinds = e.kinds(base);
  const index = indexOf(e, key);
  dispatch(e, e.value(base), kinds, [
    { prims: NULLISH | HOLE, objects: [], make: (self) => throwAt(e, 'throwCannotSetIndex', self, key) },
    { prims: ~(NULLISH | HOLE), objects: [], make: (self) => throwAt(e, 'throwCannotCreateIndex', self, key) },
    ...groupArrays(e, kinds).map(({ objects, elements }) => ({
      prims: 0, objects, make: (a: Value) => {
        const store = (): null => {
          storeElement(e, a, elements, index, coerce(e.b, e.value(v), elements, 'element'));
          return null;
        };
        if (!objects.some((o) => o.restricted)) return store();
        return e.choose(isRestricted(e, a), null, () => {
          e.runtime('setIndexed', [box(e.b, a), e.boxed(key), e.boxed(v)]);
          return null;
        }, store);
      },
    })),
    ...groupTyped(kinds).map((objects) => ({
      prims: 0, objects, make: (a: Value) => {
        storeTyped(e, a, objects[0]!.module, index, v);
        return null;
      },
    })),
    {
      prims: 0, objects: [...kinds.objects].filter((o) => o.kind !== 'array' && o.kind !== 'typed'),
      make: (o) => {
        e.runtime('setIndexed', [box(e.b, o), e.boxed(key), e.boxed(v)]);
        return null;
      },
    },
  ], null);
  return null;
}

/** In range: a store; else the runtime grows the array. */
export function storeElement(e: Emitter, array: Value, elements: 'f64u' | 'value', index: Value, v: Value): void {
  const { b } = e;
  const store = (): null => {
    const cells = b.emit('load.ref', 'ref', [array], { offset: ARRAY_ELEMENTS, alias: 'array.elements' });
    b.effect('store.64', [cells, index, v], { offset: ELEMENTS_DATA, scale: 8, alias: `elements.${elements}` });
    if (elements === 'value') b.effect('barrier', [cells]);
    return null;
  };
  const grow = (): null => {
    e.runtime(elements === 'f64u' ? 'arrayStoreF64' : 'arrayStoreValue', [array, index, v]);
    return null;
  };
  e.choose(b.emit('i64.lt_u', 'bool', [index, arrayLength(e, array)]), null, store, grow);
}

function storeTyped(e: Emitter, array: Value, name: string, index: Value, v: Value): void {
  const { b } = e;
  const { store, rep, scale } = TYPED[name]!;
  // ToNumber comes before the bounds check (ECMA-262 10.4.5.16).
  let stored: Value;
  if (rep === 'f64') stored = toDouble(e, v);
  else if (name === 'Uint8ClampedArray') stored = e.runtime('toUint8Clamp', [toDouble(e, v)])!;
  else stored = toInt32(e, v);
  e.choose(b.emit('i64.lt_u', 'bool', [index, typedLength(e, array)]), null, () => {
    b.effect(store, [typedBase(e, array), index, stored], { offset: BYTES_DATA, scale, alias: 'bytes' });
    return null;
  }, () => null);
}

/** A new array of an abstract object with these elements, given in any representation. */
export function makeArrayOf(e: Emitter, o: AbstractObject, values: readonly Value[]): Value {
  const { b } = e;
  const rep = e.program.elementsRep(o);
  const stored = values.map((value) => coerce(b, value, rep, 'element'));
  const capacity = values.length;
  const cells = b.emit('alloc', 'ref', [], { shape: rep === 'f64u' ? 'shape_elements_f64' : 'shape_elements_value', bytes: ELEMENTS_DATA + 8 * capacity });
  b.effect('store.64', [cells, e.i64(capacity)], { offset: ELEMENTS_CAPACITY, alias: 'elements.capacity' });
  stored.forEach((value, i) => b.effect('store.64', [cells, value], { offset: ELEMENTS_DATA + 8 * i, alias: `elements.${rep}` }));
  const array = b.emit('alloc', 'ref', [], { shape: e.program.shape(o), bytes: ARRAY_BYTES });
  b.effect('store.64', [array, e.i64(capacity)], { offset: ARRAY_LENGTH, alias: 'array.length' });
  b.effect('store.64', [array, cells], { offset: ARRAY_ELEMENTS, alias: 'array.elements' });
  return array;
}

