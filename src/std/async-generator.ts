/**
 * Async generator objects: ECMA-262 section 27.6. The state machine (docs/async.md) awaits as an async function does, and answers requests, which
 * wait in a queue while it runs. V stands for the values of one state machine alone.
 */
import { Promise, promiseOf } from './promise.ts';

const NEXT = 0;
const THROW = 1;
const RETURN = 2;

const SUSPENDED_AT_START = 0;
const SUSPENDED_AT_YIELD = 1;
const RUNNING = 2;
/** A return() that came when the body had ended (or never began) is being awaited. */
const AWAITING_RETURN = 3;
const COMPLETED = 4;

type Resume<V> = (run: AsyncGeneratorRun<V>, mode: number, sent: unknown) => void;

/** A call of next, throw or return that has no answer yet: 27.6.3.1. */
class Request<V> {
  readonly mode: number;
  readonly value: unknown;
  readonly answer = Promise.pending<IteratorResult<V, V | undefined>>();

  constructor(mode: number, value: unknown) {
    this.mode = mode;
    this.value = value;
  }
}

/** Shared with the state machine. */
class AsyncGeneratorRun<V> {
  readonly #resume: Resume<V>;
  readonly #goOn: () => void;
  #requests: Request<V>[] = [];
  #state = SUSPENDED_AT_START;

  constructor(resume: Resume<V>) {
    this.#resume = resume;
    this.#goOn = () => this.#run(NEXT, undefined);
  }

  /** Await: the state machine calls it, and leaves. */
  wait(promise: Promise<any>): void {
    Promise.react(promise, this.#goOn);
  }

  /** AsyncGeneratorYield, 27.6.3.8: the state machine calls it, and leaves. */
  give(value: V): void {
    this.#answer({ value, done: false });
    this.#state = SUSPENDED_AT_YIELD;
  }

  /** The state machine calls it with the value that it returns, awaited, and leaves. */
  finish(value: V): void {
    this.#state = COMPLETED;
    this.#answer({ value, done: true });
  }

  /** AsyncGeneratorEnqueue, 27.6.3.4. */
  request(mode: number, value: unknown): Promise<IteratorResult<V, V | undefined>> {
    const made = new Request<V>(mode, value);
    this.#requests.push(made);
    if (this.#state !== RUNNING && this.#state !== AWAITING_RETURN) this.#serve();
    return made.answer;
  }

  #answer(result: IteratorResult<V, V | undefined>): void {
    const request = this.#requests.shift()!;
    Promise.settle(request.answer, result);
  }

  #refuse(reason: unknown): void {
    const request = this.#requests.shift()!;
    Promise.refuse(request.answer, reason);
  }

  /** Runs the state machine to where it leaves. */
  #run(mode: number, sent: unknown): void {
    this.#state = RUNNING;
    try {
      this.#resume(this, mode, sent);
    } catch (error) {
      this.#state = COMPLETED;
      this.#refuse(error);
    }
    if (this.#state !== RUNNING) this.#serve();
  }

  /** Answers requests until one makes the state machine wait: AsyncGeneratorResumeNext and AsyncGeneratorDrainQueue, 27.6.3.9. */
  #serve(): void {
    while (this.#requests.length > 0) {
      const { mode, value } = this.#requests[0]!;
      if (this.#state === SUSPENDED_AT_START && mode !== NEXT) this.#state = COMPLETED;
      if (this.#state !== COMPLETED) return this.#run(mode, value);
      if (mode === RETURN) return this.#awaitReturn(value);
      if (mode === THROW) this.#refuse(value);
      else this.#answer({ value: undefined, done: true });
    }
  }

  /** AsyncGeneratorAwaitReturn, 27.6.3.10. */
  #awaitReturn(value: unknown): void {
    this.#state = AWAITING_RETURN;
    const promise = promiseOf<V>(value as V);
    Promise.react(promise, () => {
      this.#state = COMPLETED;
      if (Promise.isRejected(promise)) this.#refuse(Promise.reasonOf(promise));
      else this.#answer({ value: Promise.valueOf_(promise), done: true });
      this.#serve();
    });
  }
}

export class AsyncGenerator<V> {
  readonly #run: AsyncGeneratorRun<V>;

  constructor(resume: Resume<V>) {
    this.#run = new AsyncGeneratorRun<V>(resume);
  }

  /** 27.6.1.2. */
  next(sent?: unknown): Promise<IteratorResult<V, V | undefined>> {
    return this.#run.request(NEXT, sent);
  }

  /** 27.6.1.3. */
  return(value?: unknown): Promise<IteratorResult<V, V | undefined>> {
    return this.#run.request(RETURN, value);
  }

  /** 27.6.1.4. */
  throw(error?: unknown): Promise<IteratorResult<V, V | undefined>> {
    return this.#run.request(THROW, error);
  }

  [Symbol.asyncIterator](): this {
    return this;
  }

  get [Symbol.toStringTag](): string {
    return 'AsyncGenerator';
  }
}

export function makeAsyncGenerator<V>(resume: Resume<V>): AsyncGenerator<V> {
  return new AsyncGenerator<V>(resume);
}
