import { HOLE, isEmpty, joinKinds, type Kinds, NOTHING, NULLISH, object, type Var, without } from '../flow/kinds.ts';
import { endsAtBuiltInMember } from '../flow/built-in-members.ts';
import { bindAgain, boundArguments, boundObject, isBind, isBoundAgain } from '../flow/bind.ts';
import { arraysKey, functionInstance, isCallOrApply, memberInstance, surelyCalled, typeArguments } from '../flow/calls.ts';
import { type AbstractObject, functionName } from '../flow/object.ts';
import { objectFunction } from '../flow/object-functions.ts';
import { PRIMITIVE_PROTOTYPES, prototypeModule } from '../flow/properties.ts';
import type { Instance } from '../flow/instance.ts';
import type { Instr, Value } from '../ir/function.ts';
import type { Rep } from '../ir/rep.ts';
import { HEADER_BYTES } from '../layout/cell.ts';
import { ARRAY_LENGTH } from '../layout/array.ts';
import { classCell } from './class-cell.ts';
import { construct } from './construct.ts';
import { notIterable } from './iteration.ts';
import { OBJECT_FUNCTIONS } from './object-functions.ts';
import { dispatch } from './dispatch.ts';
import { makeArrayOf, readArrayElement } from './element.ts';
import type { Emitter } from './emitter.ts';
import { byPlace, cannotRead, isHole, loadSlot, placeOf, storeSlot } from './property.ts';
import { coerce, repOf } from './representation.ts';
import { charCodeAt } from './string-units.ts';

/** Arguments of a call: JS-level values, or typed values that the compiler made, or the elements of an array. */
export interface Arguments {
  readonly values: readonly Value[];
  readonly kinds: readonly Kinds[];
  /** Array of the arguments behind `values` (a spread call). */
  readonly list: { value: Value; kinds: Kinds } | null;
}

export function argumentsOf(e: Emitter, values: readonly Value[]): Arguments {
  return { values: values.map((value) => e.value(value)), kinds: values.map((value) => e.kinds(value)), list: null };
}

function listArguments(e: Emitter, list: Value): Arguments {
  return { values: [], kinds: [], list: { value: e.value(list), kinds: e.kinds(list) } };
}

/** Calls an instance with closure, this and arguments: formals without an argument get undefined, a rest parameter its array. */
export function callTarget(e: Emitter, target: Instance, closure: Value | null, self: Value | null, newTarget: Value | null, args: Arguments): Value | null {
  const { func } = target;
  const used = new Set(e.program.signature(target).params.map(({ index }) => index));
  const given: (Value | null)[] = [closure, self, newTarget];
  const formals = func.params.length - 3;
  for (let i = 0; i < formals; i++) {
    if (!used.has(i + 3)) given.push(null);
    else if (func.attrs.rest === true && i === formals - 1) given.push(restArray(e, target, args, i));
    else if (i < args.values.length || !args.list) given.push(args.values[i] ?? null);
    else given.push(readArrayElement(e, args.list.value, args.list.kinds, e.i64(i - args.values.length)));
  }
  return e.callInstance(target, given);
}

function restArray(e: Emitter, target: Instance, args: Arguments, from: number): Value {
  const rest = e.program.solver.objects.get(`rest:${target.key}`)!;
  if (!args.list) return makeArrayOf(e, rest, args.values.slice(from));
  const kind = e.program.elementsRep(rest) === 'f64u' ? 'F64' : 'Value';
  const list = coerce(e.b, args.list.value, 'ref', 'list');
  const front = args.values.slice(from);
  if (front.length === 0) return e.runtime(`arrayTail${kind}`, [list, e.i64(from - args.values.length)])!;
  return e.runtime(`arrayJoin${kind}`, [makeArrayOf(e, rest, front), list])!;
}

/** Calls whatever the kinds of an export of the standard library are. */
export function callCandidates(e: Emitter, instr: Instr, found: Kinds | Var, self: Value, args: readonly Value[]): Value | null {
  const callees = without(found, HOLE);
  const rep = instr.result ? repOf(e.kinds(instr.result)) : null;
  const kinds = args.map((arg) => kindsOfTyped(e, instr, arg));
  for (const o of callees.objects) {
    if (o.kind !== 'function') throw new Error(`${o.key} is not a function of the standard library`);
    return callTarget(e, functionInstance(e.instance, o, kinds, []), null, self, null, { values: args, kinds, list: null });
  }
  throw new Error(`no candidate to call at ${e.instance.key} (${rep})`);
}

function kindsOfTyped(e: Emitter, instr: Instr, typed: Value): Kinds {
  const arg = instr.args.find((each) => e.value(each) === typed);
  return arg ? e.kinds(arg) : NOTHING;
}

/** Calls a getter, setter or method of a class; `home`: the class object. */
export function callMemberInstance(e: Emitter, c: AbstractObject, symbol: string, home: Value, self: Value, args: readonly Value[], receiver: AbstractObject | null = null): Value | null {
  const target = memberInstance(e.instance, c, receiver, symbol, [], []);
  return callTarget(e, target, home, self, null, { values: args, kinds: [], list: null });
}

/** `callee(args)`. */
export function callFunction(e: Emitter, instr: Instr): Value | null {
  const [callee, self, ...args] = instr.args as [Value, Value, ...Value[]];
  return callValue(e, instr, e.value(callee), e.kinds(callee), e.value(self), argumentsOf(e, args));
}

export function callSpread(e: Emitter, instr: Instr): Value | null {
  const [callee, self, list] = instr.args as [Value, Value, Value];
  return callValue(e, instr, e.value(callee), e.kinds(callee), e.value(self), listArguments(e, list));
}

/** Representation of what a call gives; null: nothing. */
function resultRep(e: Emitter, instr: Instr, given?: Kinds): Rep | null {
  const kinds = given ?? (instr.result ? e.kinds(instr.result) : NOTHING);
  return isEmpty(kinds) ? null : repOf(kinds);
}

/** Calls a value: one direct call per function that it can be, told apart by shape. */
export function callValue(e: Emitter, instr: Instr, callee: Value, kinds: Kinds, self: Value, args: Arguments, typeArgs: readonly string[] = typeArguments(e.instance, instr), given?: Kinds): Value | null {
  const rep = resultRep(e, instr, given);
  const groups = groupBy([...kinds.objects], (o) => targetKey(e, o, args, typeArgs));
  return dispatch(e, callee, kinds, [
    { prims: ~0, objects: [], make: () => notAFunction(e, instr) },
    ...groups.map((objects) => ({
      prims: 0, objects, make: (cell: Value) => callOne(e, instr, objects[0]!, cell, self, args, typeArgs),
    })),
  ], rep);
}

function targetKey(e: Emitter, o: AbstractObject, args: Arguments, typeArgs: readonly string[]): string {
  if (o.standsForBuiltIns) return 'built-in member';
  if (o.kind === 'function' && !o.boundTarget) return functionInstance(e.instance, o, args.kinds, typeArgs).key;
  return o.kind === 'function' || o.kind === 'class' || o.kind === 'namespace' ? `object:${o.id}` : 'not callable';
}

export function groupBy<T>(items: readonly T[], key: (item: T) => string): T[][] {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    const k = key(item);
    const group = groups.get(k);
    if (group) group.push(item);
    else groups.set(k, [item]);
  }
  return [...groups.values()];
}

function notAFunction(e: Emitter, instr: Instr): null {
  if (instr.op === 'js.iterate' && instr.attrs.name === '@@iterator') return notIterable(e, instr, e.value(instr.args[0]!));
  e.runtime('throwNotAFunction', [e.text((instr.attrs.text as string | undefined) ?? 'value')]);
  return null;
}

function callOne(e: Emitter, instr: Instr, o: AbstractObject, cell: Value, self: Value | null, args: Arguments, typeArgs: readonly string[]): Value | null {
  if (o.standsForBuiltIns) return e.hook('builtInMember', []);
  if (o.boundTarget) {
    const { target, self: receiver, given } = boundParts(e, o, cell, args);
    return callOne(e, instr, o.boundTarget, target, receiver, given, []);
  }
  if (o.kind === 'function') return callTarget(e, functionInstance(e.instance, o, args.kinds, typeArgs), cell, self, null, args);
  if (o.kind === 'namespace') {
    const call = e.program.solver.exported(o.module, 'call');
    if (call) return callFound(e, instr, call, self, args, []);
  }
  if (o.kind === 'class' && o.classInfo!.file.endsWith('src/std/error.ts')) return construct(e, o, cell, args, typeArgs);
  if (o.kind === 'class') {
    e.runtime('throwClassCall', [e.text(functionName(o))]);
    return null;
  }
  return notAFunction(e, instr);
}

/** What a bound function holds, and the arguments of a call of it behind those that it was bound to. */
export function boundParts(e: Emitter, o: AbstractObject, cell: Value, args: Arguments): { target: Value; self: Value; given: Arguments } {
  const reps = e.program.captureReps(o);
  const captured = reps.map((rep, i) => loadSlot(e, cell, { offset: HEADER_BYTES + 8 * i, rep, name: '' }));
  const [target, self, ...values] = captured as [Value, Value, ...Value[]];
  return { target, self, given: { values: [...values, ...args.values], kinds: [...o.captures.slice(2), ...args.kinds], list: args.list } };
}

/** Function.prototype.bind. */
function bind(e: Emitter, instr: Instr, target: AbstractObject, cell: Value, args: Arguments): Value {
  if (isBoundAgain(e.instance, instr, target)) {
    const list = makeArrayOf(e, boundArguments(e.instance, instr, []), args.values.slice(1));
    return e.callInstance(bindAgain(e.instance, instr), [null, null, null, cell, list])!;
  }
  const made = boundObject(e.instance, instr, target, Math.max(args.values.length - 1, 0));
  const bound = e.b.emit('alloc', 'ref', [], { shape: e.program.shape(made), bytes: HEADER_BYTES + 8 * made.captures.length });
  const values = [cell, args.values[0] ?? e.undefined(), ...args.values.slice(1)];
  e.program.captureReps(made).forEach((rep, i) => storeSlot(e, bound, { offset: HEADER_BYTES + 8 * i, rep, name: '' }, values[i]!));
  return bound;
}

/** Calls an exported function of the standard library. */
export function callFound(e: Emitter, instr: Instr, found: Kinds | Var, self: Value | null, args: Arguments, typeArgs: readonly string[]): Value | null {
  const callees = [...without(found, HOLE).objects];
  if (callees.length !== 1) throw new Error(`an export of the standard library is ${callees.length} things`);
  return callOne(e, instr, callees[0]!, e.undefined(), self, args, typeArgs);
}

/** `o.name(args)`. */
export function callMethod(e: Emitter, instr: Instr): Value | null {
  const [base, ...args] = instr.args as [Value, ...Value[]];
  return callMethodOn(e, instr, e.value(base), e.kinds(base), argumentsOf(e, args));
}

/** `given`: what it returns, where that is not what the instruction gives. */
export function callMethodOn(e: Emitter, instr: Instr, base: Value, kinds: Kinds, args: Arguments, given?: Kinds): Value | null {
  const name = instr.attrs.name as string;
  const typeArgs = typeArguments(e.instance, instr);
  const rep = resultRep(e, instr, given);
  const listKey = arraysKey(kinds);
  const groups = groupBy([...kinds.objects], (o) => methodKey(e, o, name, args, typeArgs));
  return dispatch(e, base, kinds, [
    { prims: NULLISH | HOLE, objects: [], make: (v) => cannotRead(e, v, name) },
    ...PRIMITIVE_PROTOTYPES.map(([prims, module]) => ({
      prims, objects: [], make: (v: Value) => callPrototype(e, instr, module, name, v, args, typeArgs),
    })),
    ...groups.map((objects) => ({
      prims: 0, objects, make: (self: Value) => callMethodOf(e, instr, objects, name, self, args, typeArgs, listKey, given),
    })),
  ], rep);
}

/** Objects with equal keys run the same code for the method. */
function methodKey(e: Emitter, o: AbstractObject, name: string, args: Arguments, typeArgs: readonly string[]): string {
  if (o.kind === 'array') return 'array';
  if (o.kind === 'typed') return 'typed';
  if (o.standsForBuiltIns && endsAtBuiltInMember(e.instance)) return 'built-in member';
  const member = ownMember(e, o, name);
  if (!member) return o.kind === 'namespace' || e.instance.asObserver(() => isCallOrApply(e.instance, o, name, args.kinds) || isBind(e.instance, o, name)) ? `object:${o.id}` : 'property';
  const { key } = memberInstance(e.instance, member.classObject, o, member.symbol, args.kinds, typeArgs);
  return member.classObject.classInfo!.dynamic ? `${key} of ${member.classObject.id}` : key;
}

const ownMember = (e: Emitter, o: AbstractObject, name: string): ReturnType<typeof surelyCalled> => e.instance.asObserver(() => surelyCalled(e.instance, o, name));

/** Calls the method of objects with equal method keys. */
function callMethodOf(e: Emitter, instr: Instr, objects: readonly AbstractObject[], name: string, self: Value, args: Arguments, typeArgs: readonly string[], listKey: string, given?: Kinds): Value | null {
  const o = objects[0]!;
  if (o.standsForBuiltIns && endsAtBuiltInMember(e.instance)) return e.hook('builtInMember', []);
  if (o.kind === 'array' || o.kind === 'typed') {
    const added = e.program.solver.sideKinds(e.instance, objects, name);
    const inherited = (): Value | null => callPrototype(e, instr, prototypeModule(o), name, self, args, o.kind === 'array' ? [listKey, ...typeArgs] : typeArgs);
    if (isEmpty(added)) return inherited();
    const found = e.runtime('dictionaryGet', [self, e.text(name)])!;
    const rep = instr.result && !isEmpty(e.kinds(instr.result)) ? repOf(e.kinds(instr.result)) : null;
    return e.choose(isHole(e, found), rep, inherited, () => callValue(e, instr, coerce(e.b, found, repOf(added), 'method'), added, self, args, typeArgs));
  }
  if (objectFunction(o, name, args.list !== null)) return OBJECT_FUNCTIONS[name]!(e, instr, args);
  if (o.kind === 'namespace' && !e.instance.asObserver(() => isCallOrApply(e.instance, o, name, args.kinds))) {
    const exact = args.list ? null : e.program.solver.exported(o.module, `${name}_${args.values.length}`);
    if (exact) return callFound(e, instr, exact, self, args, typeArgs);
  }
  if (e.instance.asObserver(() => isBind(e.instance, o, name)) && !args.list) return bind(e, instr, o, self, args);
  if (e.instance.asObserver(() => isCallOrApply(e.instance, o, name, args.kinds))) {
    const rest = name === 'call'
      ? { values: args.values.slice(1), kinds: args.kinds.slice(1), list: args.list }
      : { values: [], kinds: [], list: args.values[1] ? { value: args.values[1], kinds: args.kinds[1]! } : null };
    return callOne(e, instr, o, self, args.values[0] ?? e.undefined(), rest, typeArgs);
  }
  const member = ownMember(e, o, name);
  if (member) {
    const target = memberInstance(e.instance, member.classObject, o, member.symbol, args.kinds, typeArgs);
    return callTarget(e, target, classCell(e, member.classObject, o, self), self, null, args);
  }
  return callProperty(e, instr, objects, name, self, args, typeArgs, given);
}

/** Reads the property of whichever object it is, then calls what it is: not each function for each object. */
function callProperty(e: Emitter, instr: Instr, objects: readonly AbstractObject[], name: string, self: Value, args: Arguments, typeArgs: readonly string[], given?: Kinds): Value | null {
  const property = objects.map((o) => e.program.solver.propertyKinds(e.instance, instr, o, name)).reduce(joinKinds);
  if (isEmpty(property)) return notAFunction(e, instr);
  const rep = repOf(property);
  const kinds = object(...objects);
  const loaded = dispatch(e, self, kinds, byPlace(kinds, (o) => placeOf(e, instr, o, name)).map(({ place, objects: alike }) => ({
    prims: 0, objects: alike, make: (cell: Value) => place.read(e, cell),
  })), rep);
  return callValue(e, instr, coerce(e.b, loaded ?? e.undefined(), rep, 'method'), property, self, args, typeArgs, given);
}

/** Methods of primitives that are done in place where their arguments allow it. */
const IN_PLACE: Record<string, ((e: Emitter, self: Value, args: Arguments) => Value | null) | undefined> = {
  'src/std/string.prototype#charCodeAt': charCodeAt,
};

function callPrototype(e: Emitter, instr: Instr, module: string, name: string, self: Value, args: Arguments, typeArgs: readonly string[]): Value | null {
  const { solver } = e.program;
  const inPlace = IN_PLACE[`${module}#${name}`]?.(e, self, args);
  if (inPlace) return inPlace;
  const found = (args.list ? null : solver.exported(module, `${name}_${args.values.length}`)) ?? solver.exported(module, name);
  if (found) return callFound(e, instr, found, self, args, typeArgs);
  if (module !== 'src/std/object.prototype') return callPrototype(e, instr, 'src/std/object.prototype', name, self, args, []);
  return notAFunction(e, instr);
}

/** Number of elements of an array, as i64. */
export function arrayLength(e: Emitter, array: Value): Value {
  return e.b.emit('i32.zext64', 'i64', [e.b.emit('load.i32', 'i32', [array], { offset: ARRAY_LENGTH, alias: 'array.length' })]);
}

