/** WeakMap: ECMA-262 section 24.3. It keeps its entries alive, which a program can't see but in the memory that it needs. */

import { describe } from './callable.ts';
import { TypeError } from './error.ts';
import { HashTable } from './hash-table.ts';

/** CanBeHeldWeakly, 9.14, of objects: V8 11 takes no symbols. */
export function canBeHeldWeakly(value: unknown): boolean {
  return (typeof value === 'object' && value !== null) || typeof value === 'function';
}

export class WeakMap<K extends object, V> {
  #table: HashTable<K, V> = new HashTable<K, V>();

  /** 24.3.1.1. */
  constructor(entries?: Iterable<readonly [K, V]> | null) {
    if (entries === undefined || entries === null) return;
    for (const entry of entries) {
      if (typeof entry !== 'object' || entry === null) throw new TypeError(`Iterator value ${describe(entry)} is not an entry object`);
      this.set(entry[0], entry[1]);
    }
  }

  /** 24.3.3.2. */
  delete(key: K): boolean {
    return canBeHeldWeakly(key) && this.#table.remove(key);
  }

  /** 24.3.3.3. */
  get(key: K): V | undefined {
    if (!canBeHeldWeakly(key)) return undefined;
    const index = this.#table.find(key);
    return index < 0 ? undefined : this.#table.values[index];
  }

  /** 24.3.3.4. */
  has(key: K): boolean {
    return canBeHeldWeakly(key) && this.#table.find(key) >= 0;
  }

  /** 24.3.3.5. */
  set(key: K, value: V): this {
    if (!canBeHeldWeakly(key)) throw new TypeError('Invalid value used as weak map key');
    const table = this.#table;
    let index = table.find(key);
    if (index < 0) index = table.insert(key);
    table.values[index] = value;
    return this;
  }

  /** 24.3.3.6. */
  get [Symbol.toStringTag](): string {
    return 'WeakMap';
  }
}
