import type { Func, Value } from '../ir/function.ts';

/** Replaces values by others everywhere; chains in the map are followed. */
export function replaceUses(func: Func, replacements: ReadonlyMap<Value, Value>): void {
  if (replacements.size === 0) return;
  const find = (value: Value): Value => {
    let at = value;
    for (let next = replacements.get(at); next; next = replacements.get(at)) at = next;
    return at;
  };
  const swap = (values: Value[]): void => {
    for (let i = 0; i < values.length; i++) values[i] = find(values[i]!);
  };
  for (const block of func.blocks) {
    for (const instr of block.instrs) swap(instr.args);
    swap(block.term.args);
    for (const edge of block.term.edges) swap(edge.args);
  }
}
