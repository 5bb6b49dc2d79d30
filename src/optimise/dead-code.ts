import { type Func, predecessors, type Value } from '../ir/function.ts';
import { effectOf } from '../ir/ops.ts';
import type { Pass } from '../ir/pass.ts';

/**
 * Removes instructions and block parameters whose results nothing needs, by marking from what has an effect (Cytron et al. 1991,
 * section 7.1, without control dependence).
 *
 * Requires: nothing. Preserves: control flow.
 */
export const deadCode: Pass = { name: 'dead-code', level: 0, after: {}, run };

const REMOVABLE = new Set(['pure', 'load', 'alloc']);

function run(func: Func): boolean {
  const definition = new Map<Value, readonly Value[]>();
  const live = new Set<Value>();
  const work: Value[] = [];
  const need = (values: readonly Value[]): void => {
    for (const value of values) {
      if (live.has(value)) continue;
      live.add(value);
      work.push(value);
    }
  };
  const preds = predecessors(func);
  const paramSources = new Map<Value, Value[]>();
  for (const block of func.blocks) {
    const bound = block.handler ? block.params.slice(1) : block.params;
    bound.forEach((param, i) => paramSources.set(param, preds.get(block)!.map(({ edge }) => edge.args[i]!)));
    for (const instr of block.instrs) {
      if (instr.result) definition.set(instr.result, instr.args);
      if (!REMOVABLE.has(effectOf(instr))) need(instr.args);
    }
    need(block.term.args);
  }
  for (let value = work.pop(); value; value = work.pop()) need(definition.get(value) ?? paramSources.get(value) ?? []);
  let changed = false;
  for (const block of func.blocks) {
    const kept = block.instrs.filter((instr) => !REMOVABLE.has(effectOf(instr)) || (instr.result !== null && live.has(instr.result)));
    if (kept.length !== block.instrs.length) {
      block.instrs = kept;
      changed = true;
    }
    const first = block.handler ? 1 : 0;
    for (let i = block.params.length - 1; i >= first; i--) {
      if (live.has(block.params[i]!)) continue;
      block.params.splice(i, 1);
      for (const { edge } of preds.get(block)!) edge.args.splice(i - first, 1);
      changed = true;
    }
  }
  return changed;
}
