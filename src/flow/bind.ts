import type { Instr } from '../ir/function.ts';
import { flow, isEmpty, type Kinds, NOTHING, object, primitive, UNDEFINED, Var } from './kinds.ts';
import type { AbstractObject } from './object.ts';
import type { Instance } from './instance.ts';

/**
 * Function.prototype.bind (ECMA-262 20.2.3.2). One bound function object per call site and target; it captures the target, the receiver and the
 * arguments, so that a call of it is a direct call of the target.
 */
export function bindFunction(at: Instance, instr: Instr, target: AbstractObject, args: readonly Kinds[]): Kinds {
  const [self = primitive(UNDEFINED), ...given] = args;
  if (isBoundAgain(at, instr, target)) return bindAgain(at, instr).call(at, NOTHING, primitive(UNDEFINED), primitive(UNDEFINED), [object(target), object(boundArguments(at, instr, given))]);
  const made = boundObject(at, instr, target, given.length);
  [object(target), self, ...given].forEach((kinds, i) => flow(kinds, made.captures[i]!, at.solver.queue));
  return object(made);
}

export function boundObject(at: Instance, instr: Instr, target: AbstractObject, count: number): AbstractObject {
  return at.solver.object('function', `${siteKey(at, instr)}${target.key}`, target.context, (made) => {
    made.boundTarget = target;
    for (let i = 0; i < count + 2; i++) made.captures.push(new Var(`${made.key}^${i}`));
  });
}

/**
 * A function that this site has bound already, as in a loop: its receiver is given, only arguments are added, which a closure of the library does.
 * With an object for each target, `this.m = this.m.bind(this)` would be a new one each time that the flow sees its result.
 */
export function isBoundAgain(at: Instance, instr: Instr, target: AbstractObject): boolean {
  const site = siteKey(at, instr);
  for (let o: AbstractObject | null = target; o; o = o.boundTarget) if (o.key.startsWith(site)) return true;
  return false;
}

const siteKey = (at: Instance, instr: Instr): string => `bound:${at.key}:${instr.result!.id}:`;

export function bindAgain(at: Instance, instr: Instr): Instance {
  return at.solver.instance(at.solver.func('src/std/hooks#bindAgain'), [`${at.key}:${instr.result!.id}`]);
}

/** The array of the arguments that a function is bound to again. */
export function boundArguments(at: Instance, instr: Instr, given: readonly Kinds[]): AbstractObject {
  const list = at.solver.object('array', `arguments:${siteKey(at, instr)}`, ['any']);
  for (const kinds of given) flow(kinds, list.elements, at.solver.queue);
  return list;
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
