import type { AbstractObject } from '../flow/object.ts';
import { classOf } from '../flow/properties.ts';
import type { Instr, Value } from '../ir/function.ts';
import { dispatch } from './dispatch.ts';
import type { Emitter } from './emitter.ts';

/** `v instanceof C`: for a known class a test of the shapes that are its instances. */
export function instanceOf(e: Emitter, instr: Instr): Value {
  const [left, right] = instr.args as [Value, Value];
  const { b } = e;
  const kinds = e.kinds(left);
  const constant = (value: boolean) => (): Value => b.emit('bool.const', 'bool', [], { value });
  return dispatch(e, e.value(right), e.kinds(right), [
    { prims: ~0, objects: [], make: () => notCallable(e) },
    ...[...e.kinds(right).objects].map((target) => ({
      prims: 0, objects: [target], make: () => {
        if (target.kind !== 'class' && target.kind !== 'namespace') return notCallable(e);
        const yes = [...kinds.objects].filter((o) => isInstance(e, o, target));
        const no = [...kinds.objects].filter((o) => !yes.includes(o));
        return dispatch(e, e.value(left), kinds, [
          { prims: ~0, objects: [], make: constant(false) },
          { prims: 0, objects: no, make: constant(false) },
          { prims: 0, objects: yes, make: constant(true) },
        ], 'bool');
      },
    })),
  ], 'bool')!;
}

function notCallable(e: Emitter): null {
  e.runtime('throwNotCallableRight', []);
  return null;
}

function isInstance(e: Emitter, o: AbstractObject, target: AbstractObject): boolean {
  if (target.kind === 'namespace') {
    const name = target.module.slice('src/std/'.length);
    if (name === 'array') return o.kind === 'array';
    if (name === 'object') return true;
    if (name === 'function') return o.kind === 'function' || o.kind === 'class';
    return o.kind === 'typed' && o.module.toLowerCase() === name.replaceAll('-', '');
  }
  for (let c = o.kind === 'instance' ? classOf(o) : null; c; c = e.program.solver.parentOf(c)) if (c.classInfo === target.classInfo) return true;
  return false;
}
