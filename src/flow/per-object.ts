import type { AbstractObject } from './object.ts';
import { type Kinds, type Queue, type Task, Var } from './kinds.ts';
import { ObjectSet } from './object-set.ts';
import { type Range, sameRange } from './range.ts';

/** Fewer objects are evaluated with the instruction itself. */
const MIN_OBJECTS = 4;

/**
 * A rule that an instruction applies to each object of an operand: every object has a task of its own, so that a new object, or a
 * variable that only one object's rule read, costs one evaluation and not one for each object (difference propagation).
 */
export class PerObject {
  readonly result: Var;
  private readonly tasks = new Map<AbstractObject, Task>();
  private objects = ObjectSet.EMPTY;
  private seen: readonly Snapshot[] = [];
  private rule: (o: AbstractObject) => Kinds = () => this.result;

  constructor(name: string) {
    this.result = new Var(name);
  }

  static pays(objects: ObjectSet): boolean {
    return objects.size > MIN_OBJECTS;
  }

  /**
   * Applies `rule` to the objects that are new, to all of them where an input has grown since the last time. `inputs`: everything beside
   * the object that the rule depends on and does not read by itself. `runAs` evaluates on behalf of a task.
   */
  apply(objects: ObjectSet, inputs: readonly Kinds[], rule: (o: AbstractObject) => Kinds, queue: Queue, runAs: (task: Task, body: () => void) => void): void {
    this.rule = rule;
    const grown = !same(this.seen, inputs);
    if (!grown && objects === this.objects) return;
    if (grown) this.seen = inputs.map(snapshot);
    this.objects = objects;
    for (const o of objects) {
      let task = this.tasks.get(o);
      if (task && !grown) continue;
      if (!task) {
        const made: Task = { queued: false, run: () => runAs(made, () => void this.result.add(this.rule(o), queue)) };
        this.tasks.set(o, (task = made));
      }
      task.run();
    }
  }
}

/** Kinds only grow: their size tells whether they are the same as before. */
interface Snapshot {
  readonly prims: number;
  readonly range: Range | null;
  readonly objectCount: number;
}

const snapshot = ({ prims, range, objects }: Kinds): Snapshot => ({ prims, range, objectCount: objects.size });

function same(before: readonly Snapshot[], now: readonly Kinds[]): boolean {
  return before.length === now.length && before.every(({ prims, range, objectCount }, i) => {
    const kinds = now[i]!;
    return prims === kinds.prims && objectCount === kinds.objects.size && (range === kinds.range || (!!range && !!kinds.range && sameRange(range, kinds.range)));
  });
}
