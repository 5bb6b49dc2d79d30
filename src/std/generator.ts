/**
 * Generator objects: ECMA-262 section 27.5. The compiler splits a generator function into one that calls `makeGenerator` and a state machine
 * `resume`, which runs until the next yield (docs/generators.md). V stands for the values of one state machine alone.
 */
import { TypeError } from './error.ts';

/** Shared with the state machine, which sets `done` when it returns. */
class GeneratorControl {
  done = false;
  started = false;
  running = false;
}

type Resume<V> = (control: GeneratorControl, mode: number, sent: unknown) => V;

const NEXT = 0;
const THROW = 1;

export class Generator<V> {
  readonly #resume: Resume<V>;
  readonly #control = new GeneratorControl();

  constructor(resume: Resume<V>) {
    this.#resume = resume;
  }

  next(sent?: unknown): IteratorResult<V, V | undefined> {
    return this.#run(NEXT, sent);
  }

  return(value?: unknown): IteratorResult<V, V | undefined> {
    return this.#run(2, value);
  }

  throw(error?: unknown): IteratorResult<V, V | undefined> {
    return this.#run(THROW, error);
  }

  [Symbol.iterator](): this {
    return this;
  }

  get [Symbol.toStringTag](): string {
    return 'Generator';
  }

  /** GeneratorResume and GeneratorResumeAbrupt, 27.5.3.3 and 27.5.3.4. */
  #run(mode: number, sent: unknown): IteratorResult<V, V | undefined> {
    const control = this.#control;
    if (control.running) throw new TypeError('Generator is already running');
    if (control.done || (mode !== NEXT && !control.started)) {
      control.done = true;
      if (mode === THROW) throw sent;
      const last = (mode === NEXT ? undefined : sent) as V | undefined;
      return { value: last, done: true };
    }
    control.started = true;
    control.running = true;
    let value: V;
    try {
      value = this.#resume(control, mode, sent);
    } catch (error) {
      control.done = true;
      control.running = false;
      throw error;
    }
    control.running = false;
    return { value, done: control.done } as IteratorResult<V, V | undefined>;
  }
}

export function makeGenerator<V>(resume: Resume<V>): Generator<V> {
  return new Generator<V>(resume);
}
