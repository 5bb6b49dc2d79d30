import { NULL } from '../flow/kinds.ts';
import { objectWithoutPrototype } from '../flow/object-functions.ts';
import type { Instr, Value } from '../ir/function.ts';
import type { Arguments } from './call.ts';
import { allocateObject } from './construct.ts';
import { dispatch } from './dispatch.ts';
import type { Emitter } from './emitter.ts';
import { box } from './representation.ts';

/** Functions of Object that are done where they are called (src/flow/object-functions.ts). */
export const OBJECT_FUNCTIONS: Readonly<Record<string, (e: Emitter, instr: Instr, args: Arguments) => Value | null>> = {
  create: (e, instr, { values: [prototype], kinds: [kinds] }) => {
    const refuse = (v: Value): null => {
      e.runtime('throwNoPrototype', [box(e.b, v)]);
      return null;
    };
    if (!prototype) return refuse(e.undefined());
    return dispatch(e, prototype, kinds!, [
      { prims: ~NULL, objects: [], make: refuse },
      { prims: NULL, objects: [], make: () => allocateObject(e, objectWithoutPrototype(e.instance, instr)) },
    ], kinds!.prims & NULL ? 'ref' : null);
  },
  getPrototypeOf: (e, _instr, { values: [value] }) => e.runtime('prototypeOfValue', [box(e.b, value ?? e.undefined())]),
  setPrototypeOf: (e, _instr, { values: [value, prototype] }) => {
    e.runtime('requirePrototype', [box(e.b, value ?? e.undefined()), box(e.b, prototype ?? e.undefined())]);
    return value ?? null;
  },
};
