/** Set: ECMA-262 section 24.2. */

import { requireCallable } from './callable.ts';
import { Cursor, HashTable } from './hash-table.ts';

export class Set<T> {
  #table: HashTable<T, undefined> = new HashTable<T, undefined>();

  /** 24.2.1.1. */
  constructor(values: Iterable<T> | null | undefined = null) {
    if (values === undefined || values === null) return;
    for (const value of values) this.add(value);
  }

  /** 24.2.3.9. */
  get size(): number {
    return this.#table.live;
  }

  /** 24.2.3.1. */
  add(value: T): this {
    const table = this.#table;
    if (table.find(value) < 0) table.insert(value);
    return this;
  }

  /** 24.2.3.7. */
  has(value: T): boolean {
    return this.#table.find(value) >= 0;
  }

  /** 24.2.3.4. */
  delete(value: T): boolean {
    return this.#table.remove(value);
  }

  /** 24.2.3.2. */
  clear(): void {
    this.#table.clear();
  }

  /** 24.2.3.6. */
  forEach(callback: (this: unknown, value: T, key: T, set: Set<T>) => void, thisArg?: unknown): void {
    requireCallable(callback);
    const table = this.#table;
    const cursor = new Cursor<T, undefined>(table);
    for (let index = cursor.advance(); index >= 0; index = cursor.advance()) {
      callback.call(thisArg, table.keys[index], table.keys[index], this);
    }
  }

  /** 24.2.3.5. */
  entries(): SetEntryIterator<T> {
    return new SetEntryIterator<T>(this.#table);
  }

  /** 24.2.3.8. */
  keys(): SetIterator<T> {
    return new SetIterator<T>(this.#table);
  }

  /** 24.2.3.10. */
  values(): SetIterator<T> {
    return new SetIterator<T>(this.#table);
  }

  /** 24.2.3.11. */
  [Symbol.iterator](): SetIterator<T> {
    return new SetIterator<T>(this.#table);
  }

  /** 24.2.3.12. */
  get [Symbol.toStringTag](): string {
    return 'Set';
  }
}

/** Set iterators, 24.2.5. An iterator that has ended forgets the table, so values added later don't revive it. */
export class SetIterator<T> {
  #table: HashTable<T, undefined> | undefined;
  #cursor: Cursor<T, undefined>;

  constructor(table: HashTable<T, undefined>) {
    this.#table = table;
    this.#cursor = new Cursor<T, undefined>(table);
  }

  next(): IteratorResult<T, undefined> {
    const table = this.#table;
    if (table !== undefined) {
      const index = this.#cursor.advance();
      if (index >= 0) return { value: table.keys[index], done: false };
      this.#table = undefined;
    }
    return { value: undefined, done: true };
  }

  /** What is left to visit, without a step: for inspection. */
  static preview<T>(iterator: SetIterator<T>): unknown[] {
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
    return 'Set Iterator';
  }
}

export class SetEntryIterator<T> {
  #table: HashTable<T, undefined> | undefined;
  #cursor: Cursor<T, undefined>;

  constructor(table: HashTable<T, undefined>) {
    this.#table = table;
    this.#cursor = new Cursor<T, undefined>(table);
  }

  next(): IteratorResult<[T, T], undefined> {
    const table = this.#table;
    if (table !== undefined) {
      const index = this.#cursor.advance();
      if (index >= 0) return { value: [table.keys[index], table.keys[index]], done: false };
      this.#table = undefined;
    }
    return { value: undefined, done: true };
  }

  /** What is left to visit, without a step: for inspection. */
  static preview<T>(iterator: SetEntryIterator<T>): unknown[] {
    const rest: unknown[] = [];
    const table = iterator.#table;
    if (table === undefined) return rest;
    const cursor = iterator.#cursor.copy();
    for (let index = cursor.advance(); index >= 0; index = cursor.advance()) rest[rest.length] = [table.keys[index], table.keys[index]];
    return rest;
  }

  [Symbol.iterator](): this {
    return this;
  }

  get [Symbol.toStringTag](): string {
    return 'Set Iterator';
  }
}
