/**
 * Async functions: ECMA-262 section 27.7.5. The compiler splits one into a function that calls `startAsync` and a state machine `resume`, which
 * runs until the next await (docs/async.md). T stands for the results of one state machine alone.
 */
import { Promise } from './promise.ts';

type Resume<T> = (run: AsyncRun<T>) => void;

/** One call of an async function, shared with its state machine. */
class AsyncRun<T> {
  readonly promise = Promise.pending<T>();
  readonly #resume: Resume<T>;
  readonly #goOn: () => void;

  constructor(resume: Resume<T>) {
    this.#resume = resume;
    this.#goOn = () => this.run();
  }

  /** Runs to the next await or to the end. */
  run(): void {
    try {
      this.#resume(this);
    } catch (error) {
      Promise.refuse(this.promise, error);
    }
  }

  /** Await, 27.7.5.3: the state machine calls it, and leaves. */
  wait(promise: Promise<any>): void {
    Promise.react(promise, this.#goOn);
  }

  /** The state machine calls it with what the function returns, and leaves. */
  finish(value: T): void {
    Promise.settle(this.promise, value);
  }
}

/** AsyncFunctionStart, 27.7.5.1: the code up to the first await runs at once. */
export function startAsync<T>(resume: Resume<T>): Promise<T> {
  const run = new AsyncRun<T>(resume);
  run.run();
  return run.promise;
}
