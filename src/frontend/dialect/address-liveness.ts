/**
 * Checks that no address made by `addressOf`, nor anything computed from one, is used after a call inside which the collector
 * may run (and move the cell). Backward liveness over the values that derive from `ref.bits`.
 */
import { type Func, type Instr, type Position, type Value } from '../../ir/function.ts';
import { isSafepoint } from '../../ir/ops.ts';

/** Positions of uses after a safepoint, one per function at most. */
export function findStaleAddress(func: Func): Position | null {
  const derived = derivedValues(func);
  if (derived.size === 0) return null;
  const liveIn = new Map(func.blocks.map((block) => [block, new Map<Value, Position>()]));
  for (let changed = true; changed; ) {
    changed = false;
    for (const block of [...func.blocks].reverse()) {
      const live = new Map<Value, Position>();
      for (const edge of block.term.edges) {
        const fixed = edge.block.handler ? 1 : 0;
        for (const [value, at] of liveIn.get(edge.block)!) {
          const index = edge.block.params.indexOf(value);
          const passed = index >= fixed ? edge.args[index - fixed]! : value;
          if (derived.has(passed)) live.set(passed, at);
        }
      }
      block.term.args.forEach((arg) => derived.has(arg) && live.set(arg, block.term.position));
      for (let i = block.instrs.length - 1; i >= 0; i--) {
        const instr = block.instrs[i]!;
        if (instr.result) live.delete(instr.result);
        if (isSafepoint(instr)) for (const at of live.values()) return at;
        instr.args.forEach((arg) => derived.has(arg) && live.set(arg, instr.position));
      }
      const before = liveIn.get(block)!;
      for (const [value, at] of live) {
        if (before.has(value)) continue;
        before.set(value, at);
        changed = true;
      }
    }
  }
  return null;
}

/** Results of ref.bits and integers computed from them; comparisons, loads and differences of two addresses are none. */
function derivedValues(func: Func): Set<Value> {
  const derived = new Set<Value>();
  for (let changed = true; changed; ) {
    changed = false;
    const add = (value: Value): void => {
      changed ||= !derived.has(value);
      derived.add(value);
    };
    for (const block of func.blocks) {
      for (const instr of block.instrs) if (instr.result && derives(instr, derived)) add(instr.result);
      for (const edge of block.term.edges) {
        const fixed = edge.block.handler ? 1 : 0;
        edge.args.forEach((arg, i) => derived.has(arg) && add(edge.block.params[i + fixed]!));
      }
    }
  }
  return derived;
}

const ARITHMETIC = new Set(['i64.add', 'i64.sub', 'i64.and', 'i64.or', 'select']);

function derives(instr: Instr, derived: ReadonlySet<Value>): boolean {
  if (instr.op === 'ref.bits') return true;
  if (!ARITHMETIC.has(instr.op)) return false;
  if (instr.op === 'i64.sub' && instr.args.every((arg) => derived.has(arg))) return false;
  return instr.args.some((arg) => derived.has(arg));
}
