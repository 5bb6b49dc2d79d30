import { type Kinds, type Queue, Var } from '../flow/kinds.ts';
import type { AbstractObject } from '../flow/object.ts';
import type { Place } from '../flow/instance.ts';
import type { Solver } from '../flow/solver.ts';
import type { Value } from '../ir/function.ts';

/** What first brought one kind of value into a variable. */
export interface Contribution {
  /** Null: the start of the program. */
  readonly place: Place | null;
  /** The variable that it came from, where it was a plain copy or an operand of the place's operation. */
  readonly from: Var | null;
}

/** One bit of the primitive kinds, or an object. */
export type Kind = number | AbstractObject;

/** Remembers while a program is solved where each kind of each variable came from. Costs time and memory: only for `inspect --why`. */
export class GrowthTrace {
  private readonly contributions = new Map<Var, Map<Kind, Contribution>>();

  watch(solver: Solver): void {
    this.contributions.clear();
    const { queue }: { queue: Queue } = solver;
    queue.onGrowth = (variable, kinds) => this.note(variable, kinds, solver.evaluating);
  }

  /** By kind, in the order of arrival. */
  of(variable: Var): ReadonlyMap<Kind, Contribution> {
    return this.contributions.get(variable) ?? new Map();
  }


  private note(variable: Var, kinds: Kinds, place: Place | null): void {
    let known = this.contributions.get(variable);
    if (!known) this.contributions.set(variable, (known = new Map()));
    for (const kind of kindsIn(kinds)) {
      if (!known.has(kind)) known.set(kind, { place, from: kinds instanceof Var ? kinds : operandWith(place, kind, variable) });
    }
  }
}

/** The single kinds that a set of kinds consists of. */
export function kindsIn({ prims, objects }: Kinds): Kind[] {
  const bits: Kind[] = [];
  for (let bit = 1; bit <= prims; bit <<= 1) if (prims & bit) bits.push(bit);
  return [...bits, ...objects];
}

/** An operand that had the kind: an approximation of where an operation's result has it from. */
function operandWith(place: Place | null, kind: Kind, variable: Var): Var | null {
  const operands: readonly Value[] = place?.instr.args ?? [];
  for (const operand of operands) {
    const candidate = place!.instance.var(operand);
    const has = typeof kind === 'number' ? (candidate.prims & kind) !== 0 : candidate.objects.has(kind);
    if (has && candidate !== variable) return candidate;
  }
  return null;
}
