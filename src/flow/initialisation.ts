import { type Block, predecessors, reversePostorder } from '../ir/function.ts';
import type { Instance } from './instance.ts';
import type { Solver } from './solver.ts';

/**
 * Which module variables may be read in their temporal dead zone. The module initialisers run in a fixed order; a variable that is
 * assigned on every path before anything that can read it runs is never seen as hole, and needs no check and no boxed slot.
 *
 * Walks the initialisers in order with the set of surely assigned variables; each instruction adds what the functions that it can call
 * read, transitively.
 */
export function readBeforeInitialisation(solver: Solver, initialisers: readonly string[]): ReadonlySet<string> {
  const early = new Set<string>();
  const readers = new Readers();
  let assigned: ReadonlySet<string> = new Set();
  for (const symbol of initialisers) assigned = walk(solver.instance(solver.func(symbol), []), assigned, early, readers);
  return early;
}

function walk(instance: Instance, before: ReadonlySet<string>, early: Set<string>, readers: Readers): ReadonlySet<string> {
  const { func } = instance;
  const preds = predecessors(func);
  const out = new Map<Block, Set<string>>();
  let end: Set<string> | null = null;
  for (const block of reversePostorder(func)) {
    if (!instance.isReached(block)) continue;
    // Sets only grow along a path, so that back edges cannot take anything away.
    const incoming: ReadonlySet<string>[] = preds.get(block)!.flatMap(({ from }) => { const set = out.get(from); return set ? [set] : []; });
    const [first] = incoming;
    const state = new Set<string>(first ? [...first].filter((name) => incoming.every((set) => set.has(name))) : before);
    const { instrs, term } = block;
    instrs.forEach((instr, i) => {
      if (instr.op === 'js.global.get' && !state.has(instr.attrs.global as string)) early.add(instr.attrs.global as string);
      for (const callee of instance.callees.get(instr) ?? []) for (const name of readers.of(callee)) if (!state.has(name)) early.add(name);
      const mayLeave = term.op === 'except' && i === instrs.length - 1;
      if (instr.op === 'js.global.set' && !mayLeave) state.add(instr.attrs.global as string);
    });
    out.set(block, state);
    if (term.op === 'return') end = end === null ? state : new Set<string>([...(end as Set<string>)].filter((name) => state.has(name)));
  }
  return end ?? before;
}

/** Module variables that an instance or anything that it calls reads. */
class Readers {
  private readonly own = new Map<Instance, Set<string>>();
  private readonly closed = new Map<Instance, Set<string>>();

  of(root: Instance): ReadonlySet<string> {
    let all = this.closed.get(root);
    if (all) return all;
    all = new Set();
    const seen = new Set([root]);
    const work = [root];
    for (let at = work.pop(); at; at = work.pop()) {
      for (const name of this.reads(at)) all.add(name);
      for (const callees of at.callees.values()) {
        for (const callee of callees) {
          if (seen.has(callee)) continue;
          seen.add(callee);
          work.push(callee);
        }
      }
    }
    this.closed.set(root, all);
    return all;
  }

  private reads(instance: Instance): Set<string> {
    let names = this.own.get(instance);
    if (!names) {
      this.own.set(instance, (names = new Set()));
      for (const block of instance.func.blocks) {
        if (!instance.isReached(block)) continue;
        for (const { op, attrs } of block.instrs) if (op === 'js.global.get') names.add(attrs.global as string);
      }
    }
    return names;
  }
}
