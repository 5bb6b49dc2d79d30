import type { Instr } from '../ir/function.ts';
import { builtInMember, canName, endsAtBuiltInMember, readBuiltInMember, readBuiltIns, useBuiltInMember } from './built-in-members.ts';
import { callObject, functionInstance, memberInstance } from './calls.ts';
import { builtInConstructor } from './missing-built-ins.ts';
import { prototypeObject, prototypeOfClass } from './prototypes.ts';
import {
  BOOLEAN, HOLE, isEmpty, joinKinds, type Kinds, NOTHING, NULLISH, NUMBER, numbers, object, objectsOf, OPAQUE, only, primitive, STRING, SYMBOL, UNDEFINED,
  type Var, without,
} from './kinds.ts';
import { type AbstractObject, isFunctionObject } from './object.ts';
import { prototypeOfTypedArrays } from '../layout/built-in-prototypes.ts';
import { LENGTH } from './range.ts';
import { addSideProperty, addUnknownSideProperty, refuseHiding, sideProperty } from './side-properties.ts';
import type { Instance } from './instance.ts';
import type { Solver } from './solver.ts';
import { ELEMENT_RANGES } from './typed-arrays.ts';

/** Modules of the standard library that are prototypes of what the compiler makes. */
export function prototypeModule(o: AbstractObject): string {
  switch (o.kind) {
    case 'array': return 'src/std/array.prototype';
    case 'typed': return prototypeOfTypedArrays(o.module);
    default: return isFunctionObject(o) ? 'src/std/function.prototype' : 'src/std/object.prototype';
  }
}

/** Prototype modules of primitive kinds. */
export const PRIMITIVE_PROTOTYPES: readonly (readonly [number, string])[] = [
  [STRING, 'src/std/string.prototype'], [NUMBER, 'src/std/number.prototype'], [BOOLEAN, 'src/std/boolean.prototype'], [SYMBOL, 'src/std/symbol.prototype'],
];

/** What `o.name` can be. */
export function readNamed(at: Instance, instr: Instr, base: Kinds, name: string): Kinds {
  let result: Kinds = NOTHING;
  if (base.prims & (NULLISH | HOLE)) at.solver.throwsError(at, 'TypeError');
  if (base.prims & OPAQUE) at.solver.problem(at, instr, `property ${name} of a value of unknown origin`);
  if (base.prims & STRING && name === 'length') result = joinKinds(result, numbers(LENGTH));
  for (const [prims, module] of PRIMITIVE_PROTOTYPES) {
    if ((base.prims & prims) === 0 || (prims === STRING && name === 'length')) continue;
    result = joinKinds(result, readPrototype(at, instr, only(base, prims), module, name));
  }
  return joinKinds(result, at.perObject(`get ${name}`, base.objects, [], (o) => readOwn(at, instr, o, name)));
}

/** What writes of unknown names may have put under this one. Read in any case: a later write has to wake the reader. */
export function readUnknown(at: Instance, o: AbstractObject, name: string): Kinds {
  const unknown = at.read(o.elements);
  at.read(o.symbolKeys);
  return o.mayHaveUnknown(name) ? unknown : NOTHING;
}

/** A property of one object, own or inherited. */
export function readOwn(at: Instance, instr: Instr, o: AbstractObject, name: string): Kinds {
  if (o.standsForBuiltIns && name !== 'name' && name !== 'length' && endsAtBuiltInMember(at)) return useBuiltInMember(at);
  if (isPrivate(name) && !hasPrivateNames(o)) {
    at.solver.throwsError(at, 'TypeError');
    return NOTHING;
  }
  if (o.kind === 'array' || o.kind === 'typed') {
    if (name === 'length') return numbers(LENGTH);
    return joinKinds(sideProperty(at, o, name), readPrototype(at, instr, object(o), prototypeModule(o), name));
  }
  if (o.kind === 'namespace') return joinKinds(sideProperty(at, o, name), readNamespace(at, instr, o, name));
  if (name === 'prototype' && o.func?.attrs.kind === 'function' && !o.boundTarget) at.solver.problem(at, instr, 'the prototype of a function', 'write a class');
  if (o.kind === 'function' && (name === 'name' || name === 'length')) return name === 'name' ? primitive(STRING) : numbers(LENGTH);
  let kinds: Kinds = at.read(o.field(name));
  kinds = joinKinds(kinds, readUnknown(at, o, name));
  const accessor = o.accessors.get(name);
  if (accessor) {
    kinds = joinKinds(without(kinds, HOLE), callObjects(at, instr, at.read(accessor.get), object(o), []));
    return accessor.get.prims & HOLE ? joinKinds(kinds, readInherited(at, instr, o, name)) : kinds;
  }
  if (o.isInitial(name) && (kinds.prims & HOLE) === 0) return kinds;
  return joinKinds(without(kinds, HOLE), readInherited(at, instr, o, name));
}

/** What the prototype chain of an instance, literal, class or function object has under the name. */
function readInherited(at: Instance, instr: Instr, o: AbstractObject, name: string): Kinds {
  if (o.kind === 'instance' || o.kind === 'class' || o.kind === 'prototype') {
    const isStatic = o.kind === 'class';
    for (let c = isStatic ? o : classOf(o); c; c = at.solver.parentOf(c)) {
      if (isStatic && c !== o) {
        const field = at.read(c.field(name));
        if (!isEmpty(field)) return field.prims & HOLE ? joinKinds(without(field, HOLE), readInherited(at, instr, c, name)) : field;
      }
      const members = c.classInfo!.members.filter((member) => member.name === name && member.static === isStatic);
      const getter = members.find(({ kind }) => kind === 'get');
      if (getter) return callMember(at, c, getter.function, object(o), []);
      const method = members.find(({ kind }) => kind === 'method');
      if (method) return object(memberObject(at.solver, c, method.function));
      if (members.length > 0) return primitive(UNDEFINED); // a setter alone
      const data = isStatic ? null : at.read(c.field(`prototype_${name}`));
      if (data && !isEmpty(data)) return data;
      if (isStatic && name === 'name') return primitive(STRING);
      if (isStatic && name === 'length') return numbers(LENGTH);
      if (isStatic && name === 'prototype') return prototypeOfClass(at, instr, o);
    }
    if (!isStatic && name === 'constructor') return at.read(o.classObjects!);
    for (let c = isStatic ? o : classOf(o); c; c = at.solver.parentOf(c)) {
      if (isMissingFromClass(at, instr, c, name, isStatic)) return primitive(UNDEFINED);
    }
  }
  if (isPrivate(name)) return NOTHING;
  return o.hasNoPrototype ? primitive(UNDEFINED) : readPrototype(at, instr, object(o), prototypeModule(o), name);
}

export function classOf(instance: AbstractObject): AbstractObject | null {
  for (const c of instance.classObjects?.objects ?? []) return c;
  return null;
}

/** A property of a built-in prototype: a method, an accessor, else undefined. */
function readPrototype(at: Instance, instr: Instr, self: Kinds, module: string, name: string): Kinds {
  const found = at.solver.exported(module, name);
  if (found) return readExport(at, found);
  const getter = at.solver.exported(module, `get_${name}`);
  if (getter) return callObjects(at, instr, readExport(at, getter), self, []);
  if (name === 'constructor') return readConstructor(at, instr, module);
  if (at.solver.missingMember(at, instr, module, name)) return primitive(UNDEFINED);
  if (module !== 'src/std/object.prototype') return readPrototype(at, instr, self, 'src/std/object.prototype', name);
  return primitive(UNDEFINED);
}

/** `[].constructor`: the global of the prototype's module. */
function readConstructor(at: Instance, instr: Instr, prototype: string): Kinds {
  const module = prototype.slice(0, -'.prototype'.length);
  const global = at.solver.exportedSymbol('src/std/globals', builtInConstructor(module)?.name ?? '');
  if (global === `namespace:${module}`) return object(at.solver.namespace(module));
  at.solver.problem(at, instr, 'the constructor property of a built-in object');
  return NOTHING;
}

function readExport(at: Instance, found: Kinds | Var): Kinds {
  return 'dependOn' in found ? without(at.read(found), HOLE) : found;
}

/** Own properties of every built-in function. */
const OF_EVERY_FUNCTION = new Set(['name', 'length', 'prototype']);

/** A member that node has in a class of the library, and the library has not. */
function isMissingFromClass(at: Instance, instr: Instr, { classInfo }: AbstractObject, name: string, isStatic: boolean): boolean {
  const { file, name: className } = classInfo!;
  if (!file.startsWith('src/std/') || (isStatic && name === 'prototype')) return false;
  return at.solver.missingMember(at, instr, `src/std/${className}${isStatic ? '' : '.prototype'}`, name);
}

function readNamespace(at: Instance, instr: Instr, o: AbstractObject, name: string): Kinds {
  const found = at.solver.exported(o.module, name);
  if (found) return readExport(at, found);
  const getter = at.solver.exported(o.module, `get_${name}`);
  if (getter) return callObjects(at, instr, readExport(at, getter), object(o), []);
  if (name === 'constructor' && o.module.endsWith('.prototype')) return readConstructor(at, instr, o.module);
  if (!OF_EVERY_FUNCTION.has(name) && at.solver.missingMember(at, instr, o.module, name)) return primitive(UNDEFINED);
  if (isFunctionObject(o)) {
    if (name === 'name') return primitive(STRING);
    if (name === 'length') return numbers(LENGTH);
  }
  return readPrototype(at, instr, object(o), prototypeModule(o), name);
}

/** The function object of a class member, as a value. */
export function memberObject(solver: Solver, classObject: AbstractObject, symbol: string): AbstractObject {
  return solver.object('function', `method:${symbol}|${classObject.key}`, classObject.context, (made) => {
    made.func = solver.func(symbol);
    made.captures = classObject.captures;
    made.classInfo = classObject.classInfo;
  });
}

/** Calls a getter or setter of a class on every object of `self`. */
function callMember(at: Instance, classObject: AbstractObject, symbol: string, self: Kinds, args: readonly Kinds[]): Kinds {
  let result: Kinds = NOTHING;
  for (const o of self.objects) {
    const instance = memberInstance(at, classObject, o, symbol, args, []);
    result = joinKinds(result, instance.call(at, object(classObject), object(o), primitive(UNDEFINED), args));
  }
  return result;
}

export function callObjects(at: Instance, instr: Instr, callees: Kinds, self: Kinds, args: readonly Kinds[]): Kinds {
  let result: Kinds = NOTHING;
  for (const callee of callees.objects) result = joinKinds(result, callObject(at, instr, callee, self, args, []));
  return result;
}

export function readSuper(at: Instance, instr: Instr, self: Kinds, classes: Kinds): Kinds {
  const name = instr.attrs.name as string;
  let result: Kinds = NOTHING;
  for (const c of classes.objects) {
    const parent = at.solver.parentOf(c);
    if (!parent) {
      result = joinKinds(result, readPrototype(at, instr, self, 'src/std/object.prototype', name));
      continue;
    }
    if (instr.attrs.static) {
      result = joinKinds(result, readOwn(at, instr, parent, name));
      continue;
    }
    const stand = at.solver.instanceOf(parent);
    for (let p: AbstractObject | null = parent; p; p = at.solver.parentOf(p)) {
      const members = p.classInfo!.members.filter((member) => member.name === name && !member.static);
      const getter = members.find(({ kind }) => kind === 'get');
      const method = members.find(({ kind }) => kind === 'method');
      if (getter) result = joinKinds(result, callMember(at, p, getter.function, self, []));
      if (method) result = joinKinds(result, object(memberObject(at.solver, p, method.function)));
      if (members.length > 0) break;
      if (!at.solver.parentOf(p)) result = joinKinds(result, readPrototype(at, instr, object(stand), 'src/std/object.prototype', name));
    }
  }
  return result;
}

/** What decides over `super.name = v` in a class: the accessor that it inherits, else an own data property of the receiver (ECMA-262 10.1.9.2). */
export function inheritedAccessor(solver: Solver, home: AbstractObject, name: string, isStatic: boolean): { owner: AbstractObject; setter: string | null } | null {
  for (let c = solver.parentOf(home); c; c = solver.parentOf(c)) {
    const members = c.classInfo!.members.filter((member) => member.name === name && member.static === isStatic);
    const setter = members.find(({ kind }) => kind === 'set');
    if (setter) return { owner: c, setter: setter.function };
    if (members.length > 0) return members.some(({ kind }) => kind === 'get') ? { owner: c, setter: null } : null;
  }
  return null;
}

/** `super.name = v`. */
export function writeSuper(at: Instance, instr: Instr, self: Kinds, classes: Kinds, v: Kinds): Kinds {
  const name = instr.attrs.name as string;
  const isStatic = instr.attrs.static as boolean;
  for (const home of classes.objects) {
    const accessor = inheritedAccessor(at.solver, home, name, isStatic);
    if (accessor?.setter) callMember(at, accessor.owner, accessor.setter, self, [v]);
    else if (accessor) at.solver.throwsError(at, 'TypeError');
    else {
      for (const o of self.objects) {
        for (let c = o.kind === 'class' ? o : classOf(o); c; c = at.solver.parentOf(c)) {
          const hides = c.classInfo!.members.some((member) => member.name === name && member.static === isStatic && member.kind !== 'method');
          if (hides) at.solver.problem(at, instr, 'assignment to a property of super that the class has an accessor for', 'assign to this');
        }
      }
      writeNamed(at, instr, self, name, v);
    }
  }
  return NOTHING;
}

/** `o.name = v`. */
export function writeNamed(at: Instance, instr: Instr, base: Kinds, name: string, v: Kinds): Kinds {
  if (base.prims & (NULLISH | HOLE)) at.solver.throwsError(at, 'TypeError');
  if (without(base, NULLISH | HOLE).prims) at.solver.throwsError(at, 'TypeError');
  if (isEmpty(v)) return NOTHING;
  return at.perObject(`set ${name}`, base.objects, [v], (o) => {
    at.asOperand(() => (o.standsForBuiltIns ? useBuiltInMember(at) : writeNamedOf(at, instr, o, name, v)));
    return NOTHING;
  });
}

function writeNamedOf(at: Instance, instr: Instr, o: AbstractObject, name: string, v: Kinds): void {
  if (isPrivate(name) && !hasPrivateNames(o)) return at.solver.throwsError(at, 'TypeError');
  if (name === '__proto__') return at.solver.problem(at, instr, 'assignment to __proto__', 'give the object its class when it is made');
  switch (o.kind) {
    case 'array':
      if (name === 'length') {
        o.elements.add(primitive(HOLE), at.solver.queue);
        at.solver.throwsError(at, 'RangeError');
      } else if (!refuseHiding(at, instr, o, prototypeModule(o), name)) addSideProperty(at, o, name, v);
      break;
    case 'typed':
      if (name === 'length') at.solver.throwsError(at, 'TypeError');
      else if (!refuseHiding(at, instr, o, prototypeModule(o), name)) addSideProperty(at, o, name, v);
      break;
    case 'function':
      if (name === 'name' || name === 'length') at.solver.throwsError(at, 'TypeError');
      else addSideProperty(at, o, name, v);
      break;
    case 'namespace':
      writeNamespace(at, instr, o, name, v);
      break;
    case 'prototype':
      at.solver.problem(at, instr, 'assignment to a property of a prototype', 'write a method in the class');
      break;
    default:
      writeOwn(at, instr, o, name, v);
  }
}

function writeNamespace(at: Instance, instr: Instr, o: AbstractObject, name: string, v: Kinds): void {
  const setter = at.solver.exported(o.module, `set_${name}`);
  if (setter) callObjects(at, instr, readExport(at, setter), object(o), [v]);
  else if (at.solver.exported(o.module, name) || name === 'name' || name === 'length') at.solver.problem(at, instr, `assignment to property ${name} of a built-in object`);
  else addSideProperty(at, o, name, v);
}

function writeOwn(at: Instance, instr: Instr, o: AbstractObject, name: string, v: Kinds): void {
  const { queue } = at.solver;
  const own = o.accessors.get(name);
  if (own) {
    callObjects(at, instr, at.read(own.set), object(o), [v]);
    at.solver.throwsError(at, 'TypeError');
    if ((own.set.prims & HOLE) === 0) return;
  }
  if (!o.isInitial(name)) {
    const isStatic = o.kind === 'class';
    for (let c = isStatic ? o : o.kind === 'instance' ? classOf(o) : null; c; c = at.solver.parentOf(c)) {
      const members = c.classInfo!.members.filter((member) => member.name === name && member.static === isStatic);
      const setter = members.find(({ kind }) => kind === 'set');
      if (setter) callMember(at, c, setter.function, object(o), [v]);
      else if (members.some(({ kind }) => kind === 'get')) at.solver.throwsError(at, 'TypeError');
      else continue;
      // An own property of the name hides the accessor, once it exists.
      if (!o.lateNames.has(name) && !o.addedNames.has(name)) return;
      break;
    }
    o.addName(name, queue);
  }
  addField(at, o, name, v);
}

/** Joins into a field, and into the object's summary that reads of unknown names see. */
function addField(at: Instance, o: AbstractObject, name: string, v: Kinds): void {
  o.field(name).add(v, at.solver.queue);
  if (!isPrivate(name)) o.anyField.add(without(v, HOLE), at.solver.queue);
}

/** `o[k]`. */
export function readIndex(at: Instance, instr: Instr, base: Kinds, key: Kinds): Kinds {
  let result: Kinds = NOTHING;
  if (isEmpty(key) || isEmpty(base)) return NOTHING;
  if (key.objects.size > 0) at.solver.convertToPrimitive(at, instr, key);
  if (base.prims & (NULLISH | HOLE)) at.solver.throwsError(at, 'TypeError');
  if (base.prims & STRING) result = joinKinds(result, primitive(STRING | UNDEFINED));
  if (base.prims & STRING && canName(key)) result = joinKinds(result, numbers(LENGTH));
  for (const [prims, module] of PRIMITIVE_PROTOTYPES) if (base.prims & prims && canName(key)) result = joinKinds(result, readBuiltInMember(at, module, only(base, prims)));
  if (base.prims & OPAQUE) at.solver.problem(at, instr, 'an element of a value of unknown origin');
  const others = hasOtherFunctions(base);
  return joinKinds(result, at.perObject('get index', base.objects, [key, others ? primitive(UNDEFINED) : NOTHING], (o) => {
    if (o.standsForBuiltIns && !others) return canName(key) ? useBuiltInMember(at) : primitive(UNDEFINED);
    const own = readElement(at, instr, o, key);
    if (!canName(key)) return own;
    let inherited = o.kind === 'instance' ? joinKinds(own, anyMember(at, o)) : own;
    for (let c = o.kind === 'class' ? at.solver.parentOf(o) : null; c; c = at.solver.parentOf(c)) inherited = joinKinds(inherited, readStatics(at, instr, c));
    if (o.hasNoPrototype) return inherited;
    return joinKinds(inherited, readBuiltInMember(at, prototypeModule(o), object(o)));
  }));
}

/** Functions beside what stands for built-in ones: only then does the runtime read a property of a function. */
export function hasOtherFunctions(base: Kinds): boolean {
  return base.objects.some((o) => isFunctionObject(o) && !o.standsForBuiltIns);
}

/** What one object itself has under a key; `undefined` may come out of every such read. */
export function readElement(at: Instance, instr: Instr, o: AbstractObject, key: Kinds): Kinds {
  const named = (key.prims & ~NUMBER) !== 0 || key.objects.size > 0;
  if (o.kind === 'array') {
    const elements = joinKinds(without(at.read(o.elements), HOLE), primitive(UNDEFINED));
    return named ? joinKinds(joinKinds(elements, numbers(LENGTH)), sideProperty(at, o, null)) : elements;
  }
  if (o.kind === 'typed') {
    const elements = joinKinds(numbers(ELEMENT_RANGES[o.module]!), primitive(UNDEFINED));
    return named ? joinKinds(joinKinds(elements, numbers(LENGTH)), sideProperty(at, o, null)) : elements;
  }
  if (o.kind === 'function') return joinKinds(joinKinds(primitive(STRING | UNDEFINED), numbers(LENGTH)), sideProperty(at, o, null));
  if (o.kind === 'namespace') return named ? readBuiltIns(at, instr, o) : primitive(UNDEFINED);
  if (o.kind === 'class') return named ? readStatics(at, instr, o) : primitive(UNDEFINED);
  if (o.kind === 'prototype') return joinKinds(primitive(UNDEFINED), named ? joinKinds(at.read(o.classObjects!), anyMember(at, o)) : NOTHING);
  let kinds = joinKinds(joinKinds(at.read(o.anyField), at.read(o.elements)), primitive(UNDEFINED));
  for (const accessor of o.accessors.values()) kinds = joinKinds(kinds, reflectGetter(at, at.read(accessor.get), object(o)));
  return kinds;
}

/** Something lists the properties of a class: its cell has a property table. */
export function listStatics(at: Instance, c: AbstractObject): void {
  for (let each: AbstractObject | null = c; each; each = at.solver.parentOf(each)) each.reflected = true;
}

/** Something looks for static members that are no fields, by names known at run time only. */
export function nameStatics(at: Instance, instr: Instr, c: AbstractObject): void {
  listStatics(at, c);
  for (let each: AbstractObject | null = c; each; each = at.solver.parentOf(each)) {
    // Each evaluation of such a class has its own, made when they are first read.
    const { dynamic, members } = each.classInfo!;
    if (dynamic && members.some((member) => member.static && !isPrivate(member.name))) at.solver.problem(at, instr, 'a computed property of a class with static methods that a function makes');
  }
}

/** The fields that an object itself has, enumerable ones: class members are none. */
export function readFields(at: Instance, instr: Instr, o: AbstractObject, key: Kinds): Kinds {
  if (o.kind === 'prototype') return primitive(UNDEFINED);
  if (o.kind !== 'class') return readElement(at, instr, o, key);
  listStatics(at, o);
  return joinKinds(at.read(o.anyField), primitive(UNDEFINED));
}

/** Any static member of one class: name, length and prototype, methods, what getters give, fields. */
function readStatics(at: Instance, instr: Instr, c: AbstractObject): Kinds {
  nameStatics(at, instr, c);
  const { dynamic, members, file } = c.classInfo!;
  let kinds = joinKinds(joinKinds(primitive(STRING | UNDEFINED), numbers(LENGTH)), joinKinds(at.read(c.anyField), at.read(c.elements)));
  if (file.startsWith('src/std/')) return joinKinds(kinds, object(builtInMember(at.solver)));
  if (dynamic) return kinds;
  kinds = joinKinds(kinds, object(prototypeObject(at.solver, c)));
  for (const { name, kind, function: symbol, static: isStatic } of members) {
    if (!isStatic || isPrivate(name) || kind === 'set') continue;
    const member = object(memberObject(at.solver, c, symbol));
    kinds = joinKinds(kinds, kind === 'method' ? member : reflectGetter(at, member, object(c)));
  }
  return kinds;
}

/** The runtime may call the getters on the object, by way of the hook: what they return. */
export function reflectGetter(at: Instance, getters: Kinds, self: Kinds): Kinds {
  let result: Kinds = NOTHING;
  for (const getter of getters.objects) {
    if (getter.kind === 'function') result = joinKinds(result, functionInstance(at, getter, [], []).call(at, object(getter), self, primitive(UNDEFINED), []));
  }
  at.asOperand(() => at.solver.callHook(at, 'callGetter', [objectsOf(getters.objects), self]));
  return result;
}

/** The runtime may call the setters on the object with such a value. */
function reflectSetter(at: Instance, setters: Kinds, o: AbstractObject, v: Kinds): void {
  const args = [v];
  for (const setter of setters.objects) {
    if (setter.kind === 'function') functionInstance(at, setter, args, []).call(at, object(setter), object(o), primitive(UNDEFINED), args);
  }
  at.solver.callHook(at, 'callSetter', [objectsOf(setters.objects), object(o), ...args]);
}

/** Stands in the prototype of a dynamic class for its members, of which each evaluation of the class has its own. */
export function unreadableMember(solver: Solver): AbstractObject {
  return solver.functionObject(solver.func('src/std/hooks#unreadableMember'), [], 0);
}

/** Functions that read what the prototype of a library class has as data (`static readonly prototype_name`), by the name of the property. */
export function inheritedData(solver: Solver, c: AbstractObject): Map<string, AbstractObject> {
  const found = new Map<string, AbstractObject>();
  for (const [field, kinds] of c.fields) {
    if (!field.startsWith('prototype_') || !c.classInfo!.file.startsWith('src/std/') || isEmpty(kinds)) continue;
    const name = field.slice('prototype_'.length);
    if (!name.startsWith('@@')) found.set(name, solver.functionObject(solver.func(`src/std/hooks#inherited_${name}`), [], 0));
  }
  return found;
}

/** Any method of an instance's classes, and what any getter gives. */
function anyMember(at: Instance, o: AbstractObject): Kinds {
  o.reflected = true;
  let kinds: Kinds = NOTHING;
  for (let c = classOf(o); c; c = at.solver.parentOf(c)) {
    for (const getter of inheritedData(at.solver, c).values()) kinds = joinKinds(kinds, reflectGetter(at, object(getter), object(o)));
    for (const { name, kind, function: symbol, static: isStatic } of c.classInfo!.members) {
      if (isStatic || isPrivate(name) || kind === 'set') continue;
      if (c.classInfo!.dynamic) {
        reflectGetter(at, object(unreadableMember(at.solver)), object(o));
        continue;
      }
      const member = object(memberObject(at.solver, c, symbol));
      kinds = joinKinds(kinds, kind === 'method' ? member : reflectGetter(at, member, object(o)));
    }
  }
  return kinds;
}

/** A write of an unknown name can meet any setter of an instance's classes. */
function reflectSetters(at: Instance, o: AbstractObject, v: Kinds): void {
  for (let c = o.kind === 'instance' ? classOf(o) : null; c; c = at.solver.parentOf(c)) {
    for (const { name, kind, function: symbol, static: isStatic } of c.classInfo!.members) {
      if (isStatic || isPrivate(name) || kind === 'method') continue;
      o.reflected = true;
      at.solver.throwsError(at, 'TypeError');
      if (kind === 'set') reflectSetter(at, object(c.classInfo!.dynamic ? unreadableMember(at.solver) : memberObject(at.solver, c, symbol)), o, v);
    }
  }
}

/** Private names are no property keys: reads, writes and deletes of unknown names don't reach them. */
export const isPrivate = (name: string): boolean => name.startsWith('#');

/** Others never have a private name: using one throws a TypeError. */
export const hasPrivateNames = (o: AbstractObject): boolean => o.kind === 'instance' || o.kind === 'class';

/** `o[k] = v`. */
export function writeIndex(at: Instance, instr: Instr, base: Kinds, key: Kinds, v: Kinds): Kinds {
  if (base.prims & (NULLISH | HOLE)) at.solver.throwsError(at, 'TypeError');
  if (isEmpty(key) || isEmpty(v)) return NOTHING;
  if (key.objects.size > 0) at.solver.convertToPrimitive(at, instr, key);
  return at.perObject('set index', base.objects, [key, v], (o) => {
    if (o.standsForBuiltIns) at.solver.throwsError(at, 'TypeError');
    else at.asOperand(() => writeElement(at, instr, o, key, v));
    return NOTHING;
  });
}

export function writeElement(at: Instance, instr: Instr, o: AbstractObject, key: Kinds, v: Kinds): void {
  const { queue } = at.solver;
  switch (o.kind) {
    case 'array':
      o.elements.add(v, queue);
      // Beyond the length it leaves holes below; 0 never does.
      if (!key.range?.integer || key.range.hi > 0) o.elements.add(primitive(HOLE), queue);
      if ((key.prims & ~NUMBER) !== 0 || key.objects.size > 0) addUnknownSideProperty(at, o, key, v);
      break;
    case 'typed':
      if ((key.prims & ~NUMBER) !== 0 || key.objects.size > 0) addUnknownSideProperty(at, o, key, v);
      break;
    case 'function':
      at.solver.throwsError(at, 'TypeError');
      addUnknownSideProperty(at, o, key, v);
      break;
    case 'literal':
    case 'instance':
      o.addUnknownName(key, queue);
      o.elements.add(v, queue);
      o.anyField.add(v, queue);
      if (canName(key)) reflectSetters(at, o, v);
      // The unknown name may be that of a known field, or of one that is added yet.
      at.read(o.names);
      if ((key.prims & ~NUMBER) !== 0 || key.objects.size > 0) for (const [name, field] of o.fields) if (o.mayHaveUnknown(name)) field.add(v, queue);
      break;
    default:
      at.solver.problem(at, instr, 'assignment to a computed property of a class, prototype or built-in object');
  }
}

/** Own data property of a literal with a computed key, or a class field. */
export function define(at: Instance, instr: Instr, base: Kinds, key: Kinds, v: Kinds): Kinds {
  const name = at.solver.constantString(at, instr.args[1]!);
  for (const o of base.objects) {
    if (name === null) {
      writeElement(at, instr, o, key, v);
      continue;
    }
    if (o.kind === 'instance' || o.kind === 'literal' || o.kind === 'class') {
      const invisible = o.kind === 'instance' && v.prims === UNDEFINED && v.objects.size === 0 && at.solver.isDefinite(o, name);
      if (!o.isInitial(name)) o.addName(name, at.solver.queue);
      if (!invisible) addField(at, o, name, v);
    } else at.solver.problem(at, instr, `defining property ${name} of a ${o.kind}`);
  }
  return NOTHING;
}

export function defineAccessor(at: Instance, instr: Instr, base: Kinds, getter: Kinds, setter: Kinds): Kinds {
  const name = instr.attrs.name as string;
  for (const o of base.objects) {
    let accessor = o.accessors.get(name);
    if (!accessor) {
      o.accessors.set(name, (accessor = at.solver.accessor(o, name)));
      o.names.wake(at.solver.queue);
    }
    accessor.get.add(getter, at.solver.queue);
    accessor.set.add(setter, at.solver.queue);
    reflectGetter(at, getter, object(o));
    reflectSetter(at, setter, o, at.read(o.anyField));
  }
  return NOTHING;
}

/** `{...source}`: own properties of literals and instances, elements of arrays. */
export function copyProperties(at: Instance, instr: Instr, target: Kinds, source: Kinds): Kinds {
  for (const from of source.objects) {
    for (const to of target.objects) {
      if (from.standsForBuiltIns) continue;
      if (from.kind === 'literal' || from.kind === 'instance') at.solver.copyFields(at, from, to);
      else if (from.kind === 'class' || from.kind === 'namespace') at.solver.problem(at, instr, `spreading a ${from.kind === 'class' ? 'class' : 'built-in object'} into an object`);
      else writeElement(at, instr, to, keysOf(at, from), ownValues(at, from));
    }
  }
  if (source.prims & STRING) for (const to of target.objects) writeElement(at, instr, to, primitive(STRING), primitive(STRING));
  return NOTHING;
}

/** Kinds of the keys that an object can have. */
export function keysOf(at: Instance, o: AbstractObject): Kinds {
  return joinKinds(primitive(STRING), at.read(o.symbolKeys));
}

/** What the enumerable properties of an object without slots can be. */
function ownValues(at: Instance, o: AbstractObject): Kinds {
  const side = sideProperty(at, o, null);
  if (o.kind === 'array') return joinKinds(side, without(at.read(o.elements), HOLE));
  return o.kind === 'typed' ? joinKinds(side, numbers(ELEMENT_RANGES[o.module]!)) : side;
}

export function objectRest(at: Instance, instr: Instr, source: Kinds): Kinds {
  const rest = at.solver.object('literal', `rest:${at.key}:${instr.result!.id}`, []);
  for (const from of source.objects) {
    if (from.standsForBuiltIns) continue;
    rest.addUnknownName(keysOf(at, from), at.solver.queue);
    const all = from.kind === 'literal' || from.kind === 'instance' ? joinKinds(at.read(from.anyField), at.read(from.elements)) : ownValues(at, from);
    rest.elements.add(without(all, HOLE), at.solver.queue);
    rest.anyField.add(without(all, HOLE), at.solver.queue);
  }
  if (source.prims & STRING) writeElement(at, instr, rest, primitive(STRING), primitive(STRING));
  return object(rest);
}

/** Static fields can be deleted; calls of static methods do not look whether they are there. */
function canDeleteStatic({ classInfo }: AbstractObject, name: string | null): boolean {
  const { members, file } = classInfo!;
  return !file.startsWith('src/std/') && !members.some((member) => member.static && !isPrivate(member.name) && (name === null || member.name === name));
}

export function deleteProperty(at: Instance, instr: Instr, base: Kinds, name: string | null): Kinds {
  for (const o of base.objects) {
    if (o.kind === 'class' && canDeleteStatic(o, name)) listStatics(at, o);
    else if (o.kind === 'class' || o.kind === 'namespace' || o.kind === 'prototype') {
      at.solver.problem(at, instr, `delete on a ${o.kind === 'namespace' ? 'built-in object' : o.kind}`);
      continue;
    }
    at.solver.throwsError(at, 'TypeError');
    if (o.kind === 'array') o.elements.add(primitive(HOLE), at.solver.queue);
    for (const each of name === null ? [...o.fields.keys()].filter((one) => !isPrivate(one)) : [name]) o.field(each).add(primitive(HOLE), at.solver.queue);
    for (const [each, { get, set }] of o.accessors) {
      if (name !== null && each !== name) continue;
      get.add(primitive(HOLE), at.solver.queue);
      set.add(primitive(HOLE), at.solver.queue);
    }
  }
  return primitive(BOOLEAN);
}
