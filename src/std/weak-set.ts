/** WeakSet: ECMA-262 section 24.4. It keeps its values alive, which a program can't see but in the memory that it needs. */

import { TypeError } from './error.ts';
import { HashTable } from './hash-table.ts';
import { canBeHeldWeakly } from './weak-map.ts';

export class WeakSet<T extends object> {
  #table: HashTable<T, undefined> = new HashTable<T, undefined>();

  /** 24.4.1.1. */
  constructor(values?: Iterable<T> | null) {
    if (values === undefined || values === null) return;
    for (const value of values) this.add(value);
  }

  /** 24.4.3.1. */
  add(value: T): this {
    if (!canBeHeldWeakly(value)) throw new TypeError('Invalid value used in weak set');
    const table = this.#table;
    if (table.find(value) < 0) table.insert(value);
    return this;
  }

  /** 24.4.3.3. */
  delete(value: T): boolean {
    return canBeHeldWeakly(value) && this.#table.remove(value);
  }

  /** 24.4.3.4. */
  has(value: T): boolean {
    return canBeHeldWeakly(value) && this.#table.find(value) >= 0;
  }

  /** 24.4.3.5. */
  get [Symbol.toStringTag](): string {
    return 'WeakSet';
  }
}
