import { HOLE, type Kinds, STRING, UNDEFINED, without } from '../flow/kinds.ts';
import type { AbstractObject } from '../flow/object.ts';
import type { Instr, Value } from '../ir/function.ts';
import { CAPTURED_BYTES, CAPTURED_SLOT, HEADER_BYTES } from '../layout/cell.ts';
import { classObject } from '../flow/classes.ts';
import { allocateClass, classLayout, staticClass } from './class-cell.ts';
import { allocateObject } from './construct.ts';
import { dispatch } from './dispatch.ts';
import { makeArrayOf, storeElement } from './element.ts';
import { argumentsOf, arrayLength, callTarget, groupBy } from './call.ts';
import type { Emitter } from './emitter.ts';
import { accessorOf, getterSlot, setterSlot, type Slot } from './layout.ts';
import { addProperty, hasRecord, holeOf, isHole, isRestricted, loadSlot, placeOf, storeGlobal, storeNothing, storeSlot } from './property.ts';
import { coerce } from './representation.ts';
import { forEachElement, notIterable } from './iteration.ts';
import { appendAll } from '../flow/creation.ts';

/** The only abstract object that a creating instruction gives. */
function madeBy(e: Emitter, instr: Instr, kind: AbstractObject['kind']): AbstractObject {
  for (const o of e.kinds(instr.result!).objects) if (o.kind === kind) return o;
  throw new Error(`${instr.op} makes no ${kind}`);
}

export function makeObject(e: Emitter, instr: Instr): Value {
  const o = madeBy(e, instr, 'literal');
  const names = instr.attrs.names as readonly string[];
  // A name given twice: the last value counts.
  return allocateObject(e, o, new Map(names.map((name, i) => [name, e.value(instr.args[i]!)])));
}

export function makeArray(e: Emitter, instr: Instr): Value {
  const o = madeBy(e, instr, 'array');
  const rep = e.program.elementsRep(o);
  return makeArrayOf(e, o, instr.args.map((arg) => e.as(arg, rep)));
}

export function pushElement(e: Emitter, instr: Instr): null {
  const [array, v] = instr.args as [Value, Value];
  pushValue(e, array, e.value(v));
  return null;
}

function pushValue(e: Emitter, array: Value, v: Value): void {
  dispatch(e, e.value(array), e.kinds(array), [...e.kinds(array).objects].map((o) => ({
    prims: 0, objects: [o], make: (a: Value) => {
      const rep = e.program.elementsRep(o);
      storeElement(e, a, rep, arrayLength(e, a), coerce(e.b, v, rep, 'element'));
      return null;
    },
  })), null);
}

/** `[...iterable]`: a loop over whatever it is. */
export function spreadElements(e: Emitter, instr: Instr): null {
  const [array, source] = instr.args as [Value, Value];
  const kinds = e.kinds(source);
  const onlyIndexable = kinds.prims === 0 && [...kinds.objects].every((o) => o.kind === 'array' || o.kind === 'typed');
  if (onlyIndexable) {
    forEachElement(e, e.value(source), kinds, (v) => pushValue(e, array, v));
    return null;
  }
  const hasIterator = (o: AbstractObject): boolean => o.kind === 'array' || o.kind === 'typed' || !isNothing(e.program.solver.propertyKinds(e.instance, instr, o, '@@iterator'));
  const append = (): null => {
    callTarget(e, appendAll(e.instance, e.kinds(array)), null, null, null, argumentsOf(e, [array, source]));
    return null;
  };
  const refuse = (v: Value): null => (instr.attrs.arguments ? cannotSpread(e, instr, v) : notIterable(e, instr, v));
  dispatch(e, e.value(source), kinds, [
    { prims: ~STRING, objects: [...kinds.objects].filter((o) => !hasIterator(o)), make: refuse },
    { prims: STRING, objects: [...kinds.objects].filter(hasIterator), make: append },
  ], null);
  return null;
}

const isNothing = ({ prims, objects }: Kinds): boolean => objects.size === 0 && (prims & ~(UNDEFINED | HOLE)) === 0;

/** `f(...v)`: V8 has messages of its own. */
function cannotSpread(e: Emitter, { attrs }: Instr, v: Value): null {
  e.runtime('throwCannotSpread', [coerce(e.b, v, 'value', 'box'), e.text((attrs.text as string | undefined) ?? '')]);
  return null;
}

export function makeClosure(e: Emitter, instr: Instr): Value {
  const o = madeBy(e, instr, 'function');
  const reps = e.program.captureReps(o);
  const cell = e.b.emit('alloc', 'ref', [], { shape: e.program.shape(o), bytes: HEADER_BYTES + 8 * Math.max(reps.length, 1) });
  reps.forEach((rep, i) => {
    const slot = { offset: HEADER_BYTES + 8 * i, rep, name: '' };
    const given = instr.args[i];
    if (given) storeSlot(e, cell, slot, e.as(given, rep));
    else storeNothing(e, cell, slot);
  });
  return cell;
}

/** A slot of a frame. */
export function writeCapture(e: Emitter, instr: Instr): null {
  const [closure, v] = instr.args as [Value, Value];
  const index = instr.attrs.index as number;
  dispatch(e, e.value(closure), e.kinds(closure), [...e.kinds(closure).objects].map((o) => ({
    prims: 0, objects: [o], make: (cell: Value) => {
      const rep = e.program.captureReps(o)[index]!;
      storeSlot(e, cell, { offset: HEADER_BYTES + 8 * index, rep, name: '' }, e.as(v, rep));
      return null;
    },
  })), null);
  return null;
}

export function readCapture(e: Emitter, instr: Instr): Value | null {
  const [closure] = instr.args as [Value];
  const index = instr.attrs.index as number;
  return dispatch(e, e.value(closure), e.kinds(closure), [...e.kinds(closure).objects].map((o) => ({
    prims: 0, objects: [o], make: (cell: Value) => loadSlot(e, cell, { offset: HEADER_BYTES + 8 * index, rep: e.program.captureReps(o)[index]!, name: '' }),
  })), 'value');
}

export function makeCell(e: Emitter, instr: Instr): Value {
  const o = madeBy(e, instr, 'cell');
  const rep = e.program.cellRep(o);
  const cell = e.b.emit('alloc', 'ref', [], { shape: e.program.shape(o), bytes: CAPTURED_BYTES });
  storeSlot(e, cell, { offset: CAPTURED_SLOT, rep, name: '' }, e.as(instr.args[0]!, rep));
  return cell;
}

export function readCell(e: Emitter, instr: Instr): Value | null {
  return onCells(e, instr, (o, cell) => loadSlot(e, cell, { offset: CAPTURED_SLOT, rep: e.program.cellRep(o), name: '' }));
}

export function writeCell(e: Emitter, instr: Instr): null {
  onCells(e, instr, (o, cell) => {
    const rep = e.program.cellRep(o);
    storeSlot(e, cell, { offset: CAPTURED_SLOT, rep, name: '' }, e.as(instr.args[1]!, rep));
    return null;
  });
  return null;
}

function onCells(e: Emitter, instr: Instr, make: (o: AbstractObject, cell: Value) => Value | null): Value | null {
  const [cell] = instr.args as [Value];
  const byRep = new Map<string, AbstractObject[]>();
  for (const o of e.kinds(cell).objects) byRep.set(e.program.cellRep(o), [...(byRep.get(e.program.cellRep(o)) ?? []), o]);
  const rep = instr.result ? (byRep.size === 1 ? ([...byRep.keys()][0] as 'value') : 'value') : null;
  return dispatch(e, e.value(cell), e.kinds(cell), [...byRep.values()].map((objects) => ({
    prims: 0, objects, make: (c: Value) => make(objects[0]!, c),
  })), rep);
}

/** The class object of the declaration for the parent that it has; its static parts are separate instructions. */
export function makeClass(e: Emitter, instr: Instr): Value | null {
  const info = e.program.solver.classInfo(instr.attrs.class as string);
  const make = (c: AbstractObject, parent: Value | null, captured: readonly Value[]): Value => (info.dynamic ? allocateClass(e, c, parent, captured) : staticClass(e, c));
  if (!info.hasHeritage) return make(classObject(e.instance, instr, null), null, instr.args);
  const [heritage, ...captured] = instr.args as [Value, ...Value[]];
  const kinds = without(e.kinds(heritage), HOLE);
  return dispatch(e, e.value(heritage), kinds, [
    { prims: ~0, objects: [], make: (value) => e.hook('throwNoParent', [value]) },
    ...[...kinds.objects].map((parent) => ({
      prims: 0, objects: [parent], make: (cell: Value) => parent.kind !== 'class' ? e.hook('throwNoParent', [cell]) : make(classObject(e.instance, instr, parent), cell, captured),
    })),
  ], 'ref');
}

/** Own data property: a class field, or a computed name of a literal. */
export function define(e: Emitter, instr: Instr): null {
  const [base, key, v] = instr.args as [Value, Value, Value];
  const name = e.program.solver.constantString(e.instance, key);
  if (name === null) {
    e.runtime('setIndexed', [e.boxed(base), e.boxed(key), e.boxed(v)]);
    return null;
  }
  const kinds = e.kinds(v);
  const isInvisible = (o: AbstractObject): boolean =>
    o.kind === 'instance' && kinds.prims === UNDEFINED && kinds.objects.size === 0 && e.program.solver.isDefinite(o, name);
  const slotOf = (o: AbstractObject): Slot | undefined => e.program.layouts.of(o).slots.get(name);
  // Objects whose property is set by the same store share it.
  const groups = groupBy([...e.kinds(base).objects], (o) => {
    if (o.kind === 'class') return `class ${o.id}`;
    if (isInvisible(o)) return 'invisible';
    const slot = slotOf(o);
    return slot && o.isInitial(name) ? `${slot.offset} ${slot.rep}` : `object ${o.id}`;
  });
  dispatch(e, e.value(base), e.kinds(base), groups.map((objects) => ({
    prims: 0, objects, make: (self: Value) => {
      const [o] = objects as [AbstractObject];
      if (o.kind === 'class') {
        if (o.classInfo!.dynamic) storeSlot(e, self, classLayout(e.program, o).statics.get(name)!, e.value(v));
        else storeGlobal(e, e.program.staticField(o, name), e.value(v));
        return null;
      }
      if (isInvisible(o)) return null;
      const slot = slotOf(o);
      if (slot && o.isInitial(name)) storeSlot(e, self, slot, e.as(v, slot.rep));
      else if (slot) defineSlot(e, o, self, slot, v);
      else placeOf(e, instr, o, name, v).write!(e, self, e.value(v));
      return null;
    },
  })), null);
  return null;
}

function defineSlot(e: Emitter, o: AbstractObject, self: Value, slot: Slot, v: Value): void {
  const add = (): null => {
    addProperty(e, self, slot, e.value(v));
    return null;
  };
  if (!o.restricted) add();
  else e.choose(isRestricted(e, self), null, () => e.runtime('defineField', [self, e.text(slot.name), e.boxed(v)]), add);
}

/** `{...source}`. */
export function copyProperties(e: Emitter, instr: Instr): null {
  const [target, source] = instr.args as [Value, Value];
  const from = e.kinds(source);
  dispatch(e, e.value(source), from, [
    { prims: STRING, objects: [], make: (s: Value) => copyAll(e, s, e.boxed(target)) },
    { prims: ~STRING, objects: [], make: () => null },
    { prims: 0, objects: [...from.objects].filter((o) => !hasLayout(o)), make: (self: Value) => copyAll(e, self, e.boxed(target)) },
    ...[...from.objects].filter(hasLayout).map((o) => ({
      prims: 0, objects: [o], make: (self: Value) => {
        forEachProperty(e, instr, o, self, e.boxed(target), [], (name, v) => copyInto(e, instr, target, name, v));
        return null;
      },
    })),
  ], null);
  return null;
}

/** `const { a, ...rest } = source`: a fresh object with what is not excluded. */
export function objectRest(e: Emitter, instr: Instr): Value {
  const [source, ...excluded] = instr.args as [Value, ...Value[]];
  const rest = allocateObject(e, madeBy(e, instr, 'literal'));
  const names = excluded.map((key) => e.program.solver.constantString(e.instance, key));
  const from = e.kinds(source);
  dispatch(e, e.value(source), from, [
    { prims: STRING, objects: [], make: (s: Value) => copyAll(e, s, rest) },
    { prims: ~STRING, objects: [], make: () => null },
    { prims: 0, objects: [...from.objects].filter((o) => !hasLayout(o)), make: (self: Value) => copyAll(e, self, rest) },
    ...[...from.objects].filter(hasLayout).map((o) => ({
      prims: 0, objects: [o], make: (self: Value) => {
        forEachProperty(e, instr, o, self, rest, names, (name, v) => {
          if (!names.includes(name)) e.runtime('defineNamed', [rest, e.text(name), coerce(e.b, v, 'value', 'box')]);
        });
        return null;
      },
    })),
  ], null);
  // Keys that came with the dictionary, or are known at run time only.
  for (const key of excluded) e.runtime('deleteProperty', [coerce(e.b, rest, 'value', 'box'), e.boxed(key)]);
  return rest;
}

/** An accessor of a literal: getter and setter side by side. */
export function defineAccessor(e: Emitter, instr: Instr): null {
  const [base, getter, setter] = instr.args as [Value, Value, Value];
  const name = instr.attrs.name as string;
  dispatch(e, e.value(base), e.kinds(base), [...e.kinds(base).objects].map((o) => ({
    prims: 0, objects: [o], make: (self: Value) => {
      const { slots } = e.program.layouts.of(o);
      const first = slots.get(getterSlot(name))!;
      const replaced = slots.get(name);
      if (replaced?.optional) storeSlot(e, self, replaced, holeOf(e, replaced.rep));
      storeSlot(e, self, slots.get(setterSlot(name))!, e.value(setter));
      addProperty(e, self, { ...first, name }, e.value(getter));
      return null;
    },
  })), null);
  return null;
}

/**
 * Runs code for each enumerable own property of one abstract object, in the order of its slots; getters of `excluded` names are not called.
 * An object with a record is copied into `target` by the runtime instead.
 */
function forEachProperty(e: Emitter, instr: Instr, from: AbstractObject, source: Value, target: Value, excluded: readonly (string | null)[], each: (name: string, v: Value) => void): void {
  const layout = e.program.layouts.of(from);
  const slots = (): null => {
    for (const slot of layout.slots.values()) {
      const accessor = accessorOf(slot);
      if ((accessor === null && slot.name.startsWith('#')) || from.hiddenNames.has(slot.name)) continue;
      const loaded = loadSlot(e, source, slot);
      const run = (): null => {
        if (accessor === null) each(slot.name, loaded);
        else if (!excluded.includes(accessor)) each(accessor, placeOf(e, instr, from, accessor).read(e, source) ?? e.undefined());
        return null;
      };
      if (slot.optional) e.choose(isHole(e, loaded), null, () => null, run);
      else run();
    }
    return null;
  };
  const copy = (): null => copyAll(e, source, target);
  if (!layout.extensionOffset) slots();
  else e.choose(hasRecord(e, source), null, copy, slots);
}

function hasLayout(o: AbstractObject): boolean {
  return o.kind === 'literal' || o.kind === 'instance';
}

function copyAll(e: Emitter, source: Value, target: Value): null {
  e.runtime('copyOwnProperties', [source, coerce(e.b, target, 'value', 'box')]);
  return null;
}

/** Defines a property on what a spread makes. */
function copyInto(e: Emitter, instr: Instr, target: Value, name: string, v: Value): void {
  dispatch(e, e.value(target), e.kinds(target), [...e.kinds(target).objects].map((o) => ({
    prims: 0, objects: [o], make: (self: Value) => {
      placeOf(e, instr, o, name, target).write!(e, self, v);
      return null;
    },
  })), null);
}
