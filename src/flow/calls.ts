import type { Instr } from '../ir/function.ts';
import {
  HOLE, isEmpty, joinKinds, type Kinds, NOTHING, NULLISH, object, objectsOf, OPAQUE, only, primitive, UNDEFINED, Var, without,
} from './kinds.ts';
import { levelsOf, makesDerivedClasses } from './classes.ts';
import { endsAtBuiltInMember, useBuiltInMember } from './built-in-members.ts';
import { bindFunction, hasOwnFunction, isBind } from './bind.ts';
import { isNodeConstructor } from './missing-built-ins.ts';
import type { AbstractObject } from './object.ts';
import { objectFunction } from './object-functions.ts';
import { PRIMITIVE_PROTOTYPES, classOf, prototypeModule, readOwn, readUnknown } from './properties.ts';
import { sideProperty } from './side-properties.ts';
import type { Instance } from './instance.ts';
import { refuseReceiver } from './foreign-receivers.ts';
import { libraryKey, substitute } from './type-key.ts';

const THIS_UNDEFINED = primitive(UNDEFINED);

export function typeArguments(at: Instance, instr: Instr): string[] {
  return ((instr.attrs.typeArgs as readonly string[] | undefined) ?? []).map((key) => libraryKey(at.func.file, key, substitute(key, at.context)));
}

export function callFunction(at: Instance, instr: Instr, callee: Kinds, self: Kinds, args: readonly Kinds[], spread?: Kinds): Kinds {
  if (callee.prims) at.solver.throwsError(at, 'TypeError');
  if (callee.prims & OPAQUE) at.solver.problem(at, instr, 'a call of a value of unknown origin');
  const typeArgs = typeArguments(at, instr);
  return at.perObject('call', callee.objects, callInputs([self, ...args], spread), (o) => callObject(at, instr, o, self, args, typeArgs, spread));
}

/** What a call depends on by more than letting it flow into the callee: arguments that are no variables, and the callbacks and classes among them. */
function callInputs(args: readonly Kinds[], spread: Kinds = NOTHING): Kinds[] {
  return [...args, spread].map((arg) => (!(arg instanceof Var) ? arg : isOneOf(arg, 'function') || isOneOf(arg, 'class') ? objectsOf(arg.objects) : NOTHING));
}

function isOneOf({ objects }: Kinds, wanted: AbstractObject['kind']): boolean {
  return objects.size === 1 && objects.some(({ kind }) => kind === wanted);
}

/** Calls one function object. `typeArgs` are keys already substituted. */
export function callObject(
  at: Instance, instr: Instr, callee: AbstractObject, self: Kinds, args: readonly Kinds[], typeArgs: readonly string[], spread?: Kinds,
): Kinds {
  if (callee.boundTarget) {
    const [, bound, ...given] = callee.captures.map((captured) => at.read(captured)) as [Kinds, Kinds, ...Kinds[]];
    return callObject(at, instr, callee.boundTarget, bound, [...given, ...args], [], spread);
  }
  if (callee.standsForBuiltIns) return useBuiltInMember(at);
  if (callee.kind === 'function' && refuseReceiver(at, instr, callee, self)) return NOTHING;
  if (callee.kind === 'function') return functionInstance(at, callee, args, typeArgs).call(at, object(callee), self, THIS_UNDEFINED, args, spread);
  if (callee.kind === 'namespace') {
    const call = at.solver.exported(callee.module, 'call');
    if (call) return callFound(at, instr, call, self, args, [], spread);
  }
  // Errors may be called without new (ECMA-262 20.5.1.1).
  if (callee.kind === 'class' && callee.classInfo!.file.endsWith('src/std/error.ts')) return constructObject(at, instr, callee, args, typeArgs, spread);
  at.solver.throwsError(at, 'TypeError');
  return NOTHING;
}

/** The instance that a call of a function object with these arguments runs. */
export function functionInstance(at: Instance, callee: AbstractObject, args: readonly Kinds[], typeArgs: readonly string[]): Instance {
  const func = callee.func!;
  const parents = makesDerivedClasses(at.solver, func) ? classContext(args) : [];
  return at.solver.instance(func, [...callee.context, ...typeArgs, ...parents, ...callbackContext(func.file, args)]);
}

/** The instance that a call of a member of class `classObject` on `self` runs: in the context of self's type arguments where it is its class. */
export function memberInstance(
  at: Instance, classObject: AbstractObject, self: AbstractObject | null, symbol: string, args: readonly Kinds[], typeArgs: readonly string[],
): Instance {
  const context = self?.kind === 'instance' && self.classInfo === classObject.classInfo ? self.context : classObject.context;
  return at.solver.instance(at.solver.func(symbol), [...context, ...typeArgs, ...callbackContext(classObject.classInfo!.file, args)]);
}

/** The classes among the arguments of a function that extends classes. */
function classContext(args: readonly Kinds[]): string[] {
  return args.flatMap((arg) => (isOneOf(arg, 'class') ? [...arg.objects].map(({ key }) => key) : []));
}

/** Library files to which functions are values like any others: a context for each would only copy them. */
const CALLS_NO_CALLBACK = /^src\/std\/(inspect|format|console|array-access|array-mutation|callable|hooks)/;

/** A standard library function gets a context of its own per callback, when that is one function: the callback is then called directly. */
function callbackContext(file: string, args: readonly Kinds[]): string[] {
  if (!file.startsWith('src/std/') || CALLS_NO_CALLBACK.test(file)) return [];
  const context: string[] = [];
  for (const arg of args) {
    if (isOneOf(arg, 'function')) for (const callback of arg.objects) context.push(`fn${callback.id}`);
  }
  return context;
}

/** `o.name(args)`. */
export function callMethod(at: Instance, instr: Instr, base: Kinds, args: readonly Kinds[], spread?: Kinds): Kinds {
  const name = instr.attrs.name as string;
  const typeArgs = typeArguments(at, instr);
  let result: Kinds = NOTHING;
  if (base.prims & (NULLISH | HOLE)) at.solver.throwsError(at, 'TypeError');
  if (base.prims & OPAQUE) at.solver.problem(at, instr, `method ${name} of a value of unknown origin`);
  for (const [prims, module] of PRIMITIVE_PROTOTYPES) {
    if (base.prims & prims) result = joinKinds(result, callPrototype(at, instr, module, name, only(base, prims), args, typeArgs, spread));
  }
  const arrays = base.objects.filter(({ kind }) => kind === 'array');
  if (arrays.size > 0) result = joinKinds(result, callPrototype(at, instr, 'src/std/array.prototype', name, objectsOf(arrays), args, [arraysKey(base), ...typeArgs], spread));
  const added = sideMethods(at, arrays, name);
  if (!isEmpty(added)) result = joinKinds(result, callFunction(at, instr, added, objectsOf(arrays), args, spread));
  const others = base.objects.filter(({ kind }) => kind !== 'array');
  return joinKinds(result, at.perObject(`call ${name}`, others, callInputs(args, spread), (o) => callMethodOf(at, instr, o, name, args, typeArgs, spread)));
}

/** What arrays (or other objects without slots) have under a name that their prototypes lack. */
export function sideMethods(at: Instance, objects: Iterable<AbstractObject>, name: string): Kinds {
  let kinds: Kinds = NOTHING;
  for (const o of objects) kinds = joinKinds(kinds, sideProperty(at, o, name));
  return kinds;
}

/** The element key that all arrays of a value share. They share a shape too, so that a method's code must serve them all. */
export function arraysKey(base: Kinds): string {
  const keys = new Set<string>();
  for (const o of base.objects) if (o.kind === 'array') keys.add(o.context[0] ?? 'any');
  return keys.size === 1 ? [...keys][0]! : 'any';
}

function callMethodOf(
  at: Instance, instr: Instr, o: AbstractObject, name: string, args: readonly Kinds[], typeArgs: readonly string[], spread?: Kinds,
): Kinds {
  if (o.standsForBuiltIns && endsAtBuiltInMember(at)) return useBuiltInMember(at);
  const self = object(o);
  if (o.kind === 'typed') {
    const result = callPrototype(at, instr, prototypeModule(o), name, self, args, typeArgs, spread);
    const added = sideMethods(at, [o], name);
    return isEmpty(added) ? result : joinKinds(result, callFunction(at, instr, added, self, args, spread));
  }
  const inPlace = objectFunction(o, name, spread !== undefined);
  if (inPlace) return at.asOperand(() => inPlace(at, instr, args));
  if (o.kind === 'namespace' && !isCallOrApply(at, o, name, args)) {
    const exact = spread ? null : at.solver.exported(o.module, `${name}_${args.length}`);
    if (exact) return callFound(at, instr, exact, self, args, typeArgs);
  }
  if (isBind(at, o, name) && !spread) return bindFunction(at, instr, o, args);
  if (isCallOrApply(at, o, name, args)) {
    return name === 'call'
      ? callObject(at, instr, o, args[0] ?? THIS_UNDEFINED, args.slice(1), typeArgs, spread)
      : callObject(at, instr, o, args[0] ?? THIS_UNDEFINED, [], typeArgs, listElements(at, instr, args[1] ?? NOTHING));
  }
  const member = surelyCalled(at, o, name);
  if (member) return memberInstance(at, member.classObject, o, member.symbol, args, typeArgs).call(at, object(member.classObject), self, THIS_UNDEFINED, args, spread);
  const property = at.asOperand(() => readOwn(at, instr, o, name));
  if (isEmpty(property)) return NOTHING;
  if (property.prims) at.solver.throwsError(at, 'TypeError');
  let result: Kinds = NOTHING;
  for (const callee of property.objects) result = joinKinds(result, callObject(at, instr, callee, self, args, typeArgs, spread));
  return result;
}

/** The class method that a call on an instance surely runs: no own property of the name has a value, and no accessor hides it. */
export function surelyCalled(at: Instance, o: AbstractObject, name: string): { classObject: AbstractObject; symbol: string } | null {
  if (o.kind !== 'instance' || o.isInitial(name)) return null;
  if (!isEmpty(without(joinKinds(at.read(o.field(name)), readUnknown(at, o, name)), HOLE))) return null;
  for (let c = classOf(o); c; c = at.solver.parentOf(c)) {
    const members = c.classInfo!.members.filter((member) => member.name === name && !member.static);
    const method = members.find(({ kind }) => kind === 'method');
    if (method) return { classObject: c, symbol: method.function };
    if (members.length > 0) return null;
  }
  return null;
}

/**
 * Function.prototype.call, or apply with an array, on anything that can be called: done in place. A namespace's own `call` is what calling it does.
 */
export function isCallOrApply(at: Instance, o: AbstractObject, name: string, args: readonly Kinds[]): boolean {
  if ((o.kind !== 'function' && o.kind !== 'class' && o.kind !== 'namespace') || hasOwnFunction(at, o, name)) return false;
  const list = args[1];
  if (name === 'apply' && list instanceof Var) at.read(list);
  return name === 'call' || (name === 'apply' && (!list || (list.prims === 0 && [...list.objects].every(({ kind }) => kind === 'array'))));
}

/** A method of a built-in prototype; `push_1` is `push` for exactly one argument. */
function callPrototype(
  at: Instance, instr: Instr, module: string, name: string, self: Kinds, args: readonly Kinds[], typeArgs: readonly string[], spread?: Kinds,
): Kinds {
  const found = (spread ? null : at.solver.exported(module, `${name}_${args.length}`)) ?? at.solver.exported(module, name);
  if (found) return callFound(at, instr, found, self, args, typeArgs, spread);
  if (at.solver.missingMember(at, instr, module, name)) return NOTHING;
  if (module !== 'src/std/object.prototype') return callPrototype(at, instr, 'src/std/object.prototype', name, self, args, [], spread);
  at.solver.throwsError(at, 'TypeError');
  return NOTHING;
}

function callFound(
  at: Instance, instr: Instr, found: Kinds, self: Kinds, args: readonly Kinds[], typeArgs: readonly string[], spread?: Kinds,
): Kinds {
  const callees = without('dependOn' in found ? at.read(found as never) : found, HOLE);
  let result: Kinds = NOTHING;
  for (const callee of callees.objects) result = joinKinds(result, callObject(at, instr, callee, self, args, typeArgs, spread));
  return result;
}

/** What the elements of an argument list can be. */
export function listElements(at: Instance, instr: Instr, list: Kinds): Kinds {
  let elements: Kinds = NOTHING;
  if (list instanceof Var) at.read(list);
  for (const o of list.objects) {
    if (o.kind === 'array') elements = joinKinds(elements, without(at.read(o.elements), HOLE));
    else if (o.standsForBuiltIns) useBuiltInMember(at);
    else at.solver.problem(at, instr, `spreading a ${o.kind} into arguments`, 'make it an array first');
  }
  return joinKinds(elements, primitive(UNDEFINED));
}

export function callSpread(at: Instance, instr: Instr, callee: Kinds, self: Kinds, list: Kinds): Kinds {
  return callFunction(at, instr, callee, self, [], listElements(at, instr, list));
}

export function construct(at: Instance, instr: Instr, callee: Kinds, args: readonly Kinds[], spread?: Kinds): Kinds {
  if (callee.prims) at.solver.throwsError(at, 'TypeError');
  const typeArgs = typeArguments(at, instr);
  return at.perObject('construct', callee.objects, callInputs(args, spread), (o) => constructObject(at, instr, o, args, typeArgs, spread));
}

export function constructSpread(at: Instance, instr: Instr, callee: Kinds, list: Kinds): Kinds {
  return construct(at, instr, callee, [], listElements(at, instr, list));
}

function constructObject(
  at: Instance, instr: Instr, callee: AbstractObject, args: readonly Kinds[], typeArgs: readonly string[], spread?: Kinds,
): Kinds {
  if (callee.standsForBuiltIns) return useBuiltInMember(at);
  if (callee.kind === 'namespace') {
    const made = (spread ? null : at.solver.exported(callee.module, `construct_${args.length}`)) ?? at.solver.exported(callee.module, 'construct');
    if (made) return callFound(at, instr, made, THIS_UNDEFINED, args, typeArgs, spread);
    if (isNodeConstructor(callee.module) || at.solver.exported(callee.module, 'call') || at.solver.exportedSymbol(callee.module, 'prototype')) at.solver.problem(at, instr, `new ${callee.module.slice(8)}`);
    at.solver.throwsError(at, 'TypeError');
    return NOTHING;
  }
  if (callee.boundTarget) {
    const given = callee.captures.slice(2).map((captured) => at.read(captured));
    return constructObject(at, instr, callee.boundTarget, [...given, ...args], [], spread);
  }
  if (callee.kind === 'function' && callee.func!.attrs.kind === 'function') {
    const made = object(at.solver.constructedBy(callee));
    const given = at.asOperand(() => functionInstance(at, callee, args, typeArgs).call(at, object(callee), made, object(callee), args, spread));
    return joinKinds(made, { prims: given.prims & OPAQUE, range: null, objects: given.objects });
  }
  if (callee.kind !== 'class') {
    at.solver.throwsError(at, 'TypeError');
    return NOTHING;
  }
  const made = at.solver.instanceOf(callee, typeArgs);
  at.asOperand(() => runConstructor(at, callee, object(made), object(callee), args, spread));
  return object(made);
}

/** Runs a class's constructor, own or default, on `self`. */
function runConstructor(at: Instance, classObject: AbstractObject, self: Kinds, newTarget: Kinds, args: readonly Kinds[], spread?: Kinds): void {
  const info = classObject.classInfo!;
  if (info.constructorFunction) {
    for (const o of self.objects) {
      const instance = at.solver.instance(at.solver.func(info.constructorFunction), o.context);
      instance.call(at, object(classObject), object(o), newTarget, args, spread);
    }
    return;
  }
  const parent = at.solver.parentOf(classObject);
  if (parent) runConstructor(at, parent, self, newTarget, args, spread);
  runFieldInit(at, classObject, self);
}

function runFieldInit(at: Instance, classObject: AbstractObject, self: Kinds): void {
  const init = classObject.classInfo!.fieldInit;
  if (!init) return;
  for (const o of self.objects) at.solver.instance(at.solver.func(init), o.context).call(at, object(classObject), object(o), THIS_UNDEFINED, []);
}

export function initFields(at: Instance, self: Kinds, classes: Kinds): Kinds {
  for (const o of self.objects) for (const c of levelsOf(at.solver, o, classes)) runFieldInit(at, c, object(o));
  return NOTHING;
}

export function superCall(at: Instance, _instr: Instr, self: Kinds, classes: Kinds, newTarget: Kinds, args: readonly Kinds[], spread?: Kinds): Kinds {
  for (const o of self.objects) {
    for (const c of levelsOf(at.solver, o, classes)) {
      const parent = at.solver.parentOf(c);
      if (parent) runConstructor(at, parent, object(o), newTarget, args, spread);
      runFieldInit(at, c, object(o));
    }
  }
  return self;
}

export function superCallSpread(at: Instance, instr: Instr, self: Kinds, classes: Kinds, newTarget: Kinds, list: Kinds): Kinds {
  return superCall(at, instr, self, classes, newTarget, [], listElements(at, instr, list));
}
