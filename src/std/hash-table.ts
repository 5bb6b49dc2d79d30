/**
 * The table under Map and Set: entries in insertion order, found through chains of indices (Tyler Close's deterministic hash tables, as in
 * ECMA-262 section 24.1 and most engines).
 *
 *     heads   Int32Array, a power of two: index of the newest entry of each bucket, or -1
 *     keys    K[]         entry i's key             (an array of doubles where K is a number)
 *     values  V[]         entry i's value           (stays empty under a Set)
 *     next    Int32Array  the next entry in i's bucket, or -1; DELETED marks an entry that is gone
 *
 * Deleted entries keep their place until the entries are full; then the live ones move together, which changes indices under cursors that
 * are under way. So cursors hold the table's epoch: when entries move, the epoch writes down which indices were gone, and links to the next.
 * Nobody but cursors holds an old epoch, so a table without live cursors pays nothing, and a cursor that was dropped leaves no trace.
 */

import { f64High, f64Low, hashValue, i32Multiply, makeHole, stringHash } from './intrinsics.ts';

const DELETED = -2;
const END_OF_CHAIN = -1;
const INITIAL_CAPACITY = 4;

/** A span of a table's life during which indices mean the same. */
export class Epoch {
  /** The epoch that followed, once this one has ended. */
  next: Epoch | undefined = undefined;
  /** Indices that were gone when it ended, ascending. */
  removed: number[] = [];
  /** Whether it ended with all entries cleared. */
  cleared = false;
}

export class HashTable<K, V> {
  keys: K[] = [];
  values: V[] = [];
  /** Number of live entries. */
  live = 0;
  /** Entries in use, live or deleted. */
  used = 0;
  #next = new Int32Array(INITIAL_CAPACITY);
  #heads = new Int32Array(INITIAL_CAPACITY).fill(END_OF_CHAIN);
  #epoch: Epoch | undefined = undefined;

  /** The epoch that a new cursor starts in. */
  currentEpoch(): Epoch {
    let epoch = this.#epoch;
    if (epoch === undefined) {
      epoch = new Epoch();
      this.#epoch = epoch;
    }
    return epoch;
  }

  isLive(index: number): boolean {
    return this.#next[index] !== DELETED;
  }

  /** Index of the entry with that key (SameValueZero), or -1. */
  find(key: K): number {
    const heads = this.#heads;
    const next = this.#next;
    const keys = this.keys;
    let i = heads[hashKey(key) & (heads.length - 1)];
    if (key !== key) {
      while (i >= 0) {
        const other = keys[i];
        if (other !== other) return i;
        i = next[i];
      }
      return -1;
    }
    while (i >= 0) {
      if (keys[i] === key) return i;
      i = next[i];
    }
    return -1;
  }

  /** Adds an entry for a key that isn't there; its index. The key -0 becomes 0. */
  insert(key: K): number {
    if (this.used === this.#next.length) this.#grow();
    const index = this.used++;
    this.live++;
    const heads = this.#heads;
    const bucket = hashKey(key) & (heads.length - 1);
    this.keys[index] = typeof key === 'number' ? ((key + 0) as K) : key;
    this.#next[index] = heads[bucket];
    heads[bucket] = index;
    return index;
  }

  /** Removes the entry of that key; whether there was one. */
  remove(key: K): boolean {
    const heads = this.#heads;
    const next = this.#next;
    const keys = this.keys;
    const bucket = hashKey(key) & (heads.length - 1);
    let previous = -1;
    let i = heads[bucket];
    while (i >= 0) {
      const other = keys[i];
      if (other === key || (other !== other && key !== key)) break;
      previous = i;
      i = next[i];
    }
    if (i < 0) return false;
    if (previous < 0) heads[bucket] = next[i];
    else next[previous] = next[i];
    next[i] = DELETED;
    this.live--;
    makeHole(keys, i);
    if (i < this.values.length) makeHole(this.values, i);
    return true;
  }

  clear(): void {
    const epoch = this.#epoch;
    if (epoch !== undefined) {
      epoch.cleared = true;
      this.#endEpoch(epoch);
    }
    this.keys = [];
    this.values = [];
    this.live = 0;
    this.used = 0;
    this.#resize(INITIAL_CAPACITY);
  }

  #endEpoch(epoch: Epoch): void {
    const next = new Epoch();
    epoch.next = next;
    this.#epoch = next;
  }

  #resize(capacity: number): void {
    this.#next = new Int32Array(capacity);
    this.#heads = new Int32Array(capacity).fill(END_OF_CHAIN);
  }

  /** Makes room: moves the live entries together, and doubles the capacity if less than half would be free. */
  #grow(): void {
    const capacity = this.#next.length;
    if (this.live < this.used) this.#compact();
    this.#resize(this.live * 2 > capacity ? capacity * 2 : capacity);
    const heads = this.#heads;
    const next = this.#next;
    const keys = this.keys;
    for (let i = 0; i < this.used; i++) {
      const bucket = hashKey(keys[i]) & (heads.length - 1);
      next[i] = heads[bucket];
      heads[bucket] = i;
    }
  }

  #compact(): void {
    const next = this.#next;
    const keys = this.keys;
    const values = this.values;
    const hasValues = values.length > 0;
    const epoch = this.#epoch;
    let to = 0;
    for (let from = 0; from < this.used; from++) {
      if (next[from] === DELETED) {
        if (epoch !== undefined) epoch.removed[epoch.removed.length] = from;
        continue;
      }
      if (to !== from) {
        keys[to] = keys[from];
        if (hasValues) values[to] = values[from];
      }
      to++;
    }
    keys.length = to;
    if (hasValues) values.length = to;
    this.used = to;
    if (epoch !== undefined) this.#endEpoch(epoch);
  }
}

/** A walk over a table that may change under way: entries added later are visited, removed ones aren't. 24.1.3.5, note. */
export class Cursor<K, V> {
  #table: HashTable<K, V>;
  #epoch: Epoch;
  #index = 0;

  constructor(table: HashTable<K, V>) {
    this.#table = table;
    this.#epoch = table.currentEpoch();
  }

  /** A cursor at the same place, which moves on its own. */
  copy(): Cursor<K, V> {
    const cursor = new Cursor<K, V>(this.#table);
    cursor.#epoch = this.#epoch;
    cursor.#index = this.#index;
    return cursor;
  }

  /** Index of the next live entry, or -1 at the end. */
  advance(): number {
    if (this.#epoch.next !== undefined) this.#catchUp();
    const table = this.#table;
    while (this.#index < table.used) {
      const index = this.#index++;
      if (table.isLive(index)) return index;
    }
    return -1;
  }

  /** Follows the table through the epochs that have ended since the last step. */
  #catchUp(): void {
    let epoch = this.#epoch;
    while (epoch.next !== undefined) {
      if (epoch.cleared) {
        this.#index = 0;
      } else {
        let before = 0;
        while (before < epoch.removed.length && epoch.removed[before] < this.#index) before++;
        this.#index -= before;
      }
      epoch = epoch.next;
    }
    this.#epoch = epoch;
  }
}

/** A hash of a key with its low bits well mixed; equal for keys that SameValueZero holds equal. */
function hashKey(key: unknown): number {
  if (typeof key === 'string') return mix(stringHash(key));
  if (typeof key === 'number') {
    const integer = key | 0;
    if (integer === key) return mix(integer);
    if (key !== key) return 0;
    return mix(f64High(key) ^ f64Low(key));
  }
  return mix(hashValue(key));
}

/** Multiplication by 2^32 / golden ratio (Knuth 6.4), then the well mixed upper bits come down. */
function mix(hash: number): number {
  const product = i32Multiply(hash, 0x9e3779b1 | 0);
  return product ^ (product >>> 15);
}
