import { type Block, boundParams, type Instr, type Value } from '../ir/function.ts';
import type { Suspension } from './split.ts';

/**
 * The values that are live where each of `points` goes on: by the usual backward iteration over the blocks, with an edge from each suspension to
 * where it goes on. `constants` are made again where they are used, and never live.
 */
export function liveAtResumption(body: ReadonlySet<Block>, points: readonly Suspension[], constants: ReadonlyMap<Value, Instr>): ReadonlySet<Value>[] {
  const liveIn = new Map<Block, Set<Value>>();
  const suspensions = new Map(points.map((point) => [point.before, point]));
  const blocks = [...body].reverse();
  for (let changed = true; changed; ) {
    changed = false;
    for (const block of blocks) {
      const live = liveAtStart(block, liveIn, suspensions.get(block));
      for (const constant of constants.keys()) live.delete(constant);
      if (live.size !== liveIn.get(block)?.size) {
        liveIn.set(block, live);
        changed = true;
      }
    }
  }
  return points.map(({ after }) => liveIn.get(after)!);
}

function liveAtStart(block: Block, liveIn: ReadonlyMap<Block, ReadonlySet<Value>>, suspension: Suspension | undefined): Set<Value> {
  const live = new Set<Value>(suspension ? liveIn.get(suspension.after) : []);
  if (suspension?.value) live.add(suspension.value);
  const { term, instrs } = block;
  for (const edge of term.edges) {
    const params = new Set(boundParams(edge));
    for (const value of liveIn.get(edge.block) ?? []) if (!params.has(value)) live.add(value);
    for (const arg of edge.args) live.add(arg);
  }
  for (const arg of term.args) live.add(arg);
  for (let i = instrs.length - 1; i >= 0; i--) {
    const { result, args } = instrs[i]!;
    if (result) live.delete(result);
    for (const arg of args) live.add(arg);
  }
  for (const param of block.params) live.delete(param);
  return live;
}
