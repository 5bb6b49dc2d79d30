import { boundParams, type Func, reversePostorder, type Value } from '../ir/function.ts';

/**
 * The i32 values whose register is known to have a zero upper half, so that i32.zext64 of them is no instruction.
 *
 * Every 32-bit operation clears the upper half. Not known: parameters and results of calls, and truncations, which are the same
 * register as their source. Block parameters optimistically, then refuted to a fixpoint.
 */
export function zeroExtendedValues(func: Func): Set<Value> {
  const known = new Set<Value>();
  const order = reversePostorder(func);
  for (const block of order) {
    if (!block.handler) for (const param of block.params) if (param.rep === 'i32') known.add(param);
    for (const { op, result } of block.instrs) if (result?.rep === 'i32' && !UPPER_HALF_UNKNOWN.has(op)) known.add(result);
  }
  for (let changed = true; changed; ) {
    changed = false;
    for (const block of order) {
      for (const edge of block.term.edges) {
        boundParams(edge).forEach((param, i) => {
          if (known.has(param) && !known.has(edge.args[i])) changed = known.delete(param);
        });
      }
    }
  }
  return known;
}

const UPPER_HALF_UNKNOWN = new Set(['call', 'call.indirect', 'i64.wrap32', 'unbox.i32', 'bool.toi32', 'select', 'f64.toint32']);
