/**
 * Promise: ECMA-262 section 27.2. A reaction is a function without parameters that looks at the promise when it runs, so that each place that
 * waits keeps the kinds of its own promise. Subclasses are refused when compiling, so the species is always Promise.
 */
import { describe } from './callable.ts';
import { AggregateError, TypeError } from './error.ts';
import { noteRejection } from './rejections.ts';
import { enqueueMicrotask } from './task-queues.ts';

type Reaction = () => void;
type Executor<T> = (resolve: (value: T | PromiseLike<T>) => void, reject: (reason?: unknown) => void) => void;

const PENDING = 0;
const FULFILLED = 1;
const REJECTED = 2;

/** The executor of promises that the library itself settles. */
function settledElsewhere(): void {}

export class Promise<T> {
  #state = PENDING;
  #value: T | undefined = undefined;
  #reason: unknown = undefined;
  /** Most promises have one reaction; further ones lie in the list. */
  #first: Reaction | undefined = undefined;
  #rest: Reaction[] | undefined = undefined;
  #isHandled = false;

  /** 27.2.3.1. */
  constructor(executor: Executor<T>) {
    if (typeof executor !== 'function') throw new TypeError(`Promise resolver ${describe(executor)} is not a function`);
    if (executor === settledElsewhere) return;
    let isResolved = false;
    try {
      executor(
        (value) => {
          if (isResolved) return;
          isResolved = true;
          Promise.settle(this, value);
        },
        (reason) => {
          if (isResolved) return;
          isResolved = true;
          Promise.refuse(this, reason);
        },
      );
    } catch (error) {
      if (isResolved) return;
      isResolved = true;
      Promise.refuse(this, error);
    }
  }

  // -------------------------------------------------------------------------------------------------------- for the library

  /** A promise that `settle` or `refuse` settles. */
  static pending<T>(): Promise<T> {
    return new Promise<T>(settledElsewhere);
  }

  /** What a promise resolve function does: 27.2.1.3.2. */
  static settle<T>(promise: Promise<T>, value: T | PromiseLike<T>): void {
    if ((typeof value !== 'object' && typeof value !== 'function') || value === null) return promise.#fulfil(value as T);
    if ((value as unknown) === promise) return Promise.refuse(promise, new TypeError('Chaining cycle detected for promise #<Promise>'));
    if (value instanceof Promise) {
      const inner: Promise<T> = value;
      enqueueMicrotask(() => Promise.react(inner, () => promise.#copy(inner)));
      return;
    }
    let then: unknown;
    try {
      then = (value as { then?: unknown }).then;
    } catch (error) {
      return Promise.refuse(promise, error);
    }
    if (typeof then !== 'function') return promise.#fulfil(value as T);
    enqueueMicrotask(() => Promise.#adopt(promise, value as object, then));
  }

  /** RejectPromise, 27.2.1.7. */
  static refuse<T>(promise: Promise<T>, reason: unknown): void {
    promise.#state = REJECTED;
    promise.#reason = reason;
    if (!promise.#isHandled) noteRejection(promise);
    promise.#trigger();
  }

  /** PerformPromiseThen, 27.2.5.4.1: runs the reaction in a microtask of its own once the promise is settled. */
  static react<T>(promise: Promise<T>, reaction: Reaction): void {
    promise.#isHandled = true;
    if (promise.#state !== PENDING) enqueueMicrotask(reaction);
    else if (promise.#first === undefined) promise.#first = reaction;
    else if (promise.#rest === undefined) promise.#rest = [reaction];
    else promise.#rest.push(reaction);
  }

  /** What a settled promise gives to `await`: its value, or an exception. */
  static take<T>(promise: Promise<T>): T {
    if (promise.#state === REJECTED) throw promise.#reason;
    return promise.#value as T;
  }

  static isPending<T>(promise: Promise<T>): boolean {
    return promise.#state === PENDING;
  }

  static isRejected<T>(promise: Promise<T>): boolean {
    return promise.#state === REJECTED;
  }

  static isHandled<T>(promise: Promise<T>): boolean {
    return promise.#isHandled;
  }

  static valueOf_<T>(promise: Promise<T>): T | undefined {
    return promise.#value;
  }

  static reasonOf<T>(promise: Promise<T>): unknown {
    return promise.#reason;
  }

  /** FulfillPromise, 27.2.1.4. */
  #fulfil(value: T): void {
    this.#state = FULFILLED;
    this.#value = value;
    this.#trigger();
  }

  /** TriggerPromiseReactions, 27.2.1.8. */
  #trigger(): void {
    const first = this.#first;
    if (first === undefined) return;
    this.#first = undefined;
    enqueueMicrotask(first);
    const rest = this.#rest;
    if (rest === undefined) return;
    this.#rest = undefined;
    for (let i = 0; i < rest.length; i++) enqueueMicrotask(rest[i]);
  }

  /** The state of a settled promise becomes that of this one. */
  #copy(settled: Promise<T>): void {
    if (settled.#state === REJECTED) Promise.refuse(this, settled.#reason);
    else this.#fulfil(settled.#value as T);
  }

  /** NewPromiseResolveThenableJob, 27.2.2.2. */
  static #adopt<T>(promise: Promise<T>, thenable: object, then: Function): void {
    let isResolved = false;
    try {
      then.call(
        thenable,
        (value: T) => {
          if (isResolved) return;
          isResolved = true;
          Promise.settle(promise, value);
        },
        (reason: unknown) => {
          if (isResolved) return;
          isResolved = true;
          Promise.refuse(promise, reason);
        },
      );
    } catch (error) {
      if (isResolved) return;
      isResolved = true;
      Promise.refuse(promise, error);
    }
  }

  // -------------------------------------------------------------------------------------------------------- statics

  /** 27.2.4.7. */
  static resolve<T>(value?: T | PromiseLike<T>): Promise<T> {
    return promiseOf<T>(value as T);
  }

  /** 27.2.4.6. */
  static reject<T>(reason?: unknown): Promise<T> {
    const promise = Promise.pending<T>();
    Promise.refuse(promise, reason);
    return promise;
  }

  /** 27.2.4.1. */
  static all<T>(values: Iterable<T | PromiseLike<T>>): Promise<T[]> {
    const result = Promise.pending<T[]>();
    try {
      const list: T[] = [];
      let index = 0;
      let left = 1;
      for (const value of values) {
        const promise = promiseOf<T>(value);
        const at = index++;
        list[at] = undefined as T;
        left++;
        Promise.react(promise, () => {
          if (promise.#state === REJECTED) return result.#refuseOnce(promise.#reason);
          list[at] = promise.#value as T;
          if (--left === 0) result.#fulfil(list);
        });
      }
      if (--left === 0) result.#fulfil(list);
    } catch (error) {
      result.#refuseOnce(error);
    }
    return result;
  }

  /** 27.2.4.2. */
  static allSettled<T>(values: Iterable<T | PromiseLike<T>>): Promise<PromiseSettledResult<T>[]> {
    const result = Promise.pending<PromiseSettledResult<T>[]>();
    try {
      const list: PromiseSettledResult<T>[] = [];
      let index = 0;
      let left = 1;
      for (const value of values) {
        const promise = promiseOf<T>(value);
        const at = index++;
        list[at] = undefined as unknown as PromiseSettledResult<T>;
        left++;
        Promise.react(promise, () => {
          if (promise.#state === REJECTED) list[at] = { status: 'rejected', reason: promise.#reason };
          else list[at] = { status: 'fulfilled', value: promise.#value as T };
          if (--left === 0) result.#fulfil(list);
        });
      }
      if (--left === 0) result.#fulfil(list);
    } catch (error) {
      result.#refuseOnce(error);
    }
    return result;
  }

  /** 27.2.4.3. */
  static any<T>(values: Iterable<T | PromiseLike<T>>): Promise<T> {
    const result = Promise.pending<T>();
    try {
      const errors: unknown[] = [];
      let index = 0;
      let left = 1;
      for (const value of values) {
        const promise = promiseOf<T>(value);
        const at = index++;
        errors[at] = undefined;
        left++;
        Promise.react(promise, () => {
          if (promise.#state === FULFILLED) return result.#fulfilOnce(promise.#value as T);
          errors[at] = promise.#reason;
          if (--left === 0) result.#refuseOnce(new AggregateError(errors, 'All promises were rejected'));
        });
      }
      if (--left === 0) result.#refuseOnce(new AggregateError(errors, 'All promises were rejected'));
    } catch (error) {
      result.#refuseOnce(error);
    }
    return result;
  }

  /** 27.2.4.5. */
  static race<T>(values: Iterable<T | PromiseLike<T>>): Promise<T> {
    const result = Promise.pending<T>();
    try {
      for (const value of values) {
        const promise = promiseOf<T>(value);
        Promise.react(promise, () => {
          if (result.#state === PENDING) result.#copy(promise);
        });
      }
    } catch (error) {
      result.#refuseOnce(error);
    }
    return result;
  }

  #fulfilOnce(value: T): void {
    if (this.#state === PENDING) this.#fulfil(value);
  }

  #refuseOnce(reason: unknown): void {
    if (this.#state === PENDING) Promise.refuse(this, reason);
  }

  // -------------------------------------------------------------------------------------------------------- prototype

  /** 27.2.5.4; what the reaction does is NewPromiseReactionJob, 27.2.2.1. */
  then<A = T, B = never>(onFulfilled?: ((value: T) => A | PromiseLike<A>) | null, onRejected?: ((reason: any) => B | PromiseLike<B>) | null): Promise<A | B> {
    const result = Promise.pending<A | B>();
    Promise.react(this, () => {
      try {
        if (this.#state === REJECTED) {
          if (typeof onRejected === 'function') Promise.settle(result, onRejected(this.#reason));
          else Promise.refuse(result, this.#reason);
        } else if (typeof onFulfilled === 'function') Promise.settle(result, onFulfilled(this.#value as T));
        else Promise.settle(result, this.#value as unknown as A);
      } catch (error) {
        Promise.refuse(result, error);
      }
    });
    return result;
  }

  /** 27.2.5.1. */
  catch<B = never>(onRejected?: ((reason: any) => B | PromiseLike<B>) | null): Promise<T | B> {
    return this.then<T, B>(undefined, onRejected);
  }

  /** 27.2.5.3. */
  finally(onFinally?: (() => void) | null): Promise<T> {
    if (typeof onFinally !== 'function') return this.then<T>(onFinally as undefined, onFinally as undefined);
    return this.then<T, T>(
      (value) => promiseOf<unknown>(onFinally()).then<T>(() => value),
      (reason) => promiseOf<unknown>(onFinally()).then<T>(() => { throw reason; }),
    );
  }

  /** 27.2.5.5. */
  get [Symbol.toStringTag](): string {
    return 'Promise';
  }
}

/** PromiseResolve, 27.2.4.7.1. */
export function promiseOf<T>(value: T | PromiseLike<T>): Promise<T> {
  if (value instanceof Promise) return value;
  const promise = Promise.pending<T>();
  Promise.settle(promise, value);
  return promise;
}

/** What `await` of the promise gives, once it is settled. */
export function resultOf<T>(promise: Promise<T>): T {
  return Promise.take(promise);
}
