/**
 * A map by name whose values are made when they are first asked for, and then kept. Names have an order, as in every Map.
 * Going through the values makes them all.
 */
export class LazyMap<V extends object> extends Map<string, V> {
  private readonly make: (name: string) => V;

  constructor(names: Iterable<string>, make: (name: string) => V) {
    super();
    this.make = make;
    for (const name of names) super.set(name, NOT_MADE as V);
  }

  override get(name: string): V | undefined {
    const value = super.get(name);
    if (value !== NOT_MADE) return value;
    const made = this.make(name);
    super.set(name, made);
    return made;
  }

  override *entries(): MapIterator<[string, V]> {
    for (const name of this.keys()) yield [name, this.get(name)!];
  }

  override *values(): MapIterator<V> {
    for (const name of this.keys()) yield this.get(name)!;
  }

  override forEach(callback: (value: V, name: string, map: Map<string, V>) => void): void {
    for (const [name, value] of this.entries()) callback(value, name, this);
  }

  override [Symbol.iterator](): MapIterator<[string, V]> {
    return this.entries();
  }
}

/** Stands for a value until it is made. */
const NOT_MADE: object = {};

/** The entries of several maps as one map, without making any of their values. Of equal names the last counts. */
export function union<V extends object>(maps: Iterable<ReadonlyMap<string, V>>): Map<string, V> {
  const owner = new Map<string, ReadonlyMap<string, V>>();
  for (const map of maps) for (const name of map.keys()) owner.set(name, map);
  return new LazyMap(owner.keys(), (name) => owner.get(name)!.get(name)!);
}
