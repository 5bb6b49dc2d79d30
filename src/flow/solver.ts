import { type Func, type Instr, type Value } from '../ir/function.ts';
import type { ClassInfo, Module } from '../ir/module.ts';
import { analyseConstruction, type Construction } from './definite-fields.ts';
import { HOLE, type Kinds, NOTHING, numbers, object, OPAQUE, primitive, Queue, STRING, SYMBOL, UNDEFINED, Var, without } from './kinds.ts';
import { ANY_NUMBER, integers } from './range.ts';
import { AbstractObject, classSlot, functionLength, functionName, type ObjectKind } from './object.ts';
import { sideMethods } from './calls.ts';
import { memberText, nodeHasMember } from './missing-built-ins.ts';
import { Instance, type Place } from './instance.ts';
import { insertPiNodes } from './pi-nodes.ts';
import { keysOf, readNamed, readOwn, reflectGetter } from './properties.ts';

/**
 * The whole-program flow of values: a monotone data-flow analysis over all functions at once, in contexts.
 *
 * Each function is analysed once per context (its *instances*); each instance has a variable per SSA value. References flow by subset over
 * abstract objects (Andersen); fields are one variable per class and name, elements one per array site and context. Blocks are evaluated
 * only once something can reach them, and branches on decided conditions are pruned (Wegman and Zadeck's conditional propagation).
 * An instruction is evaluated again when a variable that it read has grown, until nothing grows.
 */
export class Solver {
  readonly program: Module;
  readonly queue = new Queue();
  readonly instances = new Map<string, Instance>();
  readonly objects = new Map<string, AbstractObject>();
  readonly globals = new Map<string, Var>();
  /** Everything that is thrown anywhere. */
  readonly thrown = new Var('thrown');
  readonly problems: Problem[] = [];
  /** The instruction or terminator being evaluated, null between them: where an object is made, and what a variable gets its values from. */
  evaluating: Place | null = null;
  private readonly constructions = new Map<string, Construction>();
  private readonly contextsOf = new Map<Func, Map<string, Instance>>();

  /** Modules of built-in prototypes whose members are looked for by names known at run time only: the image has tables of them. */
  readonly namedPrototypes = new Set<string>();
  private exportsByModule: Map<string, Export[]> | null = null;
  private readonly throwers = new Map<string, Instance>();

  constructor(program: Module) {
    this.program = program;
  }

  /** Analyses everything that `roots` (JS-level functions called without arguments) reach. */
  solve(roots: readonly string[]): void {
    for (const root of roots) this.instance(this.func(root), []).start();
    this.queue.run();
  }

  /** A call from outside, with these arguments; solves what it adds. */
  root(symbol: string, args: readonly Kinds[]): Instance {
    const instance = this.instance(this.func(symbol), []);
    args.forEach((arg, i) => instance.bind(i + 3, arg));
    instance.start();
    this.queue.run();
    return instance;
  }

  /** Something the compiler cannot do, found where the flow makes it reachable. */
  problem(instance: Instance, instr: { position: Instr['position'] }, construct: string, hint = ''): void {
    const { file } = instance.func;
    const { line, column } = instr.position;
    if (this.problems.some((p) => p.file === file && p.line === line && p.column === column && p.construct === construct)) return;
    this.problems.push({ file, line, column, construct, hint, isLibrary: false });
  }

  /** A member of a built-in object that node has and the library lacks, so that a program may not use it. The library itself asks for some to find out. */
  missingMember(instance: Instance, instr: { position: Instr['position'] }, module: string, name: string): boolean {
    if (instance.func.file.startsWith('src/std/') || !nodeHasMember(module, name)) return false;
    const before = this.problems.length;
    this.problem(instance, instr, memberText(module, name));
    if (this.problems.length > before) this.problems.at(-1)!.isLibrary = true;
    return true;
  }

  func(symbol: string): Func {
    const func = this.program.functions.get(symbol);
    if (!func) throw new Error(`no function ${symbol}`);
    return func;
  }

  instance(func: Func, context: readonly string[]): Instance {
    let contexts = this.contextsOf.get(func);
    if (!contexts) this.contextsOf.set(func, (contexts = new Map()));
    const name = context.length === 0 ? '' : context.length === 1 ? context[0]! : context.join(';');
    let instance = contexts.get(name);
    if (instance) return instance;
    if (contexts.size >= MAX_CONTEXTS && name !== 'any') {
      instance = this.instance(func, ['any']);
      contexts.set(name, instance);
      return instance;
    }
    if (!prepared.has(func)) {
      prepared.add(func);
      insertPiNodes(func);
    }
    instance = new Instance(this, func, `${func.symbol}|${name}`, context);
    contexts.set(name, instance);
    this.instances.set(instance.key, instance);
    return instance;
  }

  /** The abstract object of a key, made on first use. */
  object(kind: ObjectKind, key: string, context: readonly string[], setUp?: (made: AbstractObject) => void): AbstractObject {
    let found = this.objects.get(key);
    if (!found) {
      found = new AbstractObject(this.objects.size, kind, key, context);
      found.site = this.evaluating;
      this.objects.set(key, found);
      setUp?.(found);
    }
    return found;
  }

  global(symbol: string): Var {
    let variable = this.globals.get(symbol);
    if (!variable) {
      this.globals.set(symbol, (variable = new Var(symbol)));
      const info = this.program.globals.get(symbol);
      if (info?.init) variable.add(object(this.functionObject(this.func(info.init), [], 0)), this.queue);
      else variable.add(primitive(HOLE), this.queue);
    }
    return variable;
  }

  functionObject(func: Func, context: readonly string[], captures: number): AbstractObject {
    return this.object('function', `fn:${func.symbol}|${context.join(';')}`, context, (made) => {
      made.func = func;
      for (let i = 0; i < captures; i++) made.captures.push(new Var(`${func.symbol}^${i}`));
    });
  }

  /** A standard library module seen as an object, or null when there is no such module. */
  namespace(module: string): AbstractObject {
    return this.object('namespace', `namespace:${module}`, [], (made) => {
      made.module = module;
    });
  }

  /** Symbol of an export; a built-in's `prototype` is the module of that name. */
  exportedSymbol(module: string, name: string): string | null {
    const symbol = this.program.exports.get(`${module}#${name}`);
    if (symbol !== undefined) return symbol;
    const prototype = `${module}.prototype`;
    return name === 'prototype' && this.program.exports.has(`${prototype}#toString`) ? `namespace:${prototype}` : null;
  }

  /** What an export of a standard library module is; null: it has no such export. */
  exported(module: string, name: string): Kinds | Var | null {
    const symbol = this.exportedSymbol(module, name);
    if (symbol === null) return null;
    if (symbol.startsWith('namespace:')) return object(this.namespace(symbol.slice('namespace:'.length)));
    return this.global(symbol);
  }

  /** The properties that a module of the library gives the object that it stands for; those of well-known symbols and exact counts of arguments left out. */
  exportsOf(module: string): readonly Export[] {
    if (!this.exportsByModule) {
      this.exportsByModule = new Map();
      for (const [key, symbol] of this.program.exports) {
        const [holder, name] = key.split('#') as [string, string];
        if (name.startsWith('@@') || /^set_|_\d$/.test(name) || (/^(?:construct|call)$/.test(name) && !holder.endsWith('.prototype'))) continue;
        const getter = name.startsWith('get_');
        const found = { name: getter ? name.slice('get_'.length) : name, symbol, getter };
        const known = this.exportsByModule.get(holder);
        if (known) known.push(found);
        else this.exportsByModule.set(holder, [found]);
      }
    }
    return this.exportsByModule.get(module) ?? [];
  }

  /** The image needs what a built-in prototype has, and Object.prototype, by name. */
  lookIn(module: string): void {
    this.namedPrototypes.add(module).add('src/std/object.prototype');
  }

  /** Construction facts of a class; the parent is taken from its class object. */
  construction(classObject: AbstractObject): Construction {
    const info = classObject.classInfo!;
    const parent = this.parentOf(classObject);
    let facts = this.constructions.get(classObject.key);
    if (!facts) {
      facts = analyseConstruction(info, (symbol) => this.program.functions.get(symbol), parent ? this.construction(parent) : null);
      this.constructions.set(classObject.key, facts);
    }
    return facts;
  }

  /** The parent class object; null for a base class (and before its heritage was evaluated). */
  parentOf(classObject: AbstractObject): AbstractObject | null {
    for (const parent of classObject.classObjects?.objects ?? []) if (parent.kind === 'class') return parent;
    return null;
  }

  /** Instances of a class, in the context of its type arguments. Fields are shared with the parent's instances. */
  instanceOf(classObject: AbstractObject, typeArgs: readonly string[] = []): AbstractObject {
    const info = classObject.classInfo!;
    const context = [...classObject.context, ...typeArgs.slice(0, info.typeParams)];
    return this.object('instance', `${classObject.key.slice('class:'.length)}|${context.join(';')}`, context, (made) => {
      made.classInfo = info;
      made.classObjects = new Var(`${info.id} class`);
      made.classObjects.add(object(classObject), this.queue);
      const parent = this.parentOf(classObject);
      if (parent) {
        const base = this.instanceOf(parent);
        for (const name of base.initialNames) {
          made.fields.set(name, base.field(name));
          made.initialNames.push(name);
          if (base.lateNames.has(name)) made.lateNames.add(name);
        }
      }
      if (info.dynamic) {
        made.field(classSlot(classObject)).add(object(classObject), this.queue);
        made.initialNames.push(classSlot(classObject));
      }
      const { definite, late, order } = this.construction(classObject);
      for (const name of order) {
        if (name.startsWith('@@')) made.symbolKeys.add(primitive(SYMBOL), this.queue);
        const inherited = made.initialNames.includes(name);
        if (!inherited) made.initialNames.push(name);
        if (!inherited && late.has(name)) made.lateNames.add(name);
        const field = made.field(name);
        if (!definite.has(name)) field.add(primitive(made.lateNames.has(name) ? HOLE : UNDEFINED), this.queue);
      }
    });
  }

  /** What `new f()` makes of a function that is no class: it holds the function, as an instance of a dynamic class holds its class. */
  constructedBy(callee: AbstractObject): AbstractObject {
    return this.object('instance', `new:${callee.key}`, callee.context, (made) => {
      callee.classInfo = {
        id: callee.func!.symbol, name: functionName(callee), file: callee.func!.file, typeParams: 0, hasHeritage: false, constructorFunction: null, fieldInit: null,
        fields: [], members: [], captures: 0, dynamic: true, length: functionLength(callee),
      };
      made.classInfo = callee.classInfo;
      made.classObjects = new Var(`${made.key} class`);
      made.classObjects.add(object(callee), this.queue);
      made.field(classSlot(callee)).add(object(callee), this.queue);
      made.initialNames.push(classSlot(callee));
    });
  }

  /** True when nobody can see the field of an instance before it is assigned. */
  isDefinite(instance: AbstractObject, name: string): boolean {
    for (const start of instance.classObjects?.objects ?? []) {
      for (let c: AbstractObject | null = start; c; c = this.parentOf(c)) {
        if (c.classInfo!.fields.includes(name)) return this.construction(c).definite.has(name);
      }
    }
    return false;
  }

  /** What `o.name` is on one object: for later stages, which evaluate nothing again. */
  propertyKinds(at: Instance, instr: Instr, o: AbstractObject, name: string): Kinds {
    return at.asObserver(() => readOwn(at, instr, o, name));
  }

  /** What objects of a kind without slots have under a name beside what their prototypes have. */
  sideKinds(at: Instance, objects: readonly AbstractObject[], name: string): Kinds {
    return at.asObserver(() => sideMethods(at, objects, name));
  }

  namedKinds(at: Instance, instr: Instr, base: Kinds, name: string): Kinds {
    return at.asObserver(() => readNamed(at, instr, base, name));
  }

  accessor(o: AbstractObject, name: string): { get: Var; set: Var } {
    return { get: new Var(`${o.key} get ${name}`), set: new Var(`${o.key} set ${name}`) };
  }

  /** The string that a value always is, when a constant defines it. */
  constantString(at: Instance, value: Value): string | null {
    return constantStrings(at.func).get(value) ?? null;
  }

  /** Something may throw a built-in error: its constructor runs, and handlers can see it. */
  throwsError(at: Instance, name: string): void {
    let thrower = this.throwers.get(name);
    if (!thrower) this.throwers.set(name, (thrower = this.instance(this.func(`src/std/hooks#throw${name}`), [])));
    at.callOnce(thrower, [primitive(STRING)]);
  }

  /** `**` of doubles is the library's. */
  callsPower(at: Instance): void {
    const number = numbers(ANY_NUMBER);
    at.callOnce(this.instance(this.func('src/std/hooks#power'), []), [number, number]);
  }

  /** The runtime may call a function of src/std/hooks with these arguments. */
  callHook(at: Instance, name: string, args: readonly Kinds[]): Kinds {
    return this.instance(this.func(`src/std/hooks#${name}`), []).call(at, NOTHING, primitive(UNDEFINED), primitive(UNDEFINED), args);
  }

  /** ToPrimitive of objects: the hook calls their methods. */
  convertToPrimitive(at: Instance, _instr: Instr, kinds: Kinds): Kinds {
    const hook = this.func('src/std/hooks#toPrimitive');
    const objects: Kinds = { prims: kinds.prims & OPAQUE, range: null, objects: kinds.objects };
    return this.instance(hook, []).call(at, NOTHING, primitive(UNDEFINED), primitive(UNDEFINED), [objects, numbers(integers(0, 2))]);
  }

  /** `{...from}` into `to`: fields one by one, dictionaries as unknown names. */
  copyFields(at: Instance, from: AbstractObject, to: AbstractObject): void {
    at.read(from.names);
    for (const [name, field] of from.fields) {
      if (name.startsWith('#') || from.hiddenNames.has(name)) continue;
      if (!to.isInitial(name)) to.addName(name, this.queue);
      const kinds = without(at.read(field), HOLE);
      to.field(name).add(kinds, this.queue);
      to.anyField.add(kinds, this.queue);
    }
    for (const [name, { get }] of from.accessors) {
      const kinds = at.asOperand(() => reflectGetter(at, at.read(get), object(from)));
      to.addName(name, this.queue);
      to.field(name).add(kinds, this.queue);
      to.anyField.add(kinds, this.queue);
    }
    if (!from.hasDictionary) return;
    to.addUnknownName(keysOf(at, from), this.queue);
    to.elements.add(at.read(from.elements), this.queue);
    to.anyField.add(from.elements, this.queue);
  }

  classInfo(id: string): ClassInfo {
    return this.program.classes.get(id)!;
  }
}

export interface Export {
  readonly name: string;
  readonly symbol: string;
  /** The symbol is its getter's. */
  readonly getter: boolean;
}

const stringsOf = new WeakMap<Func, Map<Value, string>>();

function constantStrings(func: Func): Map<Value, string> {
  let strings = stringsOf.get(func);
  if (!strings) {
    stringsOf.set(func, (strings = new Map()));
    for (const block of func.blocks) {
      for (const { op, attrs, result } of block.instrs) if (op === 'js.const' && attrs.kind === 'string') strings.set(result!, attrs.value as string);
    }
  }
  return strings;
}

/** Functions that have their pi-nodes: the library's are in every program that a process solves. */
const prepared = new WeakSet<Func>();

/**
 * A function may have this many contexts; further ones share one. Far above what programs need: where contexts meet, each call tests all of
 * their classes.
 */
const MAX_CONTEXTS = 1000;

export interface Problem {
  file: string;
  line: number;
  column: number;
  construct: string;
  hint: string;
  /** The construct is a member of the library, else syntax. */
  isLibrary: boolean;
}
