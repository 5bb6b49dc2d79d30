import type { AbstractObject } from './object.ts';
import { ObjectSet } from './object-set.ts';
import type { PerObject } from './per-object.ts';
import { ANY_NUMBER, exactly, joinRanges, type Range, sameRange, widen } from './range.ts';

/** Kinds of primitive values, as bits. Numbers have a range beside. */
export const UNDEFINED = 1;
export const NULL = 2;
export const TRUE = 4;
export const FALSE = 8;
export const NUMBER = 16;
export const STRING = 32;
export const SYMBOL = 64;
export const BIGINT = 128;
/** TDZ, absent array element or property: never seen by a program. */
export const HOLE = 256;
/** Any value at all: what reflection reads. Only generic operations are done on it. */
export const OPAQUE = 512;

export const BOOLEAN = TRUE | FALSE;
export const NULLISH = UNDEFINED | NULL;

/** What a value can be: primitive kinds, a range for numbers, abstract objects. */
export interface Kinds {
  readonly prims: number;
  readonly range: Range | null;
  readonly objects: ObjectSet;
}

const NO_OBJECTS = ObjectSet.EMPTY;
export const NOTHING: Kinds = { prims: 0, range: null, objects: NO_OBJECTS };

export function primitive(prims: number): Kinds {
  return { prims, range: prims & NUMBER ? ANY_NUMBER : null, objects: NO_OBJECTS };
}

export function numbers(range: Range): Kinds {
  return { prims: NUMBER, range, objects: NO_OBJECTS };
}

export function numberConstant(x: number): Kinds {
  return numbers(exactly(x));
}

export function object(...objects: AbstractObject[]): Kinds {
  return { prims: 0, range: null, objects: ObjectSet.of(...objects) };
}

export function joinKinds(a: Kinds, b: Kinds): Kinds {
  if (a.prims === 0 && a.objects.size === 0) return b;
  if (b.prims === 0 && b.objects.size === 0) return a;
  return {
    prims: a.prims | b.prims,
    range: a.range && b.range ? joinRanges(a.range, b.range) : (a.range ?? b.range),
    objects: a.objects.union(b.objects),
  };
}

/** The kinds without some primitive bits. */
export function without(kinds: Kinds, prims: number): Kinds {
  if ((kinds.prims & prims) === 0) return kinds;
  const left = kinds.prims & ~prims;
  return { prims: left, range: left & NUMBER ? kinds.range : null, objects: kinds.objects };
}

/** The objects alone. */
export function objectsOf(objects: ObjectSet): Kinds {
  return { prims: 0, range: null, objects };
}

/** The primitive part of the kinds that lies in `prims`. */
export function only(kinds: Kinds, prims: number): Kinds {
  const left = kinds.prims & prims;
  return { prims: left, range: left & NUMBER ? kinds.range : null, objects: NO_OBJECTS };
}

export function isEmpty(kinds: Kinds): boolean {
  return kinds.prims === 0 && kinds.objects.size === 0;
}

/** Number of joins that grow a variable's range before it is widened. */
const WIDEN_AFTER = 3;

/** A flow variable: grows monotonically, and knows who must look again when it has grown. */
export class Var implements Kinds {
  prims = 0;
  range: Range | null = null;
  objects = NO_OBJECTS;
  readonly name: string;
  private growth = 0;
  private dependents: Set<Task> | null = null;
  private targets: Set<Var> | null = null;

  constructor(name: string) {
    this.name = name;
  }

  dependOn(task: Task): void {
    (this.dependents ??= new Set()).add(task);
  }

  /** Who depends on it looks again, though it holds no more than before. */
  wake(queue: Queue): void {
    if (this.dependents) for (const task of this.dependents) queue.push(task);
  }

  /** Everything that this variable holds, now and later, is also in `to`. */
  flowInto(to: Var, queue: Queue): void {
    if (to === this || this.targets?.has(to)) return;
    (this.targets ??= new Set()).add(to);
    const task: Task = { queued: false, run: () => void to.add(this, queue) };
    this.dependOn(task);
    task.run();
  }

  /** Joins `kinds` into the variable; returns whether it grew, and queues its dependents if so. */
  add(kinds: Kinds, queue: Queue): boolean {
    let grew = false;
    if ((kinds.prims | this.prims) !== this.prims) {
      this.prims |= kinds.prims;
      grew = true;
    }
    if (kinds.range) grew = this.addRange(kinds.range) || grew;
    const objects = this.objects.union(kinds.objects);
    if (objects.size > this.objects.size) {
      this.objects = objects;
      grew = true;
    }
    if (grew) queue.onGrowth?.(this, kinds);
    if (grew) this.wake(queue);
    return grew;
  }

  private addRange(range: Range): boolean {
    if (!this.range) {
      this.range = range;
      return true;
    }
    let joined = joinRanges(this.range, range);
    if (sameRange(joined, this.range)) return false;
    if (++this.growth > WIDEN_AFTER) joined = widen(this.range, joined);
    this.range = joined;
    return true;
  }
}

/** Joins `kinds` into `to`, for good where they are a variable. */
export function flow(kinds: Kinds, to: Var, queue: Queue): void {
  if (kinds instanceof Var) kinds.flowInto(to, queue);
  else to.add(kinds, queue);
}

/** One thing to evaluate again: an instruction or terminator of a function instance, one of its objects, or a deferred rule. */
export interface Task {
  queued: boolean;
  run(): void;
  /** What it does object by object (src/flow/per-object.ts), by the name of the rule. */
  parts?: Map<string, PerObject>;
}

/** First in, first out; a task is in it at most once. */
export class Queue {
  /** Told what made a variable grow, after it has. */
  onGrowth: ((variable: Var, kinds: Kinds) => void) | null = null;
  private tasks: Task[] = [];
  private next = 0;

  push(task: Task): void {
    if (task.queued) return;
    task.queued = true;
    this.tasks.push(task);
  }

  run(): void {
    while (this.next < this.tasks.length) {
      const task = this.tasks[this.next++]!;
      if (this.next > 100_000) {
        this.tasks.splice(0, this.next);
        this.next = 0;
      }
      task.queued = false;
      task.run();
    }
  }
}
