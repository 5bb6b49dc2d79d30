import { builtInNames, builtInConstructor } from '../flow/missing-built-ins.ts';
import { builtInFunctions, missingMember } from '../flow/built-in-members.ts';
import type { AbstractObject } from '../flow/object.ts';
import { functionLength, functionName, isFunctionObject } from '../flow/object.ts';
import { classOf, inheritedData, memberObject, unreadableMember } from '../flow/properties.ts';
import type { DataWord, Half } from '../ir/module.ts';
import { BUILT_IN_PROTOTYPE_ENTRIES, BUILT_IN_PROTOTYPE_MODULES } from '../layout/built-in-prototypes.ts';
import { KIND_FUNCTION, KIND_OBJECT } from '../layout/cell.ts';
import { ATTRIBUTE_ACCESSOR, ATTRIBUTE_CONFIGURABLE, ATTRIBUTE_WRITABLE } from '../layout/shape.ts';
import { VALUE_NULL, VALUE_UNDEFINED } from '../layout/value.ts';
import type { Program } from './program.ts';
import { shapeWords } from './static-data.ts';

/**
 * Prototypes as static cells, for reads of names known at run time only: a word per method, two per accessor, found by the property table of a
 * shape of their own. A program that has no such read has none of them (docs/object-model.md).
 */

/** A property of a prototype: the static cells of its method, or of its accessor's halves. */
interface Member {
  readonly name: string;
  readonly method?: string;
  readonly get?: string;
  readonly set?: string;
}

interface Holder {
  readonly members: readonly Member[];
  readonly prototype: DataWord;
  readonly name?: Half;
  readonly isFunction?: boolean;
  readonly functionLength?: number;
}

/** Abstract objects whose cells are made here: prototypes, and built-in objects that something reads by computed names. */
export function isPrototype(o: AbstractObject): boolean {
  return o.kind === 'prototype' || (o.kind === 'namespace' && (o.module.endsWith('.prototype') || o.reflected));
}

export function prototypeCell(program: Program, o: AbstractObject): string {
  if (o.kind === 'prototype') return classPrototype(program, classOf(o)!);
  return o.module.endsWith('.prototype') ? builtInPrototype(program, o.module) : builtInObject(program, o);
}

/** The prototype of a class: `constructor`, then its methods and accessors. */
export function classPrototype(program: Program, c: AbstractObject): string {
  const { solver } = program;
  const parent = solver.parentOf(c);
  return holderCell(program, `prototype$${c.id}`, () => ({
    members: classMembers(program, c), prototype: parent ? { symbol: classPrototype(program, parent) } : VALUE_UNDEFINED,
    name: parent ? program.className(parent) : 0n,
  }));
}

/** Members of a class that a function makes differ from one evaluation to the next: reading one ends the program. */
function classMembers(program: Program, c: AbstractObject): Member[] {
  const { solver } = program;
  const { dynamic, members } = c.classInfo!;
  const own = members.filter(({ name, static: isStatic }) => !isStatic && !name.startsWith('#') && !name.startsWith('@@'));
  const names = [...new Set(['constructor', ...own.map(({ name }) => name)])];
  if (dynamic) return names.map((name) => ({ name, get: program.functionCell(unreadableMember(solver)), set: program.functionCell(unreadableMember(solver)) }));
  const cellOf = (name: string, kind: string): string | undefined => {
    const member = own.find((each) => each.name === name && each.kind === kind);
    return member && program.functionCell(memberObject(solver, c, member.function));
  };
  const data = [...inheritedData(solver, c)].map(([name, getter]) => ({ name, get: program.functionCell(getter) }));
  return [...data, ...names.map((name) => (name === 'constructor' ? { name, method: program.functionCell(c) } : { name, method: cellOf(name, 'method'), get: cellOf(name, 'get'), set: cellOf(name, 'set') }))];
}

/** A prototype of the language, with the members that the library has, and a stop for each that it lacks. */
export function builtInPrototype(program: Program, module: string): string {
  const { solver } = program;
  return holderCell(program, `prototype$${module}`, () => ({
    members: solver.namedPrototypes.has(module) ? builtInMembers(program, module) : [], prototype: module === OBJECT_PROTOTYPE ? VALUE_NULL : { symbol: builtInPrototype(program, OBJECT_PROTOTYPE) },
    isFunction: isFunctionObject(solver.namespace(module)),
  }));
}

const OBJECT_PROTOTYPE = 'src/std/object.prototype';

/** A constructor or an object like Math, with its functions, and a stop for each other property that node has. */
function builtInObject(program: Program, o: AbstractObject): string {
  const { solver } = program;
  return holderCell(program, `built_in$${o.module}`, () => {
    const found = builtInFunctions(solver, o.module).map(({ name, symbol, getter }) => {
      const [fn] = solver.global(symbol).objects;
      return getter ? { name, get: program.functionCell(fn!) } : { name, method: program.functionCell(fn!) };
    });
    const missing = builtInNames(o.module).filter((name) => !found.some((each) => each.name === name));
    const name = isFunctionObject(o) ? { symbol: program.statics.string(functionName(o)) } : 0n;
    const prototype = `${o.module}.prototype`;
    const own: Member[] = isFunctionObject(o) && solver.exportsOf(prototype).length > 0 ? [{ name: 'prototype', method: builtInPrototype(program, prototype) }] : [];
    return {
      members: [...own, ...found, ...missing.map((each) => stop(program, each))], prototype: VALUE_UNDEFINED,
      name, isFunction: isFunctionObject(o), functionLength: isFunctionObject(o) ? functionLength(o) : 0,
    };
  });
}

function stop(program: Program, name: string): Member {
  const cell = program.functionCell(missingMember(program.solver));
  return { name, get: cell, set: cell };
}

function builtInMembers(program: Program, module: string): Member[] {
  const { solver } = program;
  const members = new Map<string, Member>();
  const constructor = module.slice(0, -'.prototype'.length);
  if (solver.program.exports.get(`src/std/globals#${builtInConstructor(constructor)?.name ?? ''}`) === `namespace:${constructor}`) {
    members.set('constructor', { name: 'constructor', method: program.functionCell(solver.namespace(constructor)) });
  }
  for (const { name, symbol, getter } of solver.exportsOf(module)) {
    const [fn] = solver.global(symbol).objects;
    if (fn) members.set(name, getter ? { name, get: program.functionCell(fn) } : { name, method: program.functionCell(fn) });
  }
  for (const name of builtInNames(module)) if (!members.has(name)) members.set(name, stop(program, name));
  return [...members.values()];
}

function holderCell(program: Program, symbol: string, describe: () => Holder): string {
  const { statics } = program;
  return statics.once(symbol, () => {
    const { members, prototype, name: className, isFunction, functionLength: arity } = describe();
    const words: DataWord[] = [];
    const properties: DataWord[] = [];
    for (const { name, method, get, set } of members) {
      const attributes = method ? ATTRIBUTE_WRITABLE | ATTRIBUTE_CONFIGURABLE : ATTRIBUTE_ACCESSOR | ATTRIBUTE_CONFIGURABLE;
      properties.push({ low: { symbol: statics.string(name) }, high: BigInt(1 + words.length) | (BigInt(attributes) << 24n) });
      if (method) words.push({ symbol: method });
      else for (const half of [get, set]) words.push(half ? { symbol: half } : VALUE_UNDEFINED);
    }
    const shape = statics.once(`shape_of_${symbol}`, () => shapeWords({
      kind: isFunction ? KIND_FUNCTION : KIND_OBJECT, sizeWords: 1 + words.length, pointerBitmap: 0n, propertyCount: members.length,
      properties: members.length > 0 ? { symbol: statics.once(`properties_of_${symbol}`, () => properties) } : 0n, prototype, name: className, functionLength: arity,
    }));
    return [{ low: { symbol: shape }, high: 0n }, ...words];
  });
}

/** The table by which the runtime finds the prototypes of the language that something can look into by a computed name. */
export function emitBuiltInPrototypes(program: Program): void {
  program.statics.once('built_in_prototypes', () => {
    const entries = Array.from({ length: BUILT_IN_PROTOTYPE_ENTRIES }, (_, i): Half => {
      const module = BUILT_IN_PROTOTYPE_MODULES.get(i);
      return module !== undefined && program.solver.namedPrototypes.has(module) ? { symbol: builtInPrototype(program, module) } : 0n;
    });
    return Array.from({ length: Math.ceil(entries.length / 2) }, (_, i) => ({ low: entries[2 * i]!, high: entries[2 * i + 1] ?? 0n }));
  });
}
