import type { Instr } from '../ir/function.ts';
import { HOLE, joinKinds, type Kinds, NOTHING, NULL, NULLISH, object, only, primitive, UNDEFINED, without } from './kinds.ts';
import type { Instance } from './instance.ts';
import type { AbstractObject } from './object.ts';
import { PRIMITIVE_PROTOTYPES } from './properties.ts';
import { builtInPrototype, prototypesOf } from './prototypes.ts';

type Rule = (at: Instance, instr: Instr, args: readonly Kinds[]) => Kinds;

const NOT_GIVEN = primitive(UNDEFINED);

/** Functions of Object that are done where they are called: what they give depends on the place, or on what the flow knows. */
const RULES: Readonly<Record<string, Rule>> = { create, getPrototypeOf, setPrototypeOf };

export function objectFunction(o: AbstractObject, name: string, isSpread: boolean): Rule | null {
  return o.kind === 'namespace' && o.module === 'src/std/object' && !isSpread && Object.hasOwn(RULES, name) ? RULES[name]! : null;
}

/** Object.create(null), ECMA-262 20.1.2.2: an object of its own for each place, as of a literal. */
function create(at: Instance, instr: Instr, [prototype = NOT_GIVEN, properties]: readonly Kinds[]): Kinds {
  if (prototype.objects.size > 0) at.solver.problem(at, instr, 'Object.create of an object', 'write a class');
  if (properties && without(properties, UNDEFINED | HOLE).prims + properties.objects.size > 0) at.solver.problem(at, instr, 'Object.create with properties', 'assign them');
  if (without(prototype, NULL).prims) at.solver.throwsError(at, 'TypeError');
  return prototype.prims & NULL ? object(objectWithoutPrototype(at, instr)) : NOTHING;
}

export function objectWithoutPrototype(at: Instance, instr: Instr): AbstractObject {
  return at.solver.object('literal', `create:${at.key}:${instr.result!.id}`, [], (made) => {
    made.hasNoPrototype = true;
  });
}

/** 20.1.2.12. */
function getPrototypeOf(at: Instance, instr: Instr, [value = NOT_GIVEN]: readonly Kinds[]): Kinds {
  if (value.prims & NULLISH) at.solver.throwsError(at, 'TypeError');
  let result = at.perObject('getPrototypeOf', value.objects, [], (o) => prototypesOf(at, instr, o));
  for (const [prims, module] of PRIMITIVE_PROTOTYPES) if (only(value, prims).prims) result = joinKinds(result, builtInPrototype(at, module));
  return result;
}

/** 20.1.2.23: what an object has already may be set. */
function setPrototypeOf(at: Instance, instr: Instr, [value = NOT_GIVEN, prototype = NOT_GIVEN]: readonly Kinds[]): Kinds {
  if (value.prims & NULLISH || without(prototype, NULL).prims) at.solver.throwsError(at, 'TypeError');
  getPrototypeOf(at, instr, [{ prims: 0, range: null, objects: value.objects }]);
  at.asOperand(() => at.solver.callHook(at, 'otherPrototype', []));
  return without(value, NULLISH);
}
