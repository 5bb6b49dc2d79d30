import type { ClassInfo } from '../ir/module.ts';
import type { Func } from '../ir/function.ts';
import { builtInConstructor } from './missing-built-ins.ts';
import { HOLE, type Kinds, primitive, type Queue, SYMBOL, Var } from './kinds.ts';
import type { Place } from './instance.ts';

/**
 * Abstract objects: what the analysis knows apart from one another.
 *   instance   instances of a class in a context of its type arguments
 *   literal    object literals with the same names and type key
 *   array      arrays made at one site in one context
 *   typed      typed arrays of one element type
 *   function   closures of one function made in one context
 *   class      the constructor object of a class in a context
 *   prototype  that of a class which is evaluated once
 *   namespace  a module of the standard library seen as an object: Math, console, Array
 *   cell       a captured mutable variable
 */
export type ObjectKind = 'instance' | 'literal' | 'array' | 'typed' | 'function' | 'class' | 'prototype' | 'namespace' | 'cell';

/** Properties of well-known symbols are named after them. */
const isSymbolName = (name: string): boolean => name.startsWith('@@');

/** Whether typeof says 'function': functions, classes, and what the library has for a constructor. */
export function isFunctionObject(o: AbstractObject): boolean {
  return o.kind === 'function' || o.kind === 'class' || (o.kind === 'namespace' && builtInConstructor(o.module) !== null);
}

/** The `name` of a function or class object. */
export function functionName(o: AbstractObject): string {
  if (o.kind === 'namespace') return builtInConstructor(o.module)!.name;
  if (o.boundTarget) return `bound ${functionName(o.boundTarget)}`;
  if (o.kind === 'class') return o.classInfo!.name;
  const { attrs, displayName, file } = o.func!;
  // Methods of the library's classes are shown with their class in traces.
  return file.startsWith('src/std/') ? displayName.slice(displayName.lastIndexOf('.') + 1) : ((attrs.name as string | undefined) ?? displayName);
}

/** The `length` of a function or class object. */
export function functionLength(o: AbstractObject): number {
  if (o.boundTarget) return Math.max(0, functionLength(o.boundTarget) - (o.captures.length - 2));
  if (o.kind === 'namespace') return builtInConstructor(o.module)!.length;
  return o.kind === 'class' ? o.classInfo!.length : (o.func!.attrs.length as number);
}

/** The hidden property in which an instance holds its class object (or the one that it inherits from), where that is a cell of the heap. */
export function classSlot(classObject: AbstractObject): string {
  return `#class ${classObject.id}`;
}

export class AbstractObject {
  readonly id: number;
  readonly kind: ObjectKind;
  /** Readable, unique. */
  readonly key: string;
  /** Type keys of the type parameters in scope of its class or function. */
  readonly context: readonly string[];
  classInfo: ClassInfo | null = null;
  /** Class objects: the parent's; instances and prototypes: the class object. */
  classObjects: Var | null = null;
  func: Func | null = null;
  captures: Var[] = [];
  /** Bound functions: the function or class that they call. Captured are the target, the receiver and the arguments. */
  boundTarget: AbstractObject | null = null;
  /** Namespace: the module's name. Typed array: the element type. */
  module = '';
  /** The first place that made one. */
  site: Place | null = null;
  /** Named own properties, in the order in which the analysis met them. */
  readonly fields = new Map<string, Var>();
  /** Names that every such object has from its creation on (or from before anybody can see it), late ones excepted. */
  readonly initialNames: string[] = [];
  /** Those of them that such an object can be seen without: its constructor creates them later. */
  readonly lateNames = new Set<string>();
  /** Other names that some code creates by name: they have a slot too. */
  readonly addedNames = new Set<string>();
  readonly accessors = new Map<string, { get: Var; set: Var }>();
  /** Holds nothing: a rule that goes through names or accessors depends on it, and is woken by new ones, unknown ones among them. */
  readonly names: Var;
  /** Elements of arrays; properties with computed names of others. */
  readonly elements: Var;
  /** Symbols, where some property's key can be one. */
  readonly symbolKeys: Var;
  /** Members of its class can be read by names known at run time only: the image holds its prototype. */
  reflected = false;
  /** Names defined as not enumerable. */
  readonly hiddenNames = new Set<string>();
  /** Everything that any own property can hold: what a read of an unknown name sees. */
  readonly anyField: Var;
  /** Stands for all members of built-in prototypes, and constructors, that computed names find (built-in-members.ts). */
  standsForBuiltIns = false;
  /** Literals: made by Object.create(null). */
  hasNoPrototype = false;
  /** It can be frozen, sealed or closed to new properties: writes look at the header first. */
  restricted = false;
  /** Some write of an unknown name, or a property added after creation, can reach it: it has a dictionary. */
  hasDictionary = false;

  /** Properties of unknown names can be read under this one. */
  mayHaveUnknown(name: string): boolean {
    return this.hasDictionary && !name.startsWith('#') && (!isSymbolName(name) || this.symbolKeys.prims !== 0);
  }

  /** Some code creates properties of names that only the running program knows. */
  addUnknownName(key: Kinds, queue: Queue): void {
    if (!this.hasDictionary) {
      this.hasDictionary = true;
      this.names.wake(queue);
    }
    if ((key.prims & SYMBOL) !== 0 || key.objects.size > 0) this.symbolKeys.add(primitive(SYMBOL), queue);
  }

  constructor(id: number, kind: ObjectKind, key: string, context: readonly string[]) {
    this.id = id;
    this.kind = kind;
    this.key = key;
    this.context = context;
    this.anyField = new Var(`${key}.*`);
    this.names = new Var(`${key} names`);
    this.elements = new Var(`${key}[]`);
    this.symbolKeys = new Var(`${key} symbols`);
  }

  /** Nobody can see such an object without the property, unless something deletes it (then its kinds have a hole). */
  isInitial(name: string): boolean {
    return this.initialNames.includes(name) && !this.lateNames.has(name);
  }

  /** Some code creates the property by its name, on an object that may be seen without it. */
  addName(name: string, queue: Queue): void {
    if (!this.initialNames.includes(name) && !this.addedNames.has(name)) {
      this.addedNames.add(name);
      this.names.wake(queue);
    }
    if (isSymbolName(name)) this.symbolKeys.add(primitive(SYMBOL), queue);
    this.field(name).add(primitive(HOLE), queue);
  }

  /** The variable of a named own property. */
  field(name: string): Var {
    let field = this.fields.get(name);
    if (!field) this.fields.set(name, (field = new Var(`${this.key}.${name}`)));
    return field;
  }
}
