import { HOLE, isEmpty, type Kinds, UNDEFINED, without } from '../flow/kinds.ts';
import { type AbstractObject, functionLength, functionName, isFunctionObject } from '../flow/object.ts';
import { classOf } from '../flow/properties.ts';
import type { Instance } from '../flow/instance.ts';
import type { Solver } from '../flow/solver.ts';
import { Func, type Value } from '../ir/function.ts';
import type { DataInfo, Half } from '../ir/module.ts';
import type { Rep } from '../ir/rep.ts';
import { HEADER_BYTES, KIND_FUNCTION, KIND_OBJECT } from '../layout/cell.ts';
import { F64U_HOLE_BITS, VALUE_HOLE, VALUE_NULL } from '../layout/value.ts';
import { SHAPE_FLAG_ASYNC, SHAPE_FLAG_CLASS, SHAPE_FLAG_ERROR, SHAPE_FLAG_GENERATOR, SHAPE_FLAG_LONG_MAP } from '../layout/shape.ts';
import { classLayout } from './class-cell.ts';
import { Layouts } from './layout.ts';
import { classPrototype, isPrototype, prototypeCell } from './prototype-cell.ts';
import { listsStatics, staticMembers } from './static-members.ts';
import { repOf, slotRepOf } from './representation.ts';
import { propertyWords, shapeWords, StaticData } from './static-data.ts';

/** The typed parameters of an instance: those JS-level parameters that it uses, in order. */
export interface Signature {
  readonly symbol: string;
  /** Index in the JS-level parameters and representation, per typed parameter. */
  readonly params: readonly { index: number; rep: Rep }[];
  readonly result: Rep | null;
}

/** A call from the dialect into the library: the representations of its arguments and result. */
export interface Upcall {
  readonly params: readonly Rep[];
  readonly result: Rep | null;
}

/** Typed functions that specialised code can call, by symbol, and what they call upwards. */
export interface TypedLibrary {
  readonly functions: ReadonlyMap<string, Func>;
  readonly upcalls: ReadonlyMap<string, Upcall>;
}

/** What specialisation knows and makes for the program as a whole. */
export class Program {
  readonly solver: Solver;
  readonly layouts: Layouts;
  readonly statics = new StaticData();
  readonly functions: Func[] = [];
  private readonly dialect: TypedLibrary;
  /** Symbols of the runtime's functions by name. */
  private readonly runtime = new Map<string, string>();
  private readonly signatures = new Map<Instance, Signature>();
  private readonly symbols = new Map<string, number>();
  private readonly globals = new Map<string, { symbol: string; rep: ReturnType<typeof slotRepOf> }>();
  private readonly cells = new Map<AbstractObject, string>();
  /** Instances that something calls and that are not translated yet. */
  readonly pending: Instance[] = [];

  private arrayObjects: readonly AbstractObject[] | null = null;
  /** Module variables that may be read as hole. */
  readonly early: ReadonlySet<string>;

  constructor(solver: Solver, dialect: TypedLibrary, early: ReadonlySet<string>) {
    this.solver = solver;
    this.early = early;
    this.layouts = new Layouts(solver);
    this.dialect = dialect;
    for (const symbol of dialect.functions.keys()) if (symbol.startsWith('src/runtime/')) this.runtime.set(symbol.slice(symbol.indexOf('#') + 1), symbol);
  }

  /** A function of src/runtime by name. */
  runtimeFunction(name: string): Func {
    const symbol = this.runtime.get(name);
    if (symbol === undefined) throw new Error(`src/runtime has no function ${name}`);
    return this.dialect.functions.get(symbol)!;
  }

  signature(instance: Instance): Signature {
    let signature = this.signatures.get(instance);
    if (signature) return signature;
    const { func } = instance;
    const used = usedValues(func, instance);
    const params = func.params.flatMap((param, index) => {
      const kinds = instance.var(param);
      return used.has(param) && !isEmpty(kinds) ? [{ index, rep: repOf(kinds) }] : [];
    });
    const kinds = instance.result;
    const result = isEmpty(kinds) || (kinds.prims === UNDEFINED && kinds.objects.size === 0) ? null : repOf(kinds);
    signature = { symbol: this.unique(func.symbol), params, result };
    this.signatures.set(instance, signature);
    this.pending.push(instance);
    return signature;
  }

  /** A symbol not given before: the name itself, then name~1, name~2 … */
  unique(name: string): string {
    const count = this.symbols.get(name) ?? 0;
    this.symbols.set(name, count + 1);
    return count === 0 ? name : `${name}~${count}`;
  }

  /** What a read of a module variable can give. */
  globalKinds(symbol: string): Kinds {
    const kinds = this.solver.global(symbol);
    return this.early.has(symbol) ? kinds : without(kinds, HOLE);
  }

  /** The word of a module variable. */
  global(symbol: string): { symbol: string; rep: ReturnType<typeof slotRepOf> } {
    let place = this.globals.get(symbol);
    if (!place) {
      const kinds = this.globalKinds(symbol);
      const rep = slotRepOf(kinds);
      place = { symbol: `global$${symbol}`, rep };
      this.globals.set(symbol, place);
      const info = this.solver.program.globals.get(symbol);
      const [fn] = info?.init ? kinds.objects : [];
      const initial = fn ? { symbol: this.functionCell(fn) } : rep === 'f64u' ? F64U_HOLE_BITS : rep === 'value' ? VALUE_HOLE : 0n;
      const tracked = rep === 'value' || rep === 'ref' ? [0] : [];
      this.statics.data.push({ symbol: place.symbol, section: 'mutable', words: [initial], tracked } satisfies DataInfo);
    }
    return place;
  }

  /** The word of a static field of a class. */
  staticField(o: AbstractObject, name: string): { symbol: string; offset?: number; rep: ReturnType<typeof slotRepOf> } {
    if (listsStatics(o)) {
      const { offset, rep } = staticMembers(this, o).fields.get(name)!;
      return { symbol: this.functionCell(o), offset, rep };
    }
    const key = `static$${o.id}.${name}`;
    let place = this.globals.get(key);
    if (!place) {
      const rep = slotRepOf(o.field(name));
      place = { symbol: key, rep };
      this.globals.set(key, place);
      const initial = rep === 'f64u' ? F64U_HOLE_BITS : rep === 'value' ? VALUE_HOLE : 0n;
      this.statics.data.push({ symbol: key, section: 'mutable', words: [initial], tracked: rep === 'value' || rep === 'ref' ? [0] : [] });
    }
    return place;
  }

  /** Whether a property of the name may lie in the record of such an object in the side table. All arrays share their code for it. */
  hasSideProperty(o: AbstractObject, name: string): boolean {
    const can = (each: AbstractObject): boolean => each.hasDictionary || each.addedNames.has(name);
    return o.kind === 'array' ? this.arrays().some(can) : can(o);
  }

  private arrays(): readonly AbstractObject[] {
    return (this.arrayObjects ??= [...this.solver.objects.values()].filter(({ kind }) => kind === 'array'));
  }

  /** A function object without captured values that exists once: a declaration of a module. */
  functionCell(o: AbstractObject): string {
    let symbol = this.cells.get(o);
    if (!symbol) {
      symbol = isPrototype(o) ? prototypeCell(this, o) : `cell$${o.id}`;
      this.cells.set(o, symbol);
      if (isPrototype(o)) return symbol;
      if (listsStatics(o) && !o.classInfo!.dynamic) {
        const { words, tracked } = staticMembers(this, o);
        this.statics.data.push({ symbol, section: 'mutable', words: [{ low: { symbol: this.shape(o) }, high: 0n }, ...words], tracked: [...tracked] });
        return symbol;
      }
      // A record of added properties is noted in the header.
      const section = o.hasDictionary || o.addedNames.size > 0 || o.restricted ? 'mutable' : 'rodata';
      this.statics.data.push({ symbol, section, words: [{ low: { symbol: this.shape(o) }, high: 0n }], tracked: [] });
    }
    return symbol;
  }

  /** Symbol of the shape of an abstract object's cells. */
  shape(o: AbstractObject): string {
    if (isPrototype(o)) return `shape_of_${prototypeCell(this, o)}`;
    switch (o.kind) {
      case 'array':
        return this.elementsRep(o) === 'f64u' ? 'shape_array_f64' : 'shape_array_value';
      case 'typed':
        return o.module === 'ArrayBuffer' ? 'shape_bytes' : `shape_${o.module}`;
      case 'cell':
        return `shape_captured_${this.cellRep(o)}`;
      default:
        return this.statics.once(`shape$${o.id}`, () => (isFunctionObject(o) ? this.functionShape(o) : this.objectShape(o)));
    }
  }

  private objectShape(o: AbstractObject): ReturnType<typeof shapeWords> {
    const layout = this.layouts.of(o);
    const { words, count, bitmap } = propertyWords(this.statics, layout, o.hiddenNames);
    const properties: Half = count > 0 ? { symbol: this.statics.once(`properties$${o.id}`, () => words) } : 0n;
    const map = this.pointerMap(o, bitmap, layout.bytes / 8);
    return shapeWords({
      kind: KIND_OBJECT, sizeWords: layout.bytes / 8, pointerBitmap: map.bitmap, properties, propertyCount: count,
      name: this.className(o),
      flags: map.flags | (this.isError(o) ? SHAPE_FLAG_ERROR : 0),
      prototype: o.hasNoPrototype ? VALUE_NULL : o.reflected && o.kind === 'instance' ? { symbol: classPrototype(this, classOf(o)!) } : undefined,
      extensionWord: layout.extensionOffset / 8,
    });
  }

  /** The name that console.log shows: of the nearest class that has one. */
  className(o: AbstractObject): Half {
    for (let c = o.kind === 'instance' ? classOf(o) : o.kind === 'class' ? o : null; c; c = this.solver.parentOf(c)) if (c.classInfo!.name) return { symbol: this.statics.string(c.classInfo!.name) };
    return 0n;
  }

  /** The tracked words of a cell: in the shape itself, or for more than 32 words in a table of its own. */
  private pointerMap(o: AbstractObject, bitmap: bigint, sizeWords: number): { bitmap: Half; flags: number } {
    if (sizeWords <= 32) return { bitmap, flags: 0 };
    const words = Array.from({ length: Math.ceil(sizeWords / 64) }, (_, i) => BigInt.asUintN(64, bitmap >> BigInt(64 * i)));
    return { bitmap: { symbol: this.statics.once(`pointers$${o.id}`, () => words) }, flags: SHAPE_FLAG_LONG_MAP };
  }

  private isError(o: AbstractObject): boolean {
    for (const start of o.kind === 'instance' ? o.classObjects!.objects : []) {
      for (let c: AbstractObject | null = start; c; c = this.solver.parentOf(c)) if (c.classInfo!.id.startsWith('src/std/error')) return true;
    }
    return false;
  }

  private functionShape(o: AbstractObject): ReturnType<typeof shapeWords> {
    const name = functionName(o);
    const { bytes, bitmap } = o.kind === 'class' ? this.classCell(o) : this.closureCell(o);
    const map = this.pointerMap(o, bitmap, bytes / 8);
    const listed = listsStatics(o) ? staticMembers(this, o).properties : [];
    return shapeWords({
      properties: listed.length > 0 ? { symbol: this.statics.once(`properties$${o.id}`, () => [...listed]) } : 0n, propertyCount: listed.length,
      kind: KIND_FUNCTION, sizeWords: bytes / 8, pointerBitmap: map.bitmap,
      name: name ? { symbol: this.statics.string(name) } : 0n,
      flags: map.flags | kindFlag(o),
      prototype: this.parentCell(o),
      functionLength: functionLength(o),
    });
  }

  private classCell(o: AbstractObject): { bytes: number; bitmap: bigint } {
    return o.classInfo!.dynamic ? classLayout(this, o) : { bytes: HEADER_BYTES, bitmap: 0n };
  }

  private closureCell(o: AbstractObject): { bytes: number; bitmap: bigint } {
    const captures = this.captureReps(o);
    let bitmap = 0n;
    captures.forEach((rep, i) => {
      if (rep === 'value' || rep === 'ref') bitmap |= 1n << BigInt(i + 1);
    });
    return { bytes: HEADER_BYTES + 8 * captures.length, bitmap };
  }

  /** The prototype of a class that extends another is that class. */
  private parentCell(o: AbstractObject): Half | undefined {
    const parent = o.kind === 'class' ? this.solver.parentOf(o) : null;
    return parent ? { symbol: this.functionCell(parent) } : undefined;
  }

  /** Slot representations of a closure's captured values. */
  captureReps(o: AbstractObject): ReturnType<typeof slotRepOf>[] {
    return o.captures.map((captured) => slotRepOf(captured));
  }

  elementsRep(o: AbstractObject): 'f64u' | 'value' {
    const rep = repOf(o.elements);
    const numeric = rep === 'f64u' || rep === 'f64' || rep === 'i32' || rep === 'i64';
    return numeric ? 'f64u' : 'value';
  }

  /** Slot of a captured mutable variable. */
  cellRep(o: AbstractObject): ReturnType<typeof slotRepOf> {
    return slotRepOf(o.elements);
  }
}

const SUSPENDING: Record<string, number> = { generator: SHAPE_FLAG_GENERATOR, async: SHAPE_FLAG_ASYNC, 'async generator': SHAPE_FLAG_ASYNC | SHAPE_FLAG_GENERATOR };

/** What console.log says of a function object. The library's classes are functions there. */
function kindFlag(o: AbstractObject): number {
  if (o.kind === 'class') return o.classInfo!.file.startsWith('src/std/') ? 0 : SHAPE_FLAG_CLASS;
  return o.boundTarget ? 0 : (SUSPENDING[o.func?.attrs.kind as string] ?? 0);
}

/** Values that reached code of the instance uses. */
function usedValues(func: Func, instance: Instance): Set<Value> {
  const used = new Set<Value>();
  for (const block of func.blocks) {
    if (!instance.isReached(block)) continue;
    for (const instr of block.instrs) for (const arg of instr.args) used.add(arg);
    for (const arg of block.term.args) used.add(arg);
    for (const edge of block.term.edges) for (const arg of edge.args) used.add(arg);
  }
  return used;
}

