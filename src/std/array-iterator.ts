/** Iterators of arrays: ECMA-262 section 23.1.5. The length is read at each step; an iterator that has ended stays so. */

export class ArrayIterator<T> {
  #array: { readonly length: number; readonly [index: number]: T };
  #next = 0;
  #done = false;

  constructor(array: { readonly length: number; readonly [index: number]: T }) {
    this.#array = array;
  }

  next(): IteratorResult<T, undefined> {
    const index = this.#next;
    if (this.#done || index >= this.#array.length) {
      this.#done = true;
      return { value: undefined, done: true };
    }
    this.#next = index + 1;
    return { value: this.#array[index], done: false };
  }

  [Symbol.iterator](): this {
    return this;
  }

  get [Symbol.toStringTag](): string {
    return 'Array Iterator';
  }
}

export class ArrayKeyIterator {
  #array: { readonly length: number };
  #next = 0;
  #done = false;

  constructor(array: { readonly length: number }) {
    this.#array = array;
  }

  next(): IteratorResult<number, undefined> {
    const index = this.#next;
    if (this.#done || index >= this.#array.length) {
      this.#done = true;
      return { value: undefined, done: true };
    }
    this.#next = index + 1;
    return { value: index, done: false };
  }

  [Symbol.iterator](): this {
    return this;
  }

  get [Symbol.toStringTag](): string {
    return 'Array Iterator';
  }
}

export class ArrayEntryIterator<T> {
  #array: { readonly length: number; readonly [index: number]: T };
  #next = 0;
  #done = false;

  constructor(array: { readonly length: number; readonly [index: number]: T }) {
    this.#array = array;
  }

  next(): IteratorResult<[number, T], undefined> {
    const index = this.#next;
    if (this.#done || index >= this.#array.length) {
      this.#done = true;
      return { value: undefined, done: true };
    }
    this.#next = index + 1;
    return { value: [index, this.#array[index]], done: false };
  }

  [Symbol.iterator](): this {
    return this;
  }

  get [Symbol.toStringTag](): string {
    return 'Array Iterator';
  }
}
