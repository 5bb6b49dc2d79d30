/** The arguments object of strict code: ECMA-262 section 10.4.4. It shares nothing with the parameters. */
import { ArrayIterator } from './array-iterator.ts';
import { defineHidden } from './intrinsics.ts';

export class Arguments {
  [index: number]: unknown;

  declare length: number;

  /** 10.4.4.6, CreateUnmappedArgumentsObject. */
  constructor(list: unknown[]) {
    defineHidden(this, 'length', list.length);
    for (let i = 0; i < list.length; i++) this[i] = list[i];
  }

  [Symbol.iterator](): ArrayIterator<unknown> {
    const list: unknown[] = [];
    for (let i = 0; i < this.length; i++) list[i] = this[i];
    return new ArrayIterator<unknown>(list);
  }
}

export function makeArguments(list: unknown[]): Arguments {
  return new Arguments(list);
}

/** What a rest parameter holds. */
export function argumentsFrom(list: unknown[], start: number): unknown[] {
  const rest: unknown[] = [];
  for (let i = start; i < list.length; i++) rest[rest.length] = list[i];
  return rest;
}
