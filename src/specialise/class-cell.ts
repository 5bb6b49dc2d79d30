import { isEmpty } from '../flow/kinds.ts';
import { type AbstractObject, classSlot } from '../flow/object.ts';
import { classOf, memberObject } from '../flow/properties.ts';
import type { Value } from '../ir/function.ts';
import { HEADER_BYTES } from '../layout/cell.ts';
import type { Emitter } from './emitter.ts';
import type { Slot } from './layout.ts';
import type { Program } from './program.ts';
import { holeOf, isHole, loadSlot, storeNothing, storeSlot } from './property.ts';
import { coerce, slotRepOf } from './representation.ts';

/**
 * Class objects. Those of a class that is evaluated once are static cells. One of a dynamic class (ClassInfo.dynamic) is a cell of the heap:
 *
 *   header | captured values | class object of the parent, where that is dynamic too | static fields | methods that are read as values
 *
 * Captured values come first, as in a closure, so that a method finds them in its class object and in its own function object alike.
 * A static field holds hole until it is defined; a method's function object is made when it is first read.
 */
export interface ClassLayout {
  /** 0: the parent is static, or there is none. */
  readonly parentOffset: number;
  readonly statics: ReadonlyMap<string, Slot>;
  /** By symbol. */
  readonly methods: ReadonlyMap<string, Slot>;
  readonly bytes: number;
  /** Tracked words of the cell. */
  readonly bitmap: bigint;
}

const layouts = new WeakMap<AbstractObject, ClassLayout>();

export function classLayout(program: Program, c: AbstractObject): ClassLayout {
  let layout = layouts.get(c);
  if (!layout) layouts.set(c, (layout = computeLayout(program, c)));
  return layout;
}

function computeLayout(program: Program, c: AbstractObject): ClassLayout {
  const { solver } = program;
  let offset = HEADER_BYTES;
  let bitmap = 0n;
  const place = (name: string, rep: Slot['rep']): Slot => {
    if (rep === 'value' || rep === 'ref') bitmap |= 1n << BigInt(offset / 8);
    const slot = { name, offset, rep, kinds: c.anyField, optional: true, ordered: false };
    offset += 8;
    return slot;
  };
  for (const rep of program.captureReps(c)) place('', rep);
  const parentOffset = solver.parentOf(c)?.classInfo!.dynamic ? place('', 'ref').offset : 0;
  const statics = new Map<string, Slot>();
  for (const [name, kinds] of c.fields) if (!isEmpty(kinds)) statics.set(name, place(name, slotRepOf(kinds)));
  const methods = new Map<string, Slot>();
  for (const { kind, function: symbol } of c.classInfo!.members) if (kind === 'method') methods.set(symbol, place(symbol, 'value'));
  return { parentOffset, statics, methods, bytes: Math.max(offset, HEADER_BYTES + 8), bitmap };
}

/** The class object that evaluating a declaration makes, with its captured values and its parent's class object. */
export function allocateClass(e: Emitter, c: AbstractObject, parent: Value | null, captured: readonly Value[]): Value {
  const layout = classLayout(e.program, c);
  const cell = e.b.emit('alloc', 'ref', [], { shape: e.program.shape(c), bytes: layout.bytes });
  e.program.captureReps(c).forEach((rep, i) => storeSlot(e, cell, { offset: HEADER_BYTES + 8 * i, rep, name: '' }, e.as(captured[i]!, rep)));
  if (layout.parentOffset) storeSlot(e, cell, { offset: layout.parentOffset, rep: 'ref', name: '' }, coerce(e.b, parent!, 'ref', 'parent class'));
  for (const slot of [...layout.statics.values(), ...layout.methods.values()]) {
    if (slot.rep === 'value' || slot.rep === 'f64u') storeSlot(e, cell, slot, holeOf(e, slot.rep));
    else storeNothing(e, cell, slot);
  }
  return cell;
}

/** The class object `c` that `self`, an instance or class object `o`, is or inherits from. */
export function classCell(e: Emitter, c: AbstractObject, o: AbstractObject, self: Value): Value {
  if (!c.classInfo!.dynamic) return staticClass(e, c);
  if (o.kind === 'class') return ancestorCell(e, c, o, self);
  const slot = e.program.layouts.of(o).slots.get(classSlot(c));
  if (!slot) throw new Error(`${o.key} is no instance of ${c.key}`);
  return loadSlot(e, self, slot);
}

/** The class object `c` among the ancestors of the class object `from`, whose cell is `cell`. */
export function ancestorCell(e: Emitter, c: AbstractObject, from: AbstractObject, cell: Value): Value {
  if (!c.classInfo!.dynamic) return staticClass(e, c);
  let [at, found] = [from, coerce(e.b, cell, 'ref', 'class')];
  while (at !== c) {
    const { parentOffset } = classLayout(e.program, at);
    const parent = e.program.solver.parentOf(at)!;
    // A static class has static ancestors only: so long as c is further up, at is dynamic.
    found = loadSlot(e, found, { offset: parentOffset, rep: 'ref', name: '' });
    at = parent;
  }
  return found;
}

export function staticClass(e: Emitter, c: AbstractObject): Value {
  return e.b.emit('ref.static', 'ref', [], { symbol: e.program.functionCell(c) });
}

/** The function object of a method of `c`, whose class object `cell` gives. */
export function methodCell(e: Emitter, c: AbstractObject, symbol: string, cell: () => Value): Value {
  const made = memberObject(e.program.solver, c, symbol);
  if (!c.classInfo!.dynamic) return e.b.emit('ref.static', 'ref', [], { symbol: e.program.functionCell(made) });
  const home = cell();
  const slot = classLayout(e.program, c).methods.get(symbol)!;
  const known = loadSlot(e, home, slot);
  return e.choose(isHole(e, known), 'ref', () => {
    const reps = e.program.captureReps(made);
    const method = e.b.emit('alloc', 'ref', [], { shape: e.program.shape(made), bytes: HEADER_BYTES + 8 * Math.max(reps.length, 1) });
    reps.forEach((rep, i) => storeSlot(e, method, { offset: HEADER_BYTES + 8 * i, rep, name: '' }, loadSlot(e, home, { offset: HEADER_BYTES + 8 * i, rep, name: '' })));
    storeSlot(e, home, slot, method);
    return method;
  }, () => coerce(e.b, known, 'ref', 'method'))!;
}

/** The class objects that an instance of `o` holds, given that of its own class. */
export function classSlots(e: Emitter, o: AbstractObject, cell: Value): Map<string, Value> {
  const slots = new Map<string, Value>();
  const own = classOf(o);
  for (let c = own; c; c = e.program.solver.parentOf(c)) if (c.classInfo!.dynamic) slots.set(classSlot(c), ancestorCell(e, c, own!, cell));
  return slots;
}
