import { HOLE, isEmpty, NOTHING } from '../flow/kinds.ts';
import type { AbstractObject } from '../flow/object.ts';
import { classOf, prototypeModule } from '../flow/properties.ts';
import type { Instr, Value } from '../ir/function.ts';
import { dispatch } from './dispatch.ts';
import type { Emitter } from './emitter.ts';
import { isHole, loadSlot } from './property.ts';

/** `'name' in o` for a constant name and objects whose layouts decide it; null: the runtime has to look. */
export function hasNamed(e: Emitter, instr: Instr): Value | null {
  const [key, base] = instr.args as [Value, Value];
  const name = e.program.solver.constantString(e.instance, key);
  const kinds = e.kinds(base);
  if (name === null || kinds.prims !== 0) return null;
  const objects = [...kinds.objects];
  if (objects.some((o) => (o.kind !== 'instance' && o.kind !== 'literal') || isUndecided(e, o, name))) return null;
  const constant = (value: boolean) => (): Value => e.b.emit('bool.const', 'bool', [], { value });
  return dispatch(e, e.value(base), kinds, objects.map((o) => {
    const slot = e.program.layouts.of(o).slots.get(name);
    if (o.accessors.has(name) || (slot && !slot.optional) || inherits(e, o, name)) return { prims: 0, objects: [o], make: constant(true) };
    if (!slot) return { prims: 0, objects: [o], make: constant(false) };
    return { prims: 0, objects: [o], make: (self: Value) => e.b.emit('bool.not', 'bool', [isHole(e, loadSlot(e, self, slot))]) };
  }), 'bool');
}

/** The property may lie in a dictionary, or be an accessor that was deleted. */
function isUndecided(e: Emitter, o: AbstractObject, name: string): boolean {
  return o.accessors.has(name) ? (o.accessors.get(name)!.get.prims & HOLE) !== 0 : o.hasDictionary && !e.program.layouts.of(o).slots.has(name);
}

/** The prototype chain has the name: a member of a class, or a built-in of Object.prototype. */
function inherits(e: Emitter, o: AbstractObject, name: string): boolean {
  for (let c = o.kind === 'instance' ? classOf(o) : null; c; c = e.program.solver.parentOf(c)) {
    if (c.classInfo!.members.some((member) => member.name === name && !member.static) || !isEmpty(c.fields.get(`prototype_${name}`) ?? NOTHING)) return true;
  }
  if (o.hasNoPrototype) return false;
  return name === 'constructor' || e.program.solver.exported(prototypeModule(o), name) !== null;
}
