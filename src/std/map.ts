/** Map: ECMA-262 section 24.1. */

import { describe, requireCallable } from './callable.ts';
import { TypeError } from './error.ts';
import { Cursor, HashTable } from './hash-table.ts';

export class Map<K, V> {
  #table: HashTable<K, V> = new HashTable<K, V>();

  /** 24.1.1.1. */
  constructor(entries: Iterable<readonly [K, V]> | null | undefined = null) {
    if (entries === undefined || entries === null) return;
    for (const entry of entries) {
      if (typeof entry !== 'object' || entry === null) throw new TypeError(`Iterator value ${describe(entry)} is not an entry object`);
      this.set(entry[0], entry[1]);
    }
  }

  /** 24.1.3.10. */
  get size(): number {
    return this.#table.live;
  }

  /** 24.1.3.6. */
  get(key: K): V | undefined {
    const table = this.#table;
    const index = table.find(key);
    return index < 0 ? undefined : table.values[index];
  }

  /** 24.1.3.7. */
  has(key: K): boolean {
    return this.#table.find(key) >= 0;
  }

  /** 24.1.3.9. */
  set(key: K, value: V): this {
    const table = this.#table;
    let index = table.find(key);
    if (index < 0) index = table.insert(key);
    table.values[index] = value;
    return this;
  }

  /** 24.1.3.3. */
  delete(key: K): boolean {
    return this.#table.remove(key);
  }

  /** 24.1.3.1. */
  clear(): void {
    this.#table.clear();
  }

  /** 24.1.3.5. */
  forEach(callback: (this: unknown, value: V, key: K, map: Map<K, V>) => void, thisArg?: unknown): void {
    requireCallable(callback);
    const table = this.#table;
    const cursor = new Cursor<K, V>(table);
    for (let index = cursor.advance(); index >= 0; index = cursor.advance()) {
      callback.call(thisArg, table.values[index], table.keys[index], this);
    }
  }

  /** 24.1.3.4. */
  entries(): MapEntryIterator<K, V> {
    return new MapEntryIterator<K, V>(this.#table);
  }

  /** 24.1.3.8. */
  keys(): MapKeyIterator<K, V> {
    return new MapKeyIterator<K, V>(this.#table);
  }

  /** 24.1.3.11. */
  values(): MapValueIterator<K, V> {
    return new MapValueIterator<K, V>(this.#table);
  }

  /** 24.1.3.12. */
  [Symbol.iterator](): MapEntryIterator<K, V> {
    return new MapEntryIterator<K, V>(this.#table);
  }

  /** 24.1.3.13. */
  get [Symbol.toStringTag](): string {
    return 'Map';
  }
}

/** Map iterators, 24.1.5. An iterator that has ended forgets the table, so entries added later don't revive it. */
export class MapEntryIterator<K, V> {
  #table: HashTable<K, V> | undefined;
  #cursor: Cursor<K, V>;

  constructor(table: HashTable<K, V>) {
    this.#table = table;
    this.#cursor = new Cursor<K, V>(table);
  }

  next(): IteratorResult<[K, V], undefined> {
    const table = this.#table;
    if (table !== undefined) {
      const index = this.#cursor.advance();
      if (index >= 0) return { value: [table.keys[index], table.values[index]], done: false };
      this.#table = undefined;
    }
    return { value: undefined, done: true };
  }

  /** What is left to visit, without a step: for inspection. */
  static preview<K, V>(iterator: MapEntryIterator<K, V>): unknown[] {
    const rest: unknown[] = [];
    const table = iterator.#table;
    if (table === undefined) return rest;
    const cursor = iterator.#cursor.copy();
    for (let index = cursor.advance(); index >= 0; index = cursor.advance()) rest[rest.length] = [table.keys[index], table.values[index]];
    return rest;
  }

  [Symbol.iterator](): this {
    return this;
  }

  get [Symbol.toStringTag](): string {
    return 'Map Iterator';
  }
}

export class MapKeyIterator<K, V> {
  #table: HashTable<K, V> | undefined;
  #cursor: Cursor<K, V>;

  constructor(table: HashTable<K, V>) {
    this.#table = table;
    this.#cursor = new Cursor<K, V>(table);
  }

  next(): IteratorResult<K, undefined> {
    const table = this.#table;
    if (table !== undefined) {
      const index = this.#cursor.advance();
      if (index >= 0) return { value: table.keys[index], done: false };
      this.#table = undefined;
    }
    return { value: undefined, done: true };
  }

  /** What is left to visit, without a step: for inspection. */
  static preview<K, V>(iterator: MapKeyIterator<K, V>): unknown[] {
    const rest: unknown[] = [];
    const table = iterator.#table;
    if (table === undefined) return rest;
    const cursor = iterator.#cursor.copy();
    for (let index = cursor.advance(); index >= 0; index = cursor.advance()) rest[rest.length] = table.keys[index];
    return rest;
  }

  [Symbol.iterator](): this {
    return this;
  }

  get [Symbol.toStringTag](): string {
    return 'Map Iterator';
  }
}

export class MapValueIterator<K, V> {
  #table: HashTable<K, V> | undefined;
  #cursor: Cursor<K, V>;

  constructor(table: HashTable<K, V>) {
    this.#table = table;
    this.#cursor = new Cursor<K, V>(table);
  }

  next(): IteratorResult<V, undefined> {
    const table = this.#table;
    if (table !== undefined) {
      const index = this.#cursor.advance();
      if (index >= 0) return { value: table.values[index], done: false };
      this.#table = undefined;
    }
    return { value: undefined, done: true };
  }

  /** What is left to visit, without a step: for inspection. */
  static preview<K, V>(iterator: MapValueIterator<K, V>): unknown[] {
    const rest: unknown[] = [];
    const table = iterator.#table;
    if (table === undefined) return rest;
    const cursor = iterator.#cursor.copy();
    for (let index = cursor.advance(); index >= 0; index = cursor.advance()) rest[rest.length] = table.values[index];
    return rest;
  }

  [Symbol.iterator](): this {
    return this;
  }

  get [Symbol.toStringTag](): string {
    return 'Map Iterator';
  }
}
