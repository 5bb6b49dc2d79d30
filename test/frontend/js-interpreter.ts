/**
 * Executes JS-level IR with node's own objects and operators: what shows whether the lowering keeps JavaScript's meaning, without
 * any later stage. Builtins are node's globals; modules of the library are node's.
 */
import { createRequire } from 'node:module';
import type { Block, Func, Instr, Value } from '../../src/ir/function.ts';
import type { ClassInfo, Module } from '../../src/ir/module.ts';

const HOLE = Symbol('hole');
const require = createRequire(import.meta.url);

type Any = any; // Values of the interpreted program.

interface ClassRecord {
  info: ClassInfo;
  captures: Any[];
  parent: Any;
}

class Cell {
  value: Any;
  constructor(value: Any) {
    this.value = value;
  }
}

export class Interpreter {
  private readonly functions = new Map<string, Func>();
  private readonly classes = new Map<string, ClassInfo>();
  private readonly globals = new Map<string, Any>();
  private readonly captures = new WeakMap<object, Any[]>();
  private readonly records = new WeakMap<object, ClassRecord>();
  private readonly privateKeys = new Map<string, symbol>();
  private readonly modules: Map<string, Module>;
  private readonly builtins: Record<string, Any>;

  constructor(modules: readonly Module[], builtins: Record<string, Any>) {
    this.modules = new Map(modules.map((module) => [module.name, module]));
    this.builtins = builtins;
    for (const module of modules) {
      for (const [symbol, func] of module.functions) this.functions.set(symbol, func);
      for (const [id, info] of module.classes) this.classes.set(id, info);
    }
    for (const module of modules) for (const { symbol, init } of module.globals.values()) this.globals.set(symbol, init ? this.closure(this.functions.get(init)!, []) : HOLE);
  }

  /** Initialises the entry's dependencies and the entry. */
  runModule(name: string, seen = new Set<string>()): void {
    if (seen.has(name)) return;
    seen.add(name);
    const module = this.modules.get(name);
    if (!module) return;
    for (const dependency of module.imports) this.runModule(dependency, seen);
    const init = this.functions.get(module.init!)!;
    this.run(init, [this.closure(init, []), undefined, undefined]);
  }

  private closure(func: Func, captures: Any[]): Any {
    const interpreter = this;
    const { length, rest } = func.attrs as { length: number; rest: boolean };
    const invoke = (self: Any, newTarget: Any, args: Any[]): Any => {
      const formals = func.params.length - 3;
      const passed = rest ? [...Array.from({ length: formals - 1 }, (_, i) => args[i]), args.slice(formals - 1)] : Array.from({ length: formals }, (_, i) => args[i]);
      return interpreter.run(func, [made, self, newTarget, ...passed]);
    };
    const made: Any =
      func.attrs.kind === 'function'
        ? function (this: Any, ...args: Any[]) {
            const result = invoke(this, new.target, args);
            return result;
          }
        : { method(this: Any, ...args: Any[]) { return invoke(this, undefined, args); } }.method;
    Object.defineProperty(made, 'name', { value: func.attrs.name, configurable: true });
    Object.defineProperty(made, 'length', { value: length, configurable: true });
    this.captures.set(made, captures);
    return made;
  }

  private key(name: string): string | symbol {
    if (name.startsWith('@@')) return (Symbol as Any)[name.slice(2)];
    if (!name.startsWith('#') || !name.includes('@')) return name;
    let key = this.privateKeys.get(name);
    if (!key) this.privateKeys.set(name, (key = Symbol(name)));
    return key;
  }

  private run(func: Func, args: Any[]): Any {
    const values: Any[] = [];
    func.params.forEach((param, i) => (values[param.id] = args[i]));
    const get = (value: Value): Any => values[value.id];
    let block: Block = func.entry;
    for (;;) {
      const { term } = block;
      const guarded = term.op === 'except' ? block.instrs.length - 1 : -1;
      let edge = term.edges[0];
      let thrown: { value: Any } | null = null;
      for (let i = 0; i < block.instrs.length; i++) {
        const instr = block.instrs[i]!;
        if (i !== guarded) {
          const result = this.execute(instr, instr.args.map(get));
          if (instr.result) values[instr.result.id] = result;
          continue;
        }
        try {
          const result = this.execute(instr, instr.args.map(get));
          if (instr.result) values[instr.result.id] = result;
        } catch (error) {
          thrown = { value: error };
        }
      }
      switch (term.op) {
        case 'return':
          return get(term.args[0]!);
        case 'throw':
          throw get(term.args[0]!);
        case 'branch':
          edge = term.edges[get(term.args[0]!) ? 0 : 1];
          break;
        case 'except':
          if (thrown) edge = term.edges[1];
          break;
        case 'unreachable':
          throw new Error(`${func.symbol}: reached unreachable code in b${block.id}`);
      }
      const passed = edge!.args.map(get);
      if (thrown) values[edge!.block.params[0]!.id] = thrown.value;
      const first = edge!.block.handler ? 1 : 0;
      passed.forEach((value, i) => (values[edge!.block.params[i + first]!.id] = value));
      block = edge!.block;
    }
  }

  private makeClass(id: string, args: Any[]): Any {
    const info = this.classes.get(id)!;
    const interpreter = this;
    const parent = info.hasHeritage ? args[0] : null;
    const captures = info.hasHeritage ? args.slice(1) : args;
    const construct = (newTarget: Any, passed: Any[]): Any => {
      const base = info.hasHeritage ? HOLE : Object.create(newTarget.prototype);
      if (info.constructorFunction) return interpreter.run(interpreter.functions.get(info.constructorFunction)!, interpreter.arguments(info.constructorFunction, made, base, newTarget, passed));
      const self = info.hasHeritage ? Reflect.construct(Object.getPrototypeOf(made), passed, newTarget) : base;
      interpreter.initFields(made, self);
      return self;
    };
    const made: Any = info.hasHeritage
      ? class extends parent {
          // @ts-expect-error TS2377: construct calls the parent's constructor itself, by Reflect.construct.
          constructor(...passed: Any[]) { return construct(new.target, passed); }
        }
      : class { constructor(...passed: Any[]) { return construct(new.target, passed); } };
    Object.defineProperty(made, 'name', { value: info.name, configurable: true });
    Object.defineProperty(made, 'length', { value: info.length, configurable: true });
    this.captures.set(made, captures);
    this.records.set(made, { info, captures, parent });
    for (const member of info.members) {
      const holder = member.static ? made : made.prototype;
      const closure = this.closure(this.functions.get(member.function)!, captures);
      const key = this.key(member.name);
      if (member.kind === 'method') Object.defineProperty(holder, key, { value: closure, writable: true, configurable: true, enumerable: false });
      else Object.defineProperty(holder, key, { [member.kind]: closure, configurable: true, enumerable: false });
    }
    return made;
  }

  private arguments(symbol: string, closure: Any, self: Any, newTarget: Any, args: Any[]): Any[] {
    const func = this.functions.get(symbol)!;
    const formals = func.params.length - 3;
    const passed = func.attrs.rest ? [...Array.from({ length: formals - 1 }, (_, i) => args[i]), args.slice(formals - 1)] : Array.from({ length: formals }, (_, i) => args[i]);
    return [closure, self, newTarget, ...passed];
  }

  private initFields(cls: Any, self: Any): void {
    const { info } = this.records.get(cls)!;
    if (info.fieldInit) this.run(this.functions.get(info.fieldInit)!, [cls, self, undefined]);
  }

  private define(object: Any, key: string | symbol, value: Any): void {
    Object.defineProperty(object, key, { value, writable: true, configurable: true, enumerable: typeof key === 'string' || !this.isPrivate(key) });
  }

  private isPrivate(key: symbol): boolean {
    return [...this.privateKeys.values()].includes(key);
  }

  private getNamed(object: Any, name: string): Any {
    const key = this.key(name);
    if (typeof key === 'symbol' && name.startsWith('#') && object !== null && object !== undefined && !(key in Object(object)))
      throw new TypeError(`Cannot read private member ${name.split('@')[0]} from an object whose class did not declare it`);
    return object[key];
  }

  private setNamed(object: Any, name: string, value: Any): void {
    const key = this.key(name);
    if (typeof key === 'symbol' && name.startsWith('#') && !(key in Object(object)))
      throw new TypeError(`Cannot write private member ${name.split('@')[0]} to an object whose class did not declare it`);
    object[key] = value;
  }

  private call(callee: Any, self: Any, args: Any[], text: unknown): Any {
    if (typeof callee !== 'function') throw new TypeError(`${text as string} is not a function`);
    return Reflect.apply(callee, self, args);
  }

  private construct(callee: Any, args: Any[], text: unknown): Any {
    if (!isConstructor(callee)) throw new TypeError(`${text as string} is not a constructor`);
    return new callee(...args);
  }

  private execute({ op, attrs, result: _result }: Instr, args: Any[]): Any {
    const [a, b, c] = args;
    switch (op) {
      case 'js.const':
        switch (attrs.kind) {
          case 'undefined': return undefined;
          case 'null': return null;
          case 'true': return true;
          case 'false': return false;
          case 'hole': return HOLE;
          case 'number': return new Float64Array(BigUint64Array.of(attrs.value as bigint).buffer)[0];
          default: return attrs.value;
        }
      case 'js.frombool': return a;
      case 'js.truthy': return Boolean(a);
      case 'js.test': return test(attrs.kind as string, a);
      case 'js.refine': return a;
      case 'js.unary':
        switch (attrs.operator) {
          case '-': return -a;
          case '+': return +a;
          case '~': return ~a;
          case 'typeof': return typeof a;
          case 'tonumeric': return +a;
          case 'tostring': return `${a}`;
          default: return typeof a === 'symbol' ? a : String(typeof a === 'object' && a !== null && a[Symbol.toPrimitive] === undefined ? `${a}` : a);
        }
      case 'js.binary': return binary(attrs.operator as string, a, b);
      case 'js.compare': return attrs.operator === 'in' && typeof a === 'string' ? this.key(a) in b : compare(attrs.operator as string, a, b);
      case 'js.global.get': return this.globals.has(attrs.global as string) ? this.globals.get(attrs.global as string) : libraryGlobal(attrs.global as string);
      case 'js.global.set': return void this.globals.set(attrs.global as string, a);
      case 'js.builtin': return this.builtins[attrs.name as string] ?? (globalThis as Any)[attrs.name as string];
      case 'js.capture': return this.captures.get(a)![attrs.index as number];
      case 'js.capture.set': return void (this.captures.get(a)![attrs.index as number] = b);
      case 'js.cell': return new Cell(a);
      case 'js.cell.get': return (a as Cell).value;
      case 'js.cell.set': return void ((a as Cell).value = b);
      case 'js.checktdz':
        if (a !== HOLE) return a;
        if (attrs.name === 'this') throw new ReferenceError("Must call super constructor in derived class before accessing 'this' or returning from derived constructor");
        throw new ReferenceError(`Cannot access '${attrs.name as string}' before initialization`);
      case 'js.closure': return this.closure(this.functions.get(attrs.function as string)!, args);
      case 'js.get': return this.getNamed(a, attrs.name as string);
      case 'js.set': return this.setNamed(a, attrs.name as string, b);
      case 'js.getindex': return a[b];
      case 'js.setindex': return void (a[b] = c);
      case 'js.delete': return delete a[this.key(attrs.name as string)];
      case 'js.deleteindex': return delete a[b];
      case 'js.super.get': return Reflect.get(Object.getPrototypeOf(attrs.static ? b : b.prototype), this.key(attrs.name as string), a);
      case 'js.super.set': return void Reflect.set(Object.getPrototypeOf(attrs.static ? b : b.prototype), this.key(attrs.name as string), c, a);
      case 'js.call': return this.call(a, b, args.slice(2), attrs.text);
      case 'js.callmethod': return this.call(this.getNamed(a, attrs.name as string), a, args.slice(1), attrs.text);
      case 'js.callspread': return this.call(a, b, c, attrs.text);
      case 'js.new': return this.construct(a, args.slice(1), attrs.text);
      case 'js.newspread': return this.construct(a, b, attrs.text);
      case 'js.super.call':
      case 'js.super.callspread': {
        const made = Reflect.construct(Object.getPrototypeOf(b), op === 'js.super.call' ? args.slice(3) : args[3], c);
        this.initFields(b, made);
        return made;
      }
      case 'js.initfields': return this.initFields(b, a);
      case 'js.object': return Object.fromEntries((attrs.names as string[]).map((name, i) => [this.key(name), args[i]]));
      case 'js.define': return this.define(a, typeof b === 'string' ? this.key(b) : b, c);
      case 'js.defineaccessor': return void Object.defineProperty(a, this.key(attrs.name as string), { get: b, set: c, enumerable: true, configurable: true });
      case 'js.copyproperties': return void Object.assign(a, b);
      case 'js.objectrest': {
        const rest: Any = {};
        for (const key of Reflect.ownKeys(Object(a))) if (!args.slice(1).includes(key) && Object.prototype.propertyIsEnumerable.call(a, key)) rest[key] = a[key];
        return rest;
      }
      case 'js.array': {
        const array: Any[] = new Array(args.length);
        args.forEach((arg, i) => arg !== HOLE && (array[i] = arg));
        return array;
      }
      case 'js.array.push': return b === HOLE ? void a.length++ : void a.push(b);
      case 'js.array.spread': return void a.push(...b);
      case 'js.class': return this.makeClass(attrs.class as string, args);
      case 'js.forinkeys': {
        const keys: string[] = [];
        for (const key in a) keys.push(key);
        return keys;
      }
      case 'js.iterate':
        if (isIndexable(a)) return a;
        if (a === null || a === undefined || typeof a[Symbol.iterator] !== 'function') throw new TypeError(`${(attrs.text as string) ?? String(a)} is not iterable`);
        return checkedIterator(a[Symbol.iterator]());
      case 'js.iterate.fetch': {
        if (typeof a === 'string') return b < a.length ? String.fromCodePoint(a.codePointAt(b)!) : HOLE;
        if (isIndexable(a)) return undefined;
        const next = a.next();
        if (typeof next !== 'object' || next === null) throw new TypeError(`Iterator result ${String(next)} is not an object`);
        return next;
      }
      case 'js.iterate.done': return typeof a === 'string' ? c === HOLE : isIndexable(a) ? b >= a.length : Boolean(c.done);
      case 'js.iterate.value': return typeof a === 'string' ? c : isIndexable(a) ? a[b] : c.value;
      case 'js.iterate.step': return typeof a === 'string' ? b + c.length : b + 1;
      case 'js.iterate.close': return isIndexable(a) ? undefined : void a.return?.();
      default:
        throw new Error(`the interpreter has no ${op}`);
    }
  }
}

/** Arrays and strings are walked by index: as iterators they have no `next`, or are no objects. */
function checkedIterator(iterator: Any): Any {
  if (typeof iterator !== 'object' && typeof iterator !== 'function' || iterator === null) throw new TypeError('Result of the Symbol.iterator method is not an object');
  if (isIndexable(iterator)) throw new TypeError('undefined is not a function');
  return iterator;
}

function isIndexable(value: Any): boolean {
  return typeof value === 'string' || Array.isArray(value) || (ArrayBuffer.isView(value) && !(value instanceof DataView));
}

function isConstructor(value: Any): boolean {
  try {
    return typeof value === 'function' && Reflect.construct(Object, [], value) !== null;
  } catch {
    return false;
  }
}

/** What src/std/generator.ts makes of the state machine of a generator. */
function makeGenerator(resume: (control: { done: boolean }, mode: number, sent: Any) => Any): Any {
  const control = { done: false, started: false, running: false };
  const step = (mode: number) => (sent?: Any): Any => {
    if (control.running) throw new TypeError('Generator is already running');
    if (control.done || (mode > 0 && !control.started)) {
      control.done = true;
      if (mode === 1) throw sent;
      return { value: mode === 2 ? sent : undefined, done: true };
    }
    control.started = control.running = true;
    let finished = true;
    try {
      const value = resume(control, mode, sent);
      finished = control.done;
      return { value, done: finished };
    } finally {
      control.done = finished;
      control.running = false;
    }
  };
  const prototype = Object.getPrototypeOf(function* () {}).prototype as object;
  return Object.create(prototype, { next: { value: step(0) }, throw: { value: step(1) }, return: { value: step(2) } });
}

/** Functions of src/std that the lowering itself calls. */
const MAKERS: Record<string, Any> = {
  'src/std/generator#makeGenerator': makeGenerator,
  'src/std/template-object#makeTemplate': (cooked: Any[], raw: Any[]) => Object.freeze(Object.defineProperty(cooked, 'raw', { value: Object.freeze(raw) })),
  'src/std/arguments#makeArguments': (list: Any[]) => (function (this: unknown): Any { return arguments; } as Any).apply(undefined, list),
  'src/std/arguments#argumentsFrom': (list: Any[], start: number) => list.slice(start),
};

/** A global of src/std: the export of node's module, or the built-in class. */
function libraryGlobal(symbol: string): Any {
  if (Object.hasOwn(MAKERS, symbol)) return MAKERS[symbol];
  const [, module, name] = /^src\/std\/(?:node\/)?([\w/]+)#(\w+)$/.exec(symbol)!;
  const found = require('node:' + module)[name!];
  if (found === undefined) throw new Error(`no ${symbol} in node`);
  return found;
}

function test(kind: string, x: Any): boolean {
  switch (kind) {
    case 'undefined': return x === undefined;
    case 'null': return x === null;
    case 'nullish': return x === null || x === undefined;
    case 'hole': return x === HOLE;
    case 'array': return Array.isArray(x);
    case 'object': return typeof x === 'object' && x !== null;
    default: return typeof x === kind;
  }
}

function binary(operator: string, a: Any, b: Any): Any {
  switch (operator) {
    case '+': return a + b;
    case '-': return a - b;
    case '*': return a * b;
    case '/': return a / b;
    case '%': return a % b;
    case '**': return a ** b;
    case '&': return a & b;
    case '|': return a | b;
    case '^': return a ^ b;
    case '<<': return a << b;
    case '>>': return a >> b;
    default: return a >>> b;
  }
}

function compare(operator: string, a: Any, b: Any): boolean {
  switch (operator) {
    case '<': return a < b;
    case '<=': return a <= b;
    case '>': return a > b;
    case '>=': return a >= b;
    case '==': return a == b;
    case '!=': return a != b;
    case '===': return a === b;
    case '!==': return a !== b;
    case 'in': return a in b;
    default: return a instanceof b;
  }
}
