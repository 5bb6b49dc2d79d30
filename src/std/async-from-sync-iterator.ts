/** What `for await` and `yield*` of an async generator make of an iterable that has no [Symbol.asyncIterator]: ECMA-262 section 27.1.4. */

import { describe } from './callable.ts';
import { TypeError } from './error.ts';
import { Promise, promiseOf } from './promise.ts';

export class AsyncFromSyncIterator<T> {
  readonly #iterator: Iterator<T | PromiseLike<T>>;

  constructor(iterator: Iterator<T | PromiseLike<T>>) {
    this.#iterator = iterator;
  }

  /** 27.1.4.2.1. */
  next(value?: unknown): Promise<IteratorResult<T>> {
    const result = Promise.pending<IteratorResult<T>>();
    try {
      answer(result, this.#iterator.next(value as undefined));
    } catch (error) {
      Promise.refuse(result, error);
    }
    return result;
  }

  /** 27.1.4.2.2. */
  return(value?: unknown): Promise<IteratorResult<T>> {
    const result = Promise.pending<IteratorResult<T>>();
    try {
      const iterator = this.#iterator as any;
      if (iterator.return === undefined || iterator.return === null) Promise.settle(result, { value: value as T, done: true });
      else answer(result, iterator.return(value));
    } catch (error) {
      Promise.refuse(result, error);
    }
    return result;
  }

  /** 27.1.4.2.3. */
  throw(error?: unknown): Promise<IteratorResult<T>> {
    const result = Promise.pending<IteratorResult<T>>();
    try {
      const iterator = this.#iterator as any;
      if (iterator.throw === undefined || iterator.throw === null) Promise.refuse(result, error);
      else answer(result, iterator.throw(error));
    } catch (thrown) {
      Promise.refuse(result, thrown);
    }
    return result;
  }
}

/** AsyncFromSyncIteratorContinuation, 27.1.4.4. */
function answer<T>(result: Promise<IteratorResult<T>>, step: IteratorResult<T | PromiseLike<T>>): void {
  if ((typeof step !== 'object' && typeof step !== 'function') || step === null) throw new TypeError(`Iterator result ${describe(step)} is not an object`);
  const done = step.done ? true : false;
  const promise = promiseOf<T>(step.value);
  Promise.react(promise, () => {
    if (Promise.isRejected(promise)) Promise.refuse(result, Promise.reasonOf(promise));
    else Promise.settle(result, { value: Promise.valueOf_(promise) as T, done });
  });
}

/** The iterator of what is no async iterable. */
export function iterateSync<T>(iterable: Iterable<T | PromiseLike<T>>): AsyncFromSyncIterator<T> {
  const given: any = iterable;
  if (given === undefined || given === null || typeof given[Symbol.iterator] !== 'function') throw new TypeError(`${describe(given)} is not async iterable`);
  return new AsyncFromSyncIterator<T>(iterable[Symbol.iterator]());
}

/** What [Symbol.asyncIterator]() gave is no iterator. 7.4.2. */
export function throwNoIterator(_given: unknown): never {
  throw new TypeError('Result of the Symbol.asyncIterator method is not an object');
}

/** What next() promised is no result. 14.7.5.6. */
export function throwNoResult(given: unknown): never {
  throw new TypeError(`Iterator result ${describe(given)} is not an object`);
}
