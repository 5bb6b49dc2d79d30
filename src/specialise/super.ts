import { only } from '../flow/kinds.ts';
import { ancestors } from '../flow/classes.ts';
import { inheritedAccessor } from '../flow/properties.ts';
import type { AbstractObject } from '../flow/object.ts';
import type { Instr, Value } from '../ir/function.ts';
import { callMemberInstance } from './call.ts';
import { ancestorCell, methodCell } from './class-cell.ts';
import { dispatch } from './dispatch.ts';
import type { Emitter } from './emitter.ts';
import { placeOf, throwReadOnly, writeNamed } from './property.ts';
import { coerce, repOf } from './representation.ts';

/** `super.name`: looked up from the parent of the class that the code stands in. */
export function readSuper(e: Emitter, instr: Instr): Value | null {
  const [self, cls] = instr.args as [Value, Value];
  const name = instr.attrs.name as string;
  // The class exists when its methods run: the hole of its binding is not for here.
  const classes = only(e.kinds(cls), 0);
  const known = { ...classes, objects: e.kinds(cls).objects };
  return dispatch(e, coerce(e.b, e.value(cls), 'ref', 'class'), known, [...known.objects].map((c) => ({
    prims: 0, objects: [c], make: (cell: Value) => {
      const parent = e.program.solver.parentOf(c);
      if (!parent) throw new Error(`super.${name} of a base class in ${e.instance.key}`);
      if (instr.attrs.static) return placeOf(e, instr, parent, name).read(e, ancestorCell(e, parent, c, cell));
      return readMember(e, c, cell, name, e.value(self));
    },
  })), repOf(e.kinds(instr.result!)));
}

/** `super.name = v`: the setter that the class inherits, else a property of the receiver. */
export function writeSuper(e: Emitter, instr: Instr): null {
  const [self, cls, v] = instr.args as [Value, Value, Value];
  const name = instr.attrs.name as string;
  const known = { ...only(e.kinds(cls), 0), objects: e.kinds(cls).objects };
  dispatch(e, coerce(e.b, e.value(cls), 'ref', 'class'), known, [...known.objects].map((home) => ({
    prims: 0, objects: [home], make: (cell: Value) => {
      const accessor = inheritedAccessor(e.program.solver, home, name, instr.attrs.static as boolean);
      if (!accessor) return writeNamed(e, { ...instr, args: [self, v] });
      const { owner, setter } = accessor;
      if (setter === null) throwReadOnly(e, owner, instr.attrs.static as boolean, e.value(self), name);
      else callMemberInstance(e, owner, setter, ancestorCell(e, owner, home, cell), e.value(self), [e.value(v)]);
      return null;
    },
  })), null);
  return null;
}

/** A member that the class object `home` inherits. */
function readMember(e: Emitter, home: AbstractObject, cell: Value, name: string, self: Value): Value | null {
  const { solver } = e.program;
  for (const c of ancestors(solver, solver.parentOf(home))) {
    const members = c.classInfo!.members.filter((member) => member.name === name && !member.static);
    const getter = members.find(({ kind }) => kind === 'get');
    if (getter) return callMemberInstance(e, c, getter.function, ancestorCell(e, c, home, cell), self, []);
    const method = members.find(({ kind }) => kind === 'method');
    if (method) return methodCell(e, c, method.function, () => ancestorCell(e, c, home, cell));
    if (members.length > 0) return null;
  }
  return null;
}
