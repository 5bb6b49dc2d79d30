import type { Instr } from '../ir/function.ts';
import { HOLE, isEmpty, joinKinds, type Kinds, NOTHING, primitive, without } from './kinds.ts';
import { canName } from './built-in-members.ts';
import type { AbstractObject } from './object.ts';
import { prototypeModule } from './properties.ts';
import type { Instance } from './instance.ts';

/**
 * Properties that a program adds to arrays, functions, typed arrays and namespaces. Their cells have no slots: the properties lie in
 * a record of the side table (src/runtime/side-records.ts), boxed.
 */
export function addSideProperty(at: Instance, o: AbstractObject, name: string, v: Kinds): void {
  o.addName(name, at.solver.queue);
  o.field(name).add(v, at.solver.queue);
  o.anyField.add(without(v, HOLE), at.solver.queue);
}

/** A property of a name known at run time only. */
export function addUnknownSideProperty(at: Instance, o: AbstractObject, key: Kinds, v: Kinds): void {
  o.addUnknownName(key, at.solver.queue);
  // The runtime refuses names that would hide a method.
  if (canName(key)) at.solver.lookIn(prototypeModule(o));
  o.anyField.add(without(v, HOLE), at.solver.queue);
  for (const [name, field] of o.fields) if (o.mayHaveUnknown(name)) field.add(joinKinds(v, primitive(HOLE)), at.solver.queue);
}

/** What the record of such an object can have under the name, or under any. */
export function sideProperty(at: Instance, o: AbstractObject, name: string | null): Kinds {
  const any = at.read(o.anyField);
  if (isEmpty(any) || (name !== null && isInherited(at, o, name))) return NOTHING;
  const named = name === null ? NOTHING : without(at.read(o.field(name)), HOLE);
  return name === null || o.mayHaveUnknown(name) ? joinKinds(named, any) : named;
}

/** The name is that of a method which such an object inherits: no own property hides it (`refuseHiding`). */
function isInherited(at: Instance, o: AbstractObject, name: string): boolean {
  if (o.kind !== 'array' && o.kind !== 'typed') return false;
  return [prototypeModule(o), 'src/std/object.prototype'].some((module) => at.solver.exported(module, name) !== null);
}

/** Refuses to hide a method by an own property: calls of methods of arrays look at the prototype alone. */
export function refuseHiding(at: Instance, instr: Instr, o: AbstractObject, module: string, name: string): boolean {
  const hides = at.solver.exported(module, name) !== null;
  if (hides) at.solver.problem(at, instr, `a property ${name} on ${o.kind === 'typed' ? 'a typed array' : `an ${o.kind}`} that would hide a method`, 'give it another name');
  return hides;
}
