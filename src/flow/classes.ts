import type { Func, Instr } from '../ir/function.ts';
import { HOLE, type Kinds, NOTHING, object, Var, without } from './kinds.ts';
import type { AbstractObject } from './object.ts';
import { classOf } from './properties.ts';
import type { Instance } from './instance.ts';
import type { Solver } from './solver.ts';

/**
 * Class objects. A class declaration gives one abstract object per context and parent class, so that `(Base) => class extends Base` is as many
 * classes as it has parents, each with one chain of ancestors and one layout. A *dynamic* class (ClassInfo.dynamic) can be evaluated more than
 * once: its class objects are cells of the heap, which hold what it captures, and each instance holds its own (classSlot).
 */
export function makeClass(at: Instance, instr: Instr, args: readonly Kinds[]): Kinds {
  const info = at.solver.classInfo(instr.attrs.class as string);
  const [operand, ...captured] = info.hasHeritage ? (args as [Kinds, ...Kinds[]]) : [NOTHING, ...args];
  // js.checktdz stands where a class could be read before it is made.
  const heritage = without(operand, HOLE);
  const made: AbstractObject[] = [];
  const parents = info.hasHeritage ? [...heritage.objects].filter(({ kind }) => kind === 'class') : [null];
  for (const parent of parents) {
    if (parent && depthOf(at.solver, parent, info.id) >= MAX_DEPTH) at.solver.problem(at, instr, `class ${info.name} that extends itself again and again`);
    else if (parent?.classInfo!.file === 'src/std/promise.ts' && parent.classInfo!.name === 'Promise') at.solver.problem(at, instr, `class ${info.name} extends Promise`);
    else made.push(classObject(at, instr, parent));
  }
  for (const parent of heritage.objects) {
    if (parent.kind === 'namespace' || parent.kind === 'function') at.solver.problem(at, instr, `class ${info.name} extends a ${parent.kind === 'namespace' ? parent.module.slice(8) : parent.kind}`);
  }
  const others = heritage.objects.filter(({ kind }) => kind !== 'class');
  if (heritage.prims || others.size > 0) at.solver.callHook(at, 'throwNoParent', [{ prims: heritage.prims, range: heritage.range, objects: others }]);
  for (const each of made) captured.forEach((arg, i) => each.captures[i]!.add(arg, at.solver.queue));
  return object(...made);
}

/** The class object that a declaration makes of a parent. */
export function classObject(at: Instance, instr: Instr, parent: AbstractObject | null): AbstractObject {
  const info = at.solver.classInfo(instr.attrs.class as string);
  const key = `class:${info.id}|${at.context.join(';')}${parent ? ` < ${parent.key}` : ''}`;
  return at.solver.object('class', key, at.context, (o) => {
    o.classInfo = info;
    o.classObjects = new Var(`${info.id} extends`);
    if (parent) o.classObjects.add(object(parent), at.solver.queue);
    for (let i = 0; i < info.captures; i++) o.captures.push(new Var(`${info.id}^${i}`));
  });
}

/** A class may stand this often among its own ancestors: a mixin applied to what it made. */
const MAX_DEPTH = 8;

function depthOf(solver: Solver, parent: AbstractObject, id: string): number {
  let depth = 0;
  for (const c of ancestors(solver, parent)) if (c.classInfo!.id === id) depth++;
  return depth;
}

/** A class object and those that it inherits from. */
export function* ancestors(solver: Solver, start: AbstractObject | null): Generator<AbstractObject> {
  for (let c = start; c; c = solver.parentOf(c)) yield c;
}

/** Those of `classes` whose instance `o` is: in a constructor or field initialiser, the class that the code belongs to. */
export function levelsOf(solver: Solver, o: AbstractObject, classes: Kinds): AbstractObject[] {
  return o.kind === 'instance' ? [...ancestors(solver, classOf(o))].filter((c) => classes.objects.has(c)) : [];
}

const derives = new WeakMap<Func, boolean>();

/** Whether the function makes classes that extend others: it is then analysed apart for each class that it is given. */
export function makesDerivedClasses(solver: Solver, func: Func): boolean {
  let found = derives.get(func);
  if (found === undefined) {
    found = func.blocks.some(({ instrs }) => instrs.some(({ op, attrs }) => op === 'js.class' && solver.classInfo(attrs.class as string).hasHeritage));
    derives.set(func, found);
  }
  return found;
}
