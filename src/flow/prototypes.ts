import type { Instr } from '../ir/function.ts';
import { builtInConstructor } from './missing-built-ins.ts';
import { type Kinds, NOTHING, NULL, object, primitive, Var } from './kinds.ts';
import type { Instance } from './instance.ts';
import type { AbstractObject } from './object.ts';
import { classOf, prototypeModule } from './properties.ts';
import type { Solver } from './solver.ts';

/** The prototype of a class as a value. It is a static cell: the class is evaluated once. */
export function prototypeOfClass(at: Instance, instr: Instr, c: AbstractObject): Kinds {
  if (c.kind !== 'class') at.solver.problem(at, instr, 'the prototype of a function', 'write a class');
  else if (c.classInfo!.dynamic) at.solver.problem(at, instr, 'the prototype of a class that a function makes', 'declare the class at the top level of a module');
  else return object(prototypeObject(at.solver, c));
  return NOTHING;
}

/** The abstract object of such a prototype: like an instance without fields, whose `constructor` is the class. */
export function prototypeObject(solver: Solver, c: AbstractObject): AbstractObject {
  return solver.object('prototype', `prototype:${c.key}`, c.context, (made) => {
    made.classInfo = c.classInfo;
    made.classObjects = new Var(`${made.key} class`);
    made.classObjects.add(object(c), solver.queue);
  });
}

/** Whether the prototype of the object can be a value (`prototypesOf` refuses the others). */
export function hasKnownPrototype(o: AbstractObject): boolean {
  const c = o.kind === 'instance' ? classOf(o) : null;
  return c === null || (c.kind === 'class' && !c.classInfo!.dynamic && !isInternal(c));
}

/** What Object.getPrototypeOf gives for an object. */
export function prototypesOf(at: Instance, instr: Instr, o: AbstractObject): Kinds {
  switch (o.kind) {
    case 'instance': {
      o.reflected = true;
      const c = classOf(o)!;
      if (isInternal(c)) at.solver.problem(at, instr, `the prototype of a ${c.classInfo!.name}`);
      return prototypeOfClass(at, instr, c);
    }
    case 'prototype':
    case 'class': {
      const parent = at.solver.parentOf(o.kind === 'class' ? o : classOf(o)!);
      if (parent) return o.kind === 'class' ? object(parent) : object(prototypeObject(at.solver, parent));
      break;
    }
    case 'namespace':
      if (o.module === 'src/std/object.prototype') return primitive(NULL);
      if (/(?<!\/)array\.prototype$|\/buffer\.prototype$/.test(o.module)) at.solver.problem(at, instr, 'the prototype of a prototype of typed arrays');
      if (o.module.endsWith('.prototype')) return builtInPrototype(at, 'src/std/object.prototype');
      break;
    default:
      if (o.hasNoPrototype) return primitive(NULL);
  }
  return builtInPrototype(at, prototypeModule(o));
}

/** A prototype of the language as a value. Reads of unknown names may follow: its cell has its members. */
export function builtInPrototype(at: Instance, module: string): Kinds {
  at.solver.lookIn(module);
  return object(at.solver.namespace(module));
}

/** A class of the library that a program cannot name: its prototypes are not those that node has. */
function isInternal({ classInfo }: AbstractObject): boolean {
  return classInfo!.file.startsWith('src/std/') && builtInConstructor(`src/std/${classInfo!.name}`) === null;
}

