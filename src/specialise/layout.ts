import type { AbstractObject } from '../flow/object.ts';
import { HOLE, isEmpty, type Kinds } from '../flow/kinds.ts';
import type { Solver } from '../flow/solver.ts';
import { HEADER_BYTES } from '../layout/cell.ts';
import { slotRepOf } from './representation.ts';

/** Names of the slots of an accessor's functions, which lie side by side. */
export const getterSlot = (name: string): string => `#get ${name}`;
export const setterSlot = (name: string): string => `#set ${name}`;

/** The accessor's name, where the slot is that of its getter. */
export function accessorOf(slot: Slot): string | null {
  return slot.name.startsWith('#get ') ? slot.name.slice('#get '.length) : null;
}

/** Where the extension word lies in layouts that have one. */
export const EXTENSION_OFFSET = HEADER_BYTES;

/** One property of a layout: an 8-byte slot. */
export interface Slot {
  name: string;
  offset: number;
  rep: ReturnType<typeof slotRepOf>;
  kinds: Kinds;
  /** Holds hole while the property is absent. */
  optional: boolean;
  /** It takes part in the order of the object's keys: neither private nor hidden, in a layout with an extension word. */
  ordered: boolean;
}

/**
 * Where an abstract object's properties lie: header, extension word (docs/object-model.md) where one is needed, then a slot per name.
 * A subclass's layout begins with its parent's, so that code for the parent works on both.
 */
export interface Layout {
  slots: Map<string, Slot>;
  /** 0: no extension word. */
  extensionOffset: number;
  /** Word index of the last slot that such an object has from the start: what the extension word says at first. */
  firstMark: number;
  /** End of the slots that a subclass's layout has at the same places. */
  initialBytes: number;
  bytes: number;
}

/** Names that code may create on an object with a dictionary and that have a slot; the others lie in the dictionary. */
const MAX_ADDED_SLOTS = 16;

/** Computes layouts of instances and literals, after the flow is solved. */
export class Layouts {
  private readonly solver: Solver;
  private readonly layouts = new Map<AbstractObject, Layout>();
  /** Classes whose family (by inheritance) has a member with an extension word. */
  private readonly extended = new Set<AbstractObject>();

  constructor(solver: Solver) {
    this.solver = solver;
    for (const o of solver.objects.values()) if (this.needsExtension(o)) this.extended.add(this.root(o));
  }

  /** Its properties can be created in another order than that of their slots, or under names that have none. */
  private needsExtension(o: AbstractObject): boolean {
    if (o.kind !== 'literal' && o.kind !== 'instance') return false;
    if (o.hasDictionary) return true;
    const names = this.names(o).filter((name) => !name.startsWith('#') && !o.hiddenNames.has(name));
    const optional = names.filter((name) => this.isOptional(o, name));
    return optional.length > 1 || (optional.length === 1 && names[names.length - 1] !== optional[0]) || (optional.length > 0 && o.accessors.size > 0);
  }

  private isOptional(o: AbstractObject, name: string): boolean {
    return !o.isInitial(name) || (o.field(name).prims & HOLE) !== 0;
  }

  /** Names with a slot, in order. */
  private names(o: AbstractObject): string[] {
    const later = [...new Set([...o.hiddenNames, ...o.addedNames])].filter((name) => !o.initialNames.includes(name) && !isEmpty(o.field(name)));
    return [...o.initialNames, ...(o.hasDictionary ? later.slice(0, MAX_ADDED_SLOTS) : later)];
  }

  private root(o: AbstractObject): AbstractObject {
    const parent = this.parent(o);
    return parent ? this.root(parent) : o;
  }

  private parent(o: AbstractObject): AbstractObject | null {
    if (o.kind !== 'instance') return null;
    for (const c of o.classObjects!.objects) {
      const parentClass = this.solver.parentOf(c);
      if (parentClass) return this.solver.instanceOf(parentClass);
    }
    return null;
  }

  of(o: AbstractObject): Layout {
    let layout = this.layouts.get(o);
    if (!layout) this.layouts.set(o, (layout = this.compute(o)));
    return layout;
  }

  private compute(o: AbstractObject): Layout {
    const parent = this.parent(o);
    const inherited = parent ? this.of(parent) : null;
    const hasExtension = this.extended.has(this.root(o));
    const slots = new Map<string, Slot>();
    for (const slot of inherited?.slots.values() ?? []) if (slot.offset < inherited!.initialBytes) slots.set(slot.name, slot);
    let offset = inherited?.initialBytes ?? EXTENSION_OFFSET + (hasExtension ? 8 : 0);
    const add = (name: string): void => {
      if (slots.has(name)) return;
      const kinds = o.field(name);
      const ordered = hasExtension && !name.startsWith('#') && !o.hiddenNames.has(name);
      slots.set(name, { name, offset, rep: slotRepOf(kinds), kinds, optional: this.isOptional(o, name), ordered });
      offset += 8;
    };
    for (const name of o.initialNames) add(name);
    const initialBytes = offset;
    for (const name of o.accessors.keys()) {
      for (const half of [getterSlot(name), setterSlot(name)]) {
        slots.set(half, { name: half, offset, rep: 'value', kinds: o.accessors.get(name)!.get, optional: true, ordered: hasExtension });
        offset += 8;
      }
    }
    for (const name of this.names(o)) add(name);
    const first = Math.max(0, ...o.initialNames.filter((name) => o.isInitial(name)).map((name) => slots.get(name)!.offset));
    return { slots, extensionOffset: hasExtension ? EXTENSION_OFFSET : 0, firstMark: first / 8, initialBytes, bytes: offset };
  }
}
