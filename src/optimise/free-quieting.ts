import type { Func, Value } from '../ir/function.ts';
import type { Pass } from '../ir/pass.ts';

/**
 * ToNumber of an f64u is free where only arithmetic and comparisons use it: they quiet a signalling NaN to an ordinary one, and compare
 * it as unordered (design: "f64u"). Such a conversion becomes a plain move; elsewhere it keeps its test.
 *
 * Requires: nothing. Breaks: a double in a register may be a signalling NaN as an operand of these operations, which all take it.
 */
export const freeQuieting: Pass = { name: 'free-quieting', level: 1, after: {}, run };

const QUIETING = /^f64\.(add|sub|mul|div|sqrt|eq|ne|lt|le|gt|ge|toint32)$/;

function run(func: Func): boolean {
  const kept = new Set<Value>();
  for (const block of func.blocks) {
    for (const instr of block.instrs) if (!QUIETING.test(instr.op)) instr.args.forEach((arg) => kept.add(arg));
    block.term.args.forEach((arg) => kept.add(arg));
    for (const edge of block.term.edges) edge.args.forEach((arg) => kept.add(arg));
  }
  let changed = false;
  for (const block of func.blocks) {
    for (const instr of block.instrs) {
      if (instr.op !== 'f64u.tof64' || kept.has(instr.result!)) continue;
      instr.op = 'f64u.assume';
      instr.attrs = { proof: 'operand' };
      changed = true;
    }
  }
  return changed;
}
