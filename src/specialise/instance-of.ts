import { ancestors } from '../flow/classes.ts';
import type { AbstractObject } from '../flow/object.ts';
import { classOf } from '../flow/properties.ts';
import type { Instr, Value } from '../ir/function.ts';
import { classCell } from './class-cell.ts';
import { dispatch } from './dispatch.ts';
import type { Emitter } from './emitter.ts';
import { box } from './representation.ts';

/** `v instanceof C`: for a known class a test of the shapes that are its instances. */
export function instanceOf(e: Emitter, instr: Instr): Value {
  const [left, right] = instr.args as [Value, Value];
  const { b } = e;
  const kinds = e.kinds(left);
  const constant = (value: boolean) => (): Value => b.emit('bool.const', 'bool', [], { value });
  return dispatch(e, e.value(right), e.kinds(right), [
    { prims: ~0, objects: [], make: () => notCallable(e) },
    ...[...e.kinds(right).objects].map((target) => ({
      prims: 0, objects: [target], make: (cell: Value) => {
        if (target.kind !== 'class' && target.kind !== 'namespace' && target.func?.attrs.kind !== 'function') return notCallable(e);
        const yes = [...kinds.objects].filter((o) => isInstance(e, o, target));
        const no = [...kinds.objects].filter((o) => !yes.includes(o));
        return dispatch(e, e.value(left), kinds, [
          { prims: ~0, objects: [], make: constant(false) },
          { prims: 0, objects: no, make: constant(false) },
          ...(target.classInfo?.dynamic ? yes.map((o) => ({ prims: 0, objects: [o], make: (self: Value) => sameClass(e, target, o, self, cell) })) : [{ prims: 0, objects: yes, make: constant(true) }]),
        ], 'bool');
      },
    })),
  ], 'bool')!;
}

/** An instance of a dynamic class: of this evaluation of it? */
function sameClass(e: Emitter, target: AbstractObject, o: AbstractObject, self: Value, cell: Value): Value {
  const { b } = e;
  const bits = (ref: Value): Value => b.emit('value.bits', 'i64', [box(b, ref)]);
  return b.emit('i64.eq', 'bool', [bits(classCell(e, target, o, self)), bits(cell)]);
}

function notCallable(e: Emitter): null {
  e.runtime('throwNotCallableRight', []);
  return null;
}

function isInstance(e: Emitter, o: AbstractObject, target: AbstractObject): boolean {
  if (target.kind === 'namespace') {
    const name = target.module.slice('src/std/'.length);
    if (name === 'array') return o.kind === 'array';
    if (name === 'object') return !o.hasNoPrototype && o.module !== 'src/std/object.prototype';
    if (name === 'function') return o.kind === 'function' || o.kind === 'class';
    return o.kind === 'typed' && o.module.toLowerCase() === name.replaceAll('-', '');
  }
  const start = o.kind === 'instance' ? classOf(o) : o.kind === 'prototype' ? e.program.solver.parentOf(classOf(o)!) : null;
  return [...ancestors(e.program.solver, start)].includes(target);
}
