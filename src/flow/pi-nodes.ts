import { dominators } from '../ir/dominators.ts';
import { type Block, type Edge, type Func, type Instr, predecessors, type Value } from '../ir/function.ts';

/**
 * Gives the values compared by a branch new names in its targets (e-SSA: Bodik, Gupta, Sarkar, "ABCD", PLDI 2000), so that ranges narrow
 * there: `i < n` true makes i' = js.refine i, n {kind: compare, operator: <, is: true}, and uses that the target dominates use i'.
 *
 * Requires: JS-level IR. Preserves: semantics; a js.refine of kind compare is the identity.
 */
export function insertPiNodes(func: Func): void {
  splitEdges(func);
  const doms = dominators(func);
  const preds = predecessors(func);
  const definitions = new Map<Value, Instr>();
  for (const block of func.blocks) for (const instr of block.instrs) if (instr.result) definitions.set(instr.result, instr);
  for (const block of doms.order) {
    const incoming = preds.get(block)!;
    if (incoming.length !== 1 || incoming[0]!.from.term.op !== 'branch') continue;
    const { from, edge } = incoming[0]!;
    const compare = definitions.get(from.term.args[0]!);
    if (!compare || compare.op !== 'js.compare' || !NARROWING.has(compare.attrs.operator as string)) continue;
    const is = from.term.edges[0] === edge;
    const [left, right] = compare.args as [Value, Value];
    const mirrored = MIRROR[compare.attrs.operator as string]!;
    rename(func, doms.dominates, block, definitions, left, right, compare.attrs.operator as string, is);
    if (left !== right) rename(func, doms.dominates, block, definitions, right, left, mirrored, is);
  }
}

const NARROWING = new Set(['<', '<=', '>', '>=', '===', '!==']);
const MIRROR: Record<string, string> = { '<': '>', '<=': '>=', '>': '<', '>=': '<=', '===': '===', '!==': '!==' };

function rename(
  func: Func, dominates: (a: Block, b: Block) => boolean, target: Block, definitions: Map<Value, Instr>,
  value: Value, other: Value, operator: string, is: boolean,
): void {
  if (definitions.get(value)?.op === 'js.const') return;
  const refined = func.newValue('value');
  const instr: Instr = { op: 'js.refine', args: [value, other], attrs: { kind: 'compare', operator, is }, result: refined, position: target.term.position };
  let used = false;
  const swap = (values: Value[]): void => {
    for (let i = 0; i < values.length; i++) {
      if (values[i] !== value) continue;
      values[i] = refined;
      used = true;
    }
  };
  for (const block of func.blocks) {
    if (!dominates(target, block)) continue;
    for (const other of block.instrs) swap(other.args);
    swap(block.term.args);
    for (const edge of block.term.edges) swap(edge.args);
  }
  if (!used) return;
  target.instrs.unshift(instr);
  definitions.set(refined, instr);
}

/** Puts a block on each branch edge whose target has other predecessors. */
function splitEdges(func: Func): void {
  const preds = predecessors(func);
  for (const block of [...func.blocks]) {
    if (block.term.op !== 'branch') continue;
    for (const edge of block.term.edges) {
      if (preds.get(edge.block)!.length < 2) continue;
      const middle = func.newBlock();
      const onward: Edge = { block: edge.block, args: edge.args };
      middle.term = { op: 'jump', args: [], edges: [onward], cases: [], position: block.term.position };
      edge.block = middle;
      edge.args = [];
    }
  }
}
