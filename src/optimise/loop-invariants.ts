import { dominators } from '../ir/dominators.ts';
import { type Block, type Func, type Instr, predecessors, type Value } from '../ir/function.ts';
import { naturalLoops } from '../ir/loops.ts';
import { effectOf } from '../ir/ops.ts';
import type { Pass } from '../ir/pass.ts';
import { isTracked } from '../ir/rep.ts';
import { LOAD_SLACK_BYTES } from '../layout/cell.ts';

/**
 * Moves out of a natural loop what it computes anew each time (Aho et al., section 9.1): pure instructions whose operands come from
 * outside, and loads of places that the loop does not store to, where the loop calls nothing: from the head, which runs on every
 * entry, and from anywhere else where the load cannot fault, and what it loads cannot be taken for a pointer that it is not: below a test of
 * the cell's shape in the loop, a slot may hold something else in cells that fail it.
 *
 * Requires: reducible control flow (irreducible loops are left alone).
 */
export const loopInvariants: Pass = { name: 'loop-invariants', level: 1, after: { 'value-numbering': 'equal loads are one' }, run };

/** Costs nothing to compute again, and a register to keep. */
const CHEAP = new Set(['i32.const', 'i64.const', 'bool.const', 'value.const', 'symbol.i32', 'symbol.addr', 'ref.static', 'f64u.const']);
/** May trap or is dear: only where it surely runs. */
const TRAPPING = /\.(div|rem)_/;
/** Makes a pointer of what may be none where a test stands before it. */
const GUARDED = new Set(['value.toref', 'ref.frombits']);

function run(func: Func): boolean {
  const preds = predecessors(func);
  let changed = false;
  // Inner loops first, so that what leaves them can leave the outer one too.
  for (const { head, body } of naturalLoops(func, dominators(func))) {
    const entries = preds.get(head)!.filter(({ from }) => !body.has(from));
    if (entries.length !== 1 || entries[0]!.from.term.op !== 'jump') continue;
    changed = hoist(head, body, entries[0]!.from, func.attrs.audited === true) || changed;
  }
  return changed;
}

/** A load from a cell or just behind it cannot fault: a heap space ends LOAD_SLACK_BYTES before its memory does (src/layout/cell.ts). */
function isCellLoad({ args, attrs }: Instr): boolean {
  return args.length === 1 && args[0]!.rep === 'ref' && Number(attrs.offset ?? 0) < LOAD_SLACK_BYTES;
}

/** `keepProofs`: what rests on a proof stays below the test that makes it true. */
function hoist(head: Block, body: ReadonlySet<Block>, before: Block, keepProofs: boolean): boolean {
  const defined = new Set<Value>();
  const stored = new Set<string>();
  /** Cells whose shape the loop looks at. */
  const tested = new Set<Value>();
  let calls = false;
  for (const block of body) {
    block.params.forEach((param) => defined.add(param));
    for (const instr of block.instrs) {
      if (instr.result) defined.add(instr.result);
      if (instr.attrs.alias === 'header') tested.add(instr.args[0]!);
      const effect = effectOf(instr);
      if (effect === 'call' || (effect === 'store' && instr.op !== 'barrier' && !instr.attrs.alias)) calls = true;
      if (effect === 'store' && instr.attrs.alias) stored.add(instr.attrs.alias as string);
    }
  }
  /** A tracked slot of a cell whose shape is tested in the loop. */
  const isUnsure = ({ args, result }: Instr): boolean => isTracked(result!.rep) && tested.has(args[0]!);
  let changed = false;
  for (let again = true; again; ) {
    again = false;
    for (const block of body) {
      const kept: Instr[] = [];
      for (const instr of block.instrs) {
        if (instr.result && defined.has(instr.result) && movable(instr, block === head)) {
          before.instrs.push(instr);
          defined.delete(instr.result);
          again = true;
        } else kept.push(instr);
      }
      block.instrs = kept;
    }
    changed ||= again;
  }
  return changed;

  function movable(instr: Instr, always: boolean): boolean {
    if (CHEAP.has(instr.op) || instr.args.some((arg) => defined.has(arg))) return false;
    const effect = effectOf(instr);
    if (effect === 'pure') return always || !(TRAPPING.test(instr.op) || GUARDED.has(instr.op) || (keepProofs && instr.attrs.proof !== undefined));
    if (effect !== 'load' || calls || !(always || (isCellLoad(instr) && !isUnsure(instr)))) return false;
    return instr.attrs.alias !== undefined && !stored.has(instr.attrs.alias as string);
  }
}
