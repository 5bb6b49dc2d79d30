import type { Instr } from '../ir/function.ts';
import { isGlobalObject, nodeHasMember } from './missing-built-ins.ts';
import { HOLE, joinKinds, type Kinds, NOTHING, numbers, object, OPAQUE, primitive, STRING, UNDEFINED, without } from './kinds.ts';
import type { Instance } from './instance.ts';
import { type AbstractObject, isFunctionObject } from './object.ts';
import type { ObjectSet } from './object-set.ts';
import { reflectGetter } from './properties.ts';
import { LENGTH } from './range.ts';
import type { Export, Solver } from './solver.ts';

/**
 * What computed names find in prototypes only. `counts[word]` may find any method of Object.prototype, or `constructor`: one abstract object
 * stands for all of these, so that each such read does not bring them all. Its cells are those of the methods and constructors themselves:
 * compared, printed, stored and asked for their name they are what node has. What needs to know which one it is (a call, another property)
 * ends the program with a message (src/std/hooks.ts, builtInMember).
 */
export function builtInMember(solver: Solver): AbstractObject {
  const made = solver.functionObject(solver.func('src/std/hooks#builtInMember'), [], 0);
  made.standsForBuiltIns = true;
  return made;
}

/** Something asks a built-in member for more than its identity and name: the program ends there. */
export function useBuiltInMember(at: Instance): Kinds {
  at.asOperand(() => at.solver.callHook(at, 'builtInMember', []));
  return NOTHING;
}

/** Code of the program ends where it uses one; the library sees a function like others. */
export function endsAtBuiltInMember({ func }: Instance): boolean {
  return !func.file.startsWith('src/std/');
}

/** A key that can be the name of a member. Those of well-known symbols are found by constant keys only. */
export function canName(key: Kinds): boolean {
  return (key.prims & (STRING | OPAQUE)) !== 0 || key.objects.size > 0;
}

/** What a computed name can find in a built-in prototype and those that it inherits from. */
export function readBuiltInMember(at: Instance, module: string, self: Kinds): Kinds {
  let result = object(builtInMember(at.solver));
  at.solver.lookIn(module);
  for (const holder of [module, 'src/std/object.prototype']) {
    for (const { getter, symbol } of at.solver.exportsOf(holder)) {
      if (getter) result = joinKinds(result, reflectGetter(at, without(at.read(at.solver.global(symbol)), HOLE), self));
    }
  }
  return joinKinds(result, reflectGetter(at, object(missingMember(at.solver)), self));
}

/** What a computed name can find in a built-in object itself: `Math[name]`, `console[level]`. Each function on its own, so that it can be called. */
export function readBuiltIns(at: Instance, instr: Instr, o: AbstractObject): Kinds {
  if (!isGlobalObject(o.module)) at.solver.problem(at, instr, 'a computed property of a module');
  o.reflected = true;
  const self = object(o);
  let result: Kinds = joinKinds(primitive(UNDEFINED), reflectGetter(at, object(missingMember(at.solver)), self));
  if (isFunctionObject(o)) result = joinKinds(joinKinds(result, primitive(STRING)), numbers(LENGTH));
  if (o.module.endsWith('.prototype')) return joinKinds(result, readBuiltInMember(at, o.module, self));
  for (const { symbol, getter } of builtInFunctions(at.solver, o.module)) {
    const found = without(at.read(at.solver.global(symbol)), HOLE);
    result = joinKinds(result, getter ? reflectGetter(at, found, self) : found);
  }
  return result;
}

/** The functions that a module of the library gives an object that node has too, under node's names. Data properties lie in no static cell. */
export function builtInFunctions(solver: Solver, module: string): readonly Export[] {
  return solver.exportsOf(module).filter(({ name, symbol }) => nodeHasMember(module, name) && solver.program.globals.get(symbol)?.init !== undefined);
}

/** Stands as a getter for members that node's prototypes have and the library's lack. */
export function missingMember(solver: Solver): AbstractObject {
  return solver.functionObject(solver.func('src/std/hooks#missingMember'), [], 0);
}

/** Whether the object can be one of a set: it is in it, or one stands for what the other is. */
export function canBeAmong(o: AbstractObject, objects: ObjectSet): boolean {
  return objects.has(o) || (o.standsForBuiltIns ? objects.some(isBuiltIn) : isBuiltIn(o) && objects.some((each) => each.standsForBuiltIns));
}

const isBuiltIn = (o: AbstractObject): boolean => o.kind === 'namespace' || o.kind === 'class' || o.func?.file.startsWith('src/std/') === true;
