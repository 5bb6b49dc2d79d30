import type { AbstractObject } from './object.ts';

/**
 * An immutable set of abstract objects, in the order of their ids. Equal results share one set where that is known cheaply, so that
 * joining what is already contained costs a comparison and gives the same set again.
 */
export class ObjectSet {
  static readonly EMPTY: ObjectSet = new ObjectSet([]);
  private readonly items: readonly AbstractObject[];

  private constructor(items: readonly AbstractObject[]) {
    this.items = items;
  }

  static of(...objects: AbstractObject[]): ObjectSet {
    if (objects.length === 0) return ObjectSet.EMPTY;
    if (objects.length === 1) return new ObjectSet(objects);
    return new ObjectSet([...new Set(objects)].sort((a, b) => a.id - b.id));
  }

  get size(): number {
    return this.items.length;
  }

  [Symbol.iterator](): Iterator<AbstractObject> {
    return this.items[Symbol.iterator]();
  }

  has(object: AbstractObject): boolean {
    const { items } = this;
    let low = 0;
    let high = items.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (items[middle]!.id < object.id) low = middle + 1;
      else high = middle;
    }
    return items[low] === object;
  }

  /** The union: one of the two sets themselves where it contains the other. */
  union(other: ObjectSet): ObjectSet {
    if (this === other || other.size === 0) return this;
    if (this.size === 0) return other;
    const a = this.items;
    const b = other.items;
    const merged: AbstractObject[] = [];
    let i = 0;
    let j = 0;
    while (i < a.length && j < b.length) {
      const x = a[i]!;
      const y = b[j]!;
      if (x.id <= y.id) i++;
      if (y.id <= x.id) j++;
      merged.push(x.id <= y.id ? x : y);
    }
    while (i < a.length) merged.push(a[i++]!);
    while (j < b.length) merged.push(b[j++]!);
    if (merged.length === a.length) return this;
    if (merged.length === b.length) return other;
    return new ObjectSet(merged);
  }

  filter(keep: (object: AbstractObject) => boolean): ObjectSet {
    const kept = this.items.filter(keep);
    if (kept.length === this.items.length) return this;
    return kept.length === 0 ? ObjectSet.EMPTY : new ObjectSet(kept);
  }

  some(condition: (object: AbstractObject) => boolean): boolean {
    return this.items.some(condition);
  }
}
