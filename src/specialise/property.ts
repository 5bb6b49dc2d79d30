import { HOLE, type Kinds, NULLISH, STRING, UNDEFINED, without } from '../flow/kinds.ts';
import { type AbstractObject, functionLength, functionName, isFunctionObject } from '../flow/object.ts';
import { endsAtBuiltInMember } from '../flow/built-in-members.ts';
import { classOf, hasPrivateNames, isPrivate, memberObject, PRIMITIVE_PROTOTYPES, prototypeModule } from '../flow/properties.ts';
import type { Instr, Value } from '../ir/function.ts';
import type { Rep } from '../ir/rep.ts';
import { GC_RESTRICTED, HEADER_GC } from '../layout/cell.ts';
import { ARRAY_LENGTH, TYPED_ARRAY_LENGTH } from '../layout/array.ts';
import { STRING_LENGTH } from '../layout/string.ts';
import { F64U_HOLE_BITS, F64U_UNDEFINED_BITS, FIRST_POINTER, VALUE_HOLE, VALUE_UNDEFINED } from '../layout/value.ts';
import { callCandidates, callMemberInstance, callValue } from './call.ts';
import { ancestorCell, classCell, classLayout, methodCell } from './class-cell.ts';
import { dispatch } from './dispatch.ts';
import type { Emitter } from './emitter.ts';
import { classPrototype } from './prototype-cell.ts';
import { EXTENSION_OFFSET, getterSlot, setterSlot, type Slot } from './layout.ts';
import { box, coerce, immediate, repOf } from './representation.ts';

/** Where a named property of one abstract object is found. Objects with equal `key` share code. */
export interface Place {
  readonly key: string;
  readonly read: (e: Emitter, self: Value) => Value | null;
  readonly write?: (e: Emitter, self: Value, v: Value) => void;
}

/** `o.name`. */
export function readNamed(e: Emitter, instr: Instr): Value | null {
  const [base] = instr.args as [Value];
  const name = instr.attrs.name as string;
  const rep = instr.result ? repOf(e.kinds(instr.result)) : null;
  const kinds = e.kinds(base);
  return dispatch(e, e.value(base), kinds, [
    { prims: NULLISH | HOLE, objects: [], make: (v) => (instr.attrs.destructure ? cannotDestructure(e, instr, v) : cannotRead(e, v, name)) },
    ...(name === 'length' ? [{ prims: STRING, objects: [], make: (s: Value) => stringLength(e, s) }] : []),
    ...PRIMITIVE_PROTOTYPES.filter(([prims]) => name !== 'length' || prims !== STRING).map(([prims, module]) => ({
      prims, objects: [], make: (v: Value) => readPrototype(e, instr, module, name, v),
    })),
    ...byPlace(kinds, (o) => placeOf(e, instr, o, name)).map(({ place, objects }) => ({
      prims: 0, objects, make: (self: Value) => place.read(e, self),
    })),
  ], rep);
}

/** `o.name = v`. */
export function writeNamed(e: Emitter, instr: Instr): null {
  const [base, v] = instr.args as [Value, Value];
  const name = instr.attrs.name as string;
  const kinds = e.kinds(base);
  dispatch(e, e.value(base), kinds, [
    { prims: NULLISH | HOLE, objects: [], make: (self) => throwWith(e, 'throwCannotSet', self, name) },
    { prims: ~(NULLISH | HOLE), objects: [], make: (self) => throwWith(e, 'throwCannotCreate', self, name) },
    ...byPlace(kinds, (o) => placeOf(e, instr, o, name, v)).map(({ place, objects }) => ({
      prims: 0, objects, make: (self: Value) => {
        place.write!(e, self, e.value(v));
        return null;
      },
    })),
  ], null);
  return null;
}

function throwWith(e: Emitter, hook: string, self: Value, name: string): null {
  e.runtime(hook, [coerce(e.b, self, 'value', 'box'), e.text(name)]);
  return null;
}

export function cannotRead(e: Emitter, v: Value, name: string): Value | null {
  return throwWith(e, 'throwCannotRead', v, name);
}

function cannotDestructure(e: Emitter, { attrs }: Instr, v: Value): null {
  e.runtime('throwCannotDestructure', [coerce(e.b, v, 'value', 'box'), e.text(attrs.name as string), e.text((attrs.text as string | undefined) ?? '')]);
  return null;
}

export function stringLength(e: Emitter, s: Value): Value {
  return e.b.emit('load.i32', 'i32', [s], { offset: STRING_LENGTH, alias: 'string.length' });
}

/** Groups the objects of a value by the code that they need. */
export function byPlace(kinds: Kinds, placeOf: (o: AbstractObject) => Place): { place: Place; objects: AbstractObject[] }[] {
  const groups = new Map<string, { place: Place; objects: AbstractObject[] }>();
  for (const o of kinds.objects) {
    const place = placeOf(o);
    const group = groups.get(place.key);
    if (group) group.objects.push(o);
    else groups.set(place.key, { place, objects: [o] });
  }
  return [...groups.values()];
}

/** A property of what a computed name has found in a prototype. */
function builtInMemberPlace(e: Emitter, instr: Instr, name: string): Place {
  const write = (at: Emitter): void => void at.hook('builtInMember', []);
  const known = name === 'name' || name === 'length';
  if (known) return { key: `built-in member:${name}`, read: (at, self) => at.runtime('getNamed', [coerce(at.b, self, 'value', 'box'), at.text(name)]), write };
  if (!endsAtBuiltInMember(e.instance)) return { ...prototypePlace(e, instr, 'src/std/function.prototype', name), write };
  return { key: 'built-in member', read: (at) => at.hook('builtInMember', []), write };
}

/** The name or length of a function. */
function functionPlace(o: AbstractObject, name: 'name' | 'length'): Place {
  if (name === 'name') return { key: `name:${functionName(o)}`, read: (e) => e.text(functionName(o)) };
  return { key: `arity:${functionLength(o)}`, read: (e) => e.b.emit('i32.const', 'i32', [], { value: functionLength(o) }) };
}

function lengthPlace(offset: number, alias: string): Place {
  return {
    key: `length:${offset}`,
    read: (e, self) => e.b.emit('load.i32', 'i32', [self], { offset, alias }),
    write: (e, self, v) => void e.runtime('arraySetLength', [self, coerce(e.b, v, 'value', 'box')]),
  };
}

/** Own slot, dictionary, class member, static, or what the prototype has. `stored`: the JS-level value of a write. */
export function placeOf(e: Emitter, instr: Instr, o: AbstractObject, name: string, stored?: Value): Place {
  if (o.standsForBuiltIns) return builtInMemberPlace(e, instr, name);
  if (isPrivate(name) && !hasPrivateNames(o)) return noPrivatePlace(name);
  if (name === 'length' && o.kind === 'array') return lengthPlace(ARRAY_LENGTH, 'array.length');
  if (name === 'length' && o.kind === 'typed' && !stored) return lengthPlace(TYPED_ARRAY_LENGTH, 'typed.length');
  if (o.kind === 'function' && stored) return sidePlace(e, o, name, UNDEFINED_PLACE, stored);
  if (o.kind === 'function' && (name === 'name' || name === 'length')) return functionPlace(o, name);
  switch (o.kind) {
    case 'namespace': return namespacePlace(e, instr, o, name, stored);
    case 'class': return staticPlace(e, instr, o, name, stored);
    case 'prototype': return inheritedPlace(e, instr, o, name, stored).place;
    case 'instance':
    case 'literal': {
      const place = ownPlace(e, instr, o, name, stored);
      return stored && o.restricted && !isPrivate(name) ? restrictedPlace(place, name) : place;
    }
    default: return sidePlace(e, o, name, prototypePlace(e, instr, prototypeModule(o), name), stored);
  }
}

/** Properties that lie in the side table's records: of arrays, functions, typed arrays and namespaces. */
function sidePlace(e: Emitter, o: AbstractObject, name: string, inherited: Place, stored?: Value): Place {
  if (!stored && !e.program.hasSideProperty(o, name)) return inherited;
  return {
    key: `side:${name}:${inherited.key}`,
    read: (at, self) => {
      const found = at.runtime('dictionaryGet', [self, at.text(name)])!;
      return at.choose(isHole(at, found), 'value', () => inherited.read(at, self), () => found);
    },
    write: (at, self, v) => void at.runtime('setNamed', [coerce(at.b, self, 'value', 'box'), at.text(name), coerce(at.b, v, 'value', 'box')]),
  };
}

function ownPlace(e: Emitter, instr: Instr, o: AbstractObject, name: string, stored?: Value): Place {
  const accessor = o.accessors.get(name);
  if (!accessor) return dataPlace(e, instr, o, name, stored);
  const place = accessorPlace(e, instr, o, name);
  return accessor.get.prims & HOLE ? deletablePlace(e, o, name, place, dataPlace(e, instr, o, name, stored)) : place;
}

/** A cell with an integrity level, or with a property that has attributes of its own. */
export function isRestricted(e: Emitter, self: Value): Value {
  const { b } = e;
  const level = b.emit('i32.and', 'i32', [b.emit('load.u8', 'i32', [self], { offset: HEADER_GC, alias: 'header' }), b.emit('i32.const', 'i32', [], { value: GC_RESTRICTED })]);
  return b.emit('i32.ne', 'bool', [level, b.emit('i32.const', 'i32', [], { value: 0 })]);
}

/** Writes of an object that can be frozen go through the runtime once it is. */
function restrictedPlace(place: Place, name: string): Place {
  return {
    key: `restricted:${place.key}`,
    read: place.read,
    write: (e, self, v) => void e.choose(
      isRestricted(e, self), null,
      () => effect(() => void e.runtime('setNamed', [coerce(e.b, self, 'value', 'box'), e.text(name), coerce(e.b, v, 'value', 'box')])),
      () => effect(() => place.write!(e, self, v)),
    ),
  };
}

/** An accessor while it is there, then what a property of the name can be otherwise. */
function deletablePlace(e: Emitter, o: AbstractObject, name: string, accessor: Place, otherwise: Place): Place {
  const getter = e.program.layouts.of(o).slots.get(getterSlot(name))!;
  return {
    key: `${accessor.key}:deletable`,
    read: (at, self) => at.choose(isHole(at, loadSlot(at, self, getter)), 'value', () => otherwise.read(at, self), () => accessor.read(at, self)),
    write: (at, self, v) => void at.choose(
      isHole(at, loadSlot(at, self, getter)), null, () => effect(() => otherwise.write!(at, self, v)), () => effect(() => accessor.write!(at, self, v)),
    ),
  };
}

function effect(run: () => void): null {
  run();
  return null;
}

function dataPlace(e: Emitter, instr: Instr, o: AbstractObject, name: string, stored?: Value): Place {
  const layout = e.program.layouts.of(o);
  const slot = layout.slots.get(name);
  if (slot && !slot.optional) return slotPlace(slot);
  const inherited = inheritedPlace(e, instr, o, name, stored);
  if (slot) return optionalPlace(slot, inherited.setter ?? inherited.place, inherited.setter !== undefined);
  if (stored && inherited.setter) return inherited.setter;
  if (layout.extensionOffset && !name.startsWith('#')) {
    return {
      key: `dictionary:${inherited.place.key}`,
      read: (at, self) => {
        const found = at.runtime('dictionaryGet', [self, at.text(name)])!;
        return ifHole(at, instr, found, () => inherited.place.read(at, self));
      },
      write: (at, self, v) => void at.runtime('dictionarySet', [self, at.text(name), coerce(at.b, v, 'value', 'box')]),
    };
  }
  return inherited.place;
}

/** An accessor of a literal: its functions lie in two slots. */
function accessorPlace(e: Emitter, instr: Instr, o: AbstractObject, name: string): Place {
  const accessor = o.accessors.get(name)!;
  const layout = e.program.layouts.of(o);
  const getter = layout.slots.get(getterSlot(name))!;
  const setter = layout.slots.get(setterSlot(name))!;
  return {
    key: `accessor:${o.id}:${name}`,
    read: (at, self) => {
      const kinds = without(accessor.get, UNDEFINED | HOLE);
      if (kinds.objects.size === 0) return null;
      return callValue(at, instr, coerce(at.b, loadSlot(at, self, getter), 'ref', 'getter'), kinds, coerce(at.b, self, 'ref', 'this'), { values: [], kinds: [], list: null }, []);
    },
    write: (at, self, v) => {
      const kinds = without(accessor.set, UNDEFINED | HOLE);
      if (kinds.objects.size === 0) at.runtime('throwReadOnly', [coerce(at.b, self, 'value', 'box'), at.text(name)]);
      else callValue(at, { ...instr, result: null }, coerce(at.b, loadSlot(at, self, setter), 'ref', 'setter'), kinds, self, { values: [v], kinds: [], list: null }, []);
    },
  };
}

/** A slot that is there whenever anybody looks. */
function slotPlace(slot: Slot): Place {
  return {
    key: `slot:${slot.offset}:${slot.rep}`,
    read: (e, self) => loadSlot(e, self, slot),
    write: (e, self, v) => storeSlot(e, self, slot, v),
  };
}

/** A slot that holds hole while the property is absent; then the prototype chain is asked, and a write creates it where no setter stops it. */
function optionalPlace(slot: Slot, inherited: Place, hasSetter: boolean): Place {
  const absent = (e: Emitter, self: Value, v: Value): void => {
    if (hasSetter || slot.name.startsWith('#')) inherited.write!(e, self, v);
    else addProperty(e, self, slot, v);
  };
  return {
    key: `optional:${slot.offset}:${slot.rep}:${slot.ordered}:${hasSetter}:${inherited.key}`,
    read: (e, self) => {
      const loaded = loadSlot(e, self, slot);
      if (inherited.key === 'undefined') return holeToUndefined(e, loaded);
      return e.choose(isHole(e, loaded), 'value', () => inherited.read(e, self), () => loaded);
    },
    write: (e, self, v) => {
      if (!slot.ordered && !hasSetter && !slot.name.startsWith('#')) storeSlot(e, self, slot, v);
      else e.choose(isHole(e, loadSlot(e, self, slot)), null, () => effect(() => absent(e, self, v)), () => effect(() => storeSlot(e, self, slot, v)));
    },
  };
}

/**
 * Creates an own data property that has a slot. In the order of the slots that moves the mark in the extension word; out of it, and where
 * the object has a record, the runtime does it (docs/object-model.md).
 */
export function addProperty(e: Emitter, self: Value, slot: Slot, v: Value): void {
  if (!slot.ordered) {
    storeSlot(e, self, slot, v);
    return;
  }
  const index = e.i64(slot.offset / 8);
  const extension = { offset: EXTENSION_OFFSET, rep: 'i64', name: '' } as const;
  const inOrder = e.b.emit('i64.lt_u', 'bool', [loadSlot(e, self, extension), index]);
  e.choose(inOrder, null, () => effect(() => {
    storeSlot(e, self, extension, index);
    storeSlot(e, self, slot, v);
  }), () => effect(() => void e.runtime('defineNamed', [self, e.text(slot.name), coerce(e.b, v, 'value', 'box')])));
}

/** The object has a record: its keys may be in an order of their own, and some lie beyond its layout. */
export function hasRecord(e: Emitter, self: Value): Value {
  const extension = loadSlot(e, self, { offset: EXTENSION_OFFSET, rep: 'i64', name: '' });
  return e.b.emit('bool.not', 'bool', [e.b.emit('i64.lt_u', 'bool', [extension, e.i64(FIRST_POINTER)])]);
}

function ifHole(e: Emitter, _instr: Instr, loaded: Value, otherwise: () => Value | null): Value {
  return e.choose(isHole(e, loaded), 'value', otherwise, () => loaded)!;
}

export function isHole(e: Emitter, loaded: Value): Value {
  if (loaded.rep === 'f64u') return e.b.emit('f64u.ishole', 'bool', [loaded]);
  if (loaded.rep !== 'value') return e.b.emit('bool.const', 'bool', [], { value: false });
  return e.b.emit('value.is', 'bool', [loaded], { bits: VALUE_HOLE });
}

export function holeToUndefined(e: Emitter, loaded: Value): Value {
  const { b } = e;
  if (loaded.rep === 'f64u') {
    return b.emit('select', 'f64u', [isHole(e, loaded), b.emit('f64u.const', 'f64u', [], { bits: F64U_UNDEFINED_BITS }), loaded]);
  }
  if (loaded.rep !== 'value') return loaded;
  return b.emit('select', 'value', [isHole(e, loaded), b.emit('value.const', 'value', [], { bits: VALUE_UNDEFINED }), loaded]);
}

const LOADS: Record<string, string> = { f64: 'load.f64', f64u: 'load.f64u', i64: 'load.i64', value: 'load.value', ref: 'load.ref' };

export function loadSlot(e: Emitter, self: Value, slot: Pick<Slot, 'offset' | 'rep' | 'name'>): Value {
  return e.b.emit(LOADS[slot.rep]!, slot.rep, [self], { offset: slot.offset, alias: `slot.${slot.offset}` });
}

/** Stores a value of any representation into a slot. */
export function storeSlot(e: Emitter, self: Value, slot: Pick<Slot, 'offset' | 'rep' | 'name'>, v: Value): void {
  const { b } = e;
  b.effect('store.64', [self, coerce(b, v, slot.rep, 'slot')], { offset: slot.offset, alias: `slot.${slot.offset}` });
  if (slot.rep === 'value' || slot.rep === 'ref') b.effect('barrier', [self]);
}

/** What a slot holds that is written before anybody reads it: nothing that the collector could take for a cell. */
export function storeNothing(e: Emitter, self: Value, { offset, rep }: Pick<Slot, 'offset' | 'rep'>): void {
  const nothing = rep === 'f64' || rep === 'i64' ? e.i64(0) : immediate(e.b, VALUE_UNDEFINED, rep === 'ref' ? 'value' : rep);
  e.b.effect('store.64', [self, nothing], { offset, alias: `slot.${offset}` });
}

/** The hole of a slot's representation. */
export function holeOf(e: Emitter, rep: Rep): Value {
  if (rep === 'f64u') return e.b.emit('f64u.const', 'f64u', [], { bits: F64U_HOLE_BITS });
  return e.b.emit('value.const', 'value', [], { bits: VALUE_HOLE });
}

function inheritedPlace(e: Emitter, instr: Instr, o: AbstractObject, name: string, stored?: Value): { place: Place; setter?: Place } {
  const method = isPrivate(name) && o.kind === 'instance' ? privateMember(e, o, name, stored) : null;
  if (method) return { place: method, setter: method };
  if (isPrivate(name)) return { place: noPrivatePlace(name) };
  if (o.kind === 'instance' || o.kind === 'prototype') {
    for (let c = classOf(o); c; c = e.program.solver.parentOf(c)) {
      // A method is a data property: an assignment makes an own one that hides it, and no setter further up is asked.
      if (stored && isMethod(c, name)) return { place: UNDEFINED_PLACE };
      const found = memberPlace(e, c, o, name, false, stored);
      if (found) return stored ? { place: found, setter: found } : { place: found };
      const data = c.fields.get(`prototype_${name}`);
      if (data && (data.prims || data.objects.size)) return { place: staticFieldPlace(e, c, c, `prototype_${name}`) };
    }
    if (name === 'constructor') return { place: { key: `constructor:${o.id}`, read: (at, self) => classCell(at, classOf(o)!, o, self) } };
  }
  return { place: o.hasNoPrototype ? UNDEFINED_PLACE : prototypePlace(e, instr, prototypeModule(o), name) };
}

function isMethod({ classInfo }: AbstractObject, name: string): boolean {
  return classInfo!.members.some((member) => member.name === name && !member.static && member.kind === 'method');
}

/** A private name on an object whose class did not declare it. */
function noPrivatePlace(name: string): Place {
  const text = name.slice(0, name.indexOf('@'));
  return {
    key: `private:${name}`,
    read: (at) => {
      at.runtime('throwNoPrivate', [at.text(text)]);
      return null;
    },
    write: (at) => void at.runtime('throwNoPrivateWrite', [at.text(text)]),
  };
}

function privateMember(e: Emitter, o: AbstractObject, name: string, stored?: Value): Place | null {
  for (let c = classOf(o); c; c = e.program.solver.parentOf(c)) {
    const found = memberPlace(e, c, o, name, false, stored);
    if (found) return found;
  }
  return null;
}

/** A method, getter or setter of a class; null: the class has no member of the name. */
function memberPlace(e: Emitter, c: AbstractObject, o: AbstractObject, name: string, isStatic: boolean, stored?: Value): Place | null {
  const members = c.classInfo!.members.filter((member) => member.name === name && member.static === isStatic);
  if (members.length === 0) return null;
  const home = homeKey(c, o);
  const getter = members.find(({ kind }) => kind === 'get');
  const setter = members.find(({ kind }) => kind === 'set');
  const method = members.find(({ kind }) => kind === 'method');
  if (stored) {
    if (!setter) return { key: `readonly:${name}:${c.id}`, read: () => null, write: (at, self) => throwReadOnly(at, c, isStatic, self, name) };
    return {
      key: `set:${home}:${setter.function}:${o.context.join(';')}`,
      read: () => null,
      write: (at, self, v) => void callMemberInstance(at, c, setter.function, classCell(at, c, o, self), self, [v], o),
    };
  }
  if (getter) {
    return {
      key: `get:${home}:${getter.function}:${o.context.join(';')}`,
      read: (at, self) => callMemberInstance(at, c, getter.function, classCell(at, c, o, self), self, [], o),
    };
  }
  if (!method) return UNDEFINED_PLACE;
  return { key: `method:${home}:${memberObject(e.program.solver, c, method.function).id}`, read: (at, self) => methodCell(at, c, method.function, () => classCell(at, c, o, self)) };
}

/** A set of a property for which a class has a getter only; the message names the class that has it. */
export function throwReadOnly(e: Emitter, c: AbstractObject, isStatic: boolean, self: Value, name: string): void {
  if (isStatic || !c.classInfo!.name) e.runtime('throwReadOnly', [box(e.b, self), e.text(name)]);
  else e.runtime('throwReadOnlyOf', [e.text(c.classInfo!.name), e.text(name)]);
}

const UNDEFINED_PLACE: Place = { key: 'undefined', read: () => null };

/** Tells apart the ways to the class object `c` from `o`. */
function homeKey(c: AbstractObject, o: AbstractObject): string {
  if (!c.classInfo!.dynamic) return '';
  return o.kind === 'class' ? `${c.id}<${o.id}` : String(c.id);
}

/** A static field of the class `c`, seen from the class object `o`, which is or inherits from c. */
function staticFieldPlace(e: Emitter, c: AbstractObject, o: AbstractObject, name: string): Place & { load: (e: Emitter, self: Value) => Value } {
  if (c.classInfo!.dynamic) {
    const slot = classLayout(e.program, c).statics.get(name)!;
    const load = (at: Emitter, self: Value): Value => loadSlot(at, ancestorCell(at, c, o, self), slot);
    return {
      key: `static:${homeKey(c, o)}:${name}`,
      load,
      read: (at, self) => holeToUndefined(at, load(at, self)),
      write: (at, self, v) => storeSlot(at, ancestorCell(at, c, o, self), slot, v),
    };
  }
  const place = e.program.staticField(c, name);
  return {
    key: `static:${aliasOf(place)}`,
    load: (at) => loadGlobal(at, place),
    read: (at) => holeToUndefined(at, loadGlobal(at, place)),
    write: (at, _self, v) => storeGlobal(at, place, v),
  };
}

/** A word of the mutable region: a variable, or a static field in the cell of its class. */
interface GlobalPlace {
  readonly symbol: string;
  readonly offset?: number;
  readonly rep: Slot['rep'];
}

const aliasOf = ({ symbol, offset }: GlobalPlace): string => `global.${symbol}${offset === undefined ? '' : `+${offset}`}`;

/** Loads a word of the mutable region. Under the alias of `storeGlobal`, so that no load outlives a store. */
function loadGlobal(e: Emitter, place: GlobalPlace): Value {
  return e.b.emit(LOADS[place.rep]!, place.rep, [e.b.emit('symbol.addr', 'i64', [], { symbol: place.symbol })], { offset: place.offset ?? 0, alias: aliasOf(place) });
}

/** Stores into a word of the mutable region. */
export function storeGlobal(e: Emitter, place: GlobalPlace, v: Value): void {
  const { b } = e;
  b.effect('store.64', [b.emit('symbol.addr', 'i64', [], { symbol: place.symbol }), coerce(b, v, place.rep, 'slot')], { offset: place.offset ?? 0, alias: aliasOf(place) });
}

/** A static field that holds hole until it is set on this class; then the parent's is read. */
function inheritingPlace(own: ReturnType<typeof staticFieldPlace>, inherited: Place): Place {
  return {
    key: `${own.key}:${inherited.key}`,
    read: (at, self) => {
      const loaded = own.load(at, self);
      return at.choose(isHole(at, loaded), 'value', () => inherited.read(at, self), () => loaded);
    },
  };
}

/** A static member seen from the class object `o`; `from`: where the search begins. */
function staticPlace(e: Emitter, instr: Instr, o: AbstractObject, name: string, stored?: Value, from = o): Place {
  for (let c: AbstractObject | null = from; c; c = e.program.solver.parentOf(c)) {
    const field = c.fields.get(name);
    if (field && (field.prims || field.objects.size) && (c === o || !stored)) {
      const parent = stored ? null : e.program.solver.parentOf(c);
      const own = staticFieldPlace(e, c, o, name);
      return parent ? inheritingPlace(own, staticPlace(e, instr, o, name, undefined, parent)) : own;
    }
    const member = memberPlace(e, c, o, name, true, stored);
    if (member) return member;
  }
  if (name === 'name' || name === 'length') return functionPlace(o, name);
  if (name === 'prototype') return { key: `prototype:${o.id}`, read: (at) => at.b.emit('ref.static', 'ref', [], { symbol: classPrototype(at.program, o) }) };
  return prototypePlace(e, instr, 'src/std/function.prototype', name);
}

function namespacePlace(e: Emitter, instr: Instr, o: AbstractObject, name: string, stored?: Value): Place {
  const { solver } = e.program;
  const accessor = solver.exported(o.module, `${stored ? 'set' : 'get'}_${name}`);
  if (accessor) {
    return {
      key: `accessor:${o.module}:${name}`,
      read: (at, self) => callCandidates(at, instr, accessor, self, []),
      write: (at, self, v) => void callCandidates(at, instr, accessor, self, [v]),
    };
  }
  return sidePlace(e, o, name, builtinPlace(e, instr, o, name), stored);
}

/** What the standard library's module has under the name. */
function builtinPlace(e: Emitter, instr: Instr, o: AbstractObject, name: string): Place {
  const symbol = e.program.solver.exportedSymbol(o.module, name);
  if (symbol?.startsWith('namespace:')) {
    const inner = e.program.solver.namespace(symbol.slice('namespace:'.length));
    return { key: `namespace:${inner.id}`, read: (at) => at.b.emit('ref.static', 'ref', [], { symbol: at.program.functionCell(inner) }) };
  }
  if (symbol) return { key: `global:${symbol}`, read: (at) => readGlobal(at, symbol) };
  if (isFunctionObject(o) && (name === 'name' || name === 'length')) return functionPlace(o, name);
  return prototypePlace(e, instr, name === 'constructor' && o.module.endsWith('.prototype') ? o.module : prototypeModule(o), name);
}

/** A module variable as it is, hole included. */
export function readGlobal(e: Emitter, symbol: string): Value {
  const kinds = e.program.solver.global(symbol);
  const [fn] = kinds.objects;
  const info = e.program.solver.program.globals.get(symbol);
  if (info?.init && !info.mutable && kinds.objects.size === 1) return e.b.emit('ref.static', 'ref', [], { symbol: e.program.functionCell(fn!) });
  return loadGlobal(e, e.program.global(symbol));
}

/** A property of a built-in prototype. */
function prototypePlace(e: Emitter, instr: Instr, module: string, name: string): Place {
  const { solver } = e.program;
  const getter = solver.exported(module, `get_${name}`);
  if (getter) return { key: `proto-get:${module}:${name}`, read: (at, self) => callCandidates(at, instr, getter, self, []) };
  const symbol = solver.program.exports.get(`${module}#${name}`);
  if (symbol) return { key: `proto:${symbol}`, read: (at) => readGlobal(at, symbol) };
  if (name === 'constructor') return { key: `constructor:${module}`, read: (at) => at.b.emit('ref.static', 'ref', [], { symbol: at.program.functionCell(solver.namespace(module.slice(0, -'.prototype'.length))) }) };
  if (module !== 'src/std/object.prototype') return prototypePlace(e, instr, 'src/std/object.prototype', name);
  return UNDEFINED_PLACE;
}

function readPrototype(e: Emitter, instr: Instr, module: string, name: string, self: Value): Value | null {
  return prototypePlace(e, instr, module, name).read(e, self);
}

