import type { AbstractObject } from '../flow/object.ts';
import { HOLE, isEmpty, type Kinds } from '../flow/kinds.ts';
import type { Solver } from '../flow/solver.ts';
import { HEADER_BYTES } from '../layout/cell.ts';
import { slotRepOf } from './representation.ts';

/** Names of the slots of an accessor's functions, which lie side by side. */
export const getterSlot = (name: string): string => `#get ${name}`;
export const setterSlot = (name: string): string => `#set ${name}`;

/** One property of a layout: an 8-byte slot. */
export interface Slot {
  name: string;
  offset: number;
  rep: ReturnType<typeof slotRepOf>;
  kinds: Kinds;
  /** Holds hole while the property is absent. */
  optional: boolean;
}

/**
 * Where an abstract object's properties lie: header, extension word (where a dictionary may be needed), then a slot per name.
 * A subclass's layout begins with its parent's, so that code for the parent works on both.
 */
export interface Layout {
  slots: Map<string, Slot>;
  /** 0: no extension word. */
  extensionOffset: number;
  /** End of the slots that every such object has from its creation; a subclass's own begin here. */
  initialBytes: number;
  bytes: number;
}

/** Computes layouts of instances and literals, after the flow is solved. */
export class Layouts {
  private readonly solver: Solver;
  private readonly layouts = new Map<AbstractObject, Layout>();
  /** Classes whose family (by inheritance) has a member with a dictionary. */
  private readonly extended = new Set<AbstractObject>();

  constructor(solver: Solver) {
    this.solver = solver;
    for (const o of solver.objects.values()) if (this.needsDictionary(o)) this.extended.add(this.root(o));
  }

  /** Properties that are added one by one after creation keep their order only in a dictionary. */
  private needsDictionary(o: AbstractObject): boolean {
    if (o.kind !== 'literal' && o.kind !== 'instance') return false;
    const added = this.names(o).filter((name) => !o.initialNames.includes(name) && !o.hiddenNames.has(name) && !name.startsWith('#'));
    return o.hasDictionary || added.length > 1;
  }

  private names(o: AbstractObject): string[] {
    return [...o.fields].filter(([name, field]) => o.initialNames.includes(name) || !isEmpty(field)).map(([name]) => name);
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
    let offset = inherited?.initialBytes ?? HEADER_BYTES + (hasExtension ? 8 : 0);
    const add = (name: string, initial: boolean): void => {
      if (slots.has(name)) return;
      const kinds = o.field(name);
      slots.set(name, { name, offset, rep: slotRepOf(kinds), kinds, optional: !initial || (kinds.prims & HOLE) !== 0 });
      offset += 8;
    };
    for (const name of o.initialNames) add(name, true);
    for (const name of o.accessors.keys()) {
      for (const half of [getterSlot(name), setterSlot(name)]) {
        slots.set(half, { name: half, offset, rep: 'value', kinds: o.accessors.get(name)!.get, optional: false });
        offset += 8;
      }
    }
    const initialBytes = offset;
    // Other names come and go: in a dictionary, which keeps their order, or, hidden or alone, in a slot that may hold hole.
    for (const name of this.names(o)) if (!hasExtension || o.hiddenNames.has(name)) add(name, false);
    return { slots, extensionOffset: hasExtension ? HEADER_BYTES : 0, initialBytes, bytes: offset };
  }
}
