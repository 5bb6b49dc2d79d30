import type { Instr } from '../ir/function.ts';
import { flow, isEmpty, type Kinds, object, primitive, UNDEFINED, Var } from './kinds.ts';
import type { AbstractObject } from './object.ts';
import type { Instance } from './instance.ts';

/**
 * Function.prototype.bind (ECMA-262 20.2.3.2). One bound function object per call site and target; it captures the target, the receiver and the
 * arguments, so that a call of it is a direct call of the target.
 */
export function bindFunction(at: Instance, instr: Instr, target: AbstractObject, args: readonly Kinds[]): Kinds {
  const [self = primitive(UNDEFINED), ...given] = args;
  const made = boundObject(at, instr, target, given.length);
  [object(target), self, ...given].forEach((kinds, i) => flow(kinds, made.captures[i]!, at.solver.queue));
  return object(made);
}

export function boundObject(at: Instance, instr: Instr, target: AbstractObject, count: number): AbstractObject {
  return at.solver.object('function', `bound:${at.key}:${instr.result!.id}:${target.key}`, target.context, (made) => {
    made.boundTarget = target;
    for (let i = 0; i < count + 2; i++) made.captures.push(new Var(`${made.key}^${i}`));
  });
}

export function isBind(at: Instance, o: AbstractObject, name: string): boolean {
  return name === 'bind' && (o.kind === 'function' || o.kind === 'class') && !hasOwnFunction(at, o, name);
}

/** A property or static member of the name hides the one of Function.prototype. */
export function hasOwnFunction(at: Instance, o: AbstractObject, name: string): boolean {
  for (let c: AbstractObject | null = o; c; c = c.kind === 'class' ? at.solver.parentOf(c) : null) {
    if (!isEmpty(at.read(c.field(name)))) return true;
    if (c.kind === 'class' && c.classInfo!.members.some((member) => member.static && member.name === name)) return true;
  }
  return false;
}
