/** The iterator of a string, by code points: ECMA-262 section 22.1.5. */

import { stringSlice } from './intrinsics.ts';

export class StringIterator {
  #string: string;
  #next = 0;

  constructor(string: string) {
    this.#string = string;
  }

  next(): IteratorResult<string, undefined> {
    const string = this.#string;
    const index = this.#next;
    if (index >= string.length) return { value: undefined, done: true };
    this.#next = index + 1;
    const unit = string.charCodeAt(index);
    if (unit < 0xd800 || unit > 0xdbff || index + 1 === string.length) return { value: string[index], done: false };
    const low = string.charCodeAt(index + 1);
    if (low < 0xdc00 || low > 0xdfff) return { value: string[index], done: false };
    this.#next = index + 2;
    return { value: stringSlice(string, index, index + 2), done: false };
  }

  [Symbol.iterator](): this {
    return this;
  }

  get [Symbol.toStringTag](): string {
    return 'String Iterator';
  }
}
