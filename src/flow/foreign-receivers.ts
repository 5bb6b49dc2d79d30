import type { Instr } from '../ir/function.ts';
import type { Instance } from './instance.ts';
import { HOLE, type Kinds, NULLISH, OPAQUE, STRING, Var, without } from './kinds.ts';
import type { AbstractObject } from './object.ts';
import type { Solver } from './solver.ts';

/**
 * Methods of built-in prototypes that a program calls on something else: `Array.prototype.slice.call(arguments)`. Those of arrays that only read
 * work on whatever has a length and indices. All others use the representation of their own kind of object, so that they are refused.
 */
const GENERIC = new Set([
  'at', 'entries', 'every', 'filter', 'find', 'findIndex', 'findLast', 'findLastIndex', 'forEach', 'includes', 'indexOf', 'join', 'keys', 'lastIndexOf', 'map',
  'reduce', 'reduceRight', 'slice', 'some', 'values',
]);

const ARRAY = 'src/std/array.prototype';
const STRINGS = 'src/std/string.prototype';
const TYPED = 'src/std/typed-array.prototype';

interface Home {
  readonly module: string;
  readonly name: string;
}

const homes = new WeakMap<Solver, Map<string, Home>>();

/** Prototype and name by the symbol of the method. */
function homesOf(solver: Solver): Map<string, Home> {
  let found = homes.get(solver);
  if (!found) {
    homes.set(solver, (found = new Map()));
    for (const [key, symbol] of solver.program.exports) {
      const [module, name] = key.split('#') as [string, string];
      if (module === ARRAY || module === STRINGS || module === TYPED) found.set(symbol, { module, name: name.replace(/_\d+$/, '') });
    }
  }
  return found;
}

/** True, with a problem reported: the method does not work on one of the receivers. */
export function refuseReceiver(at: Instance, instr: Instr, callee: AbstractObject, self: Kinds): boolean {
  if (!callee.func!.file.startsWith('src/std/')) return false;
  const home = homesOf(at.solver).get(callee.func!.symbol);
  if (!home) return false;
  if (self instanceof Var) at.read(self);
  const isOwn =
    home.module === STRINGS ? without(self, STRING | NULLISH | HOLE).prims === 0 && self.objects.size === 0
    : [...self.objects].every(({ kind }) => kind === (home.module === ARRAY ? 'array' : 'typed')) && without(self, NULLISH | HOLE).prims === 0;
  if (isOwn || (home.module === ARRAY && GENERIC.has(home.name) && (self.prims & OPAQUE) === 0)) return false;
  const owner = home.module === STRINGS ? 'String' : home.module === ARRAY ? 'Array' : 'TypedArray';
  at.solver.problem(at, instr, `${owner}.prototype.${home.name} on what is ${home.module === STRINGS ? 'no string' : home.module === ARRAY ? 'no array' : 'no typed array'}`);
  return true;
}
