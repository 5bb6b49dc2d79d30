import { immediateDominators } from '../ir/dominators.ts';
import { loopBodies } from '../ir/loops.ts';
import { jumpTo, type MachineBlock, type MachineFunction } from './machine-ir.ts';

/** The control-flow graph of a machine function, by position in reverse postorder. */
export interface Cfg {
  readonly blocks: readonly MachineBlock[];
  readonly predecessors: readonly (readonly number[])[];
  readonly successors: readonly (readonly number[])[];
  /** Immediate dominators; the entry's is itself. */
  readonly idom: readonly number[];
  /** Position of the innermost loop's header, or -1. */
  readonly loopOf: readonly number[];
  readonly loopDepth: readonly number[];
  readonly cold: readonly boolean[];
  /** Estimated executions per call of the function. */
  readonly frequency: readonly number[];
}

/** Removes unreachable blocks, splits critical edges, numbers blocks in reverse postorder (id = position) and finds loops. */
export function analyseControlFlow(func: MachineFunction): Cfg {
  splitCriticalEdges(func);
  const blocks = reversePostorder(func.blocks[0]);
  func.blocks = blocks;
  blocks.forEach((block, i) => (block.id = i));
  const successors = blocks.map((block) => block.term.edges.map((edge) => edge.block.id));
  const predecessors: number[][] = blocks.map(() => []);
  successors.forEach((ids, from) => ids.forEach((to) => predecessors[to].push(from)));
  const idom = immediateDominators(predecessors);
  const { loopOf, loopDepth } = findLoops(predecessors, idom);
  const cold = findCold(blocks, predecessors);
  const frequency = estimateFrequencies({ blocks, predecessors, successors, loopOf, loopDepth, cold });
  return { blocks, predecessors, successors, idom, loopOf, loopDepth, cold, frequency };
}

const LOOP_ITERATIONS = 10;
const COLD_PROBABILITY = 1 / 256;
/** Of a side that the tested operation makes unlikely: a failed bounds check. */
const UNLIKELY_PROBABILITY = 1 / 32;

function isUnlikely({ term }: MachineBlock, to: MachineBlock): boolean {
  return term.likely !== undefined && term.edges[1 - term.likely]?.block === to;
}

/** Ball and Larus, "Branch prediction for free" (PLDI 1993), table 3: a side with a call is taken 22 times of 100. */
const CALL_WEIGHT = 22 / 78;

/** Branches go either way, except that loops go on nine times out of ten, sides with a call are less likely, and cold blocks hardly ever reached. */
function estimateFrequencies({ blocks, predecessors, successors, loopOf, loopDepth, cold }: Omit<Cfg, 'idom' | 'frequency'>): number[] {
  const calls = blocks.map(({ instrs }) => instrs.some(({ call }) => call));
  const weight = (from: number, to: number): number => {
    if (cold[to] && !cold[from]) return COLD_PROBABILITY;
    const leaves = loopDepth[to] < loopDepth[from];
    return (leaves ? 1 / LOOP_ITERATIONS : 1) * (calls[to] ? CALL_WEIGHT : 1) * (isUnlikely(blocks[from], blocks[to]) ? UNLIKELY_PROBABILITY : 1);
  };
  const total = successors.map((ids, from) => ids.reduce((sum, to) => sum + weight(from, to), 0));
  const frequency: number[] = [];
  predecessors.forEach((ids, b) => {
    let sum = b === 0 ? 1 : 0;
    for (const p of ids) if (p < b) sum += (frequency[p] * weight(p, b)) / total[p];
    frequency[b] = loopOf[b] === b ? sum * LOOP_ITERATIONS : sum;
  });
  return frequency;
}

export function dominates(idom: readonly number[], a: number, b: number): boolean {
  while (b > a) b = idom[b];
  return a === b;
}

/** Whether a block belongs to the loop of a header, inner loops included. */
export function isInLoop({ loopOf, idom }: Pick<Cfg, 'loopOf' | 'idom'>, b: number, header: number): boolean {
  let loop = loopOf[b];
  // The dominator of a loop's header is in the loop around it, if there is one.
  while (loop > header) loop = loopOf[idom[loop]];
  return loop === header;
}

/** After this, an edge's moves go to the end of a block with one successor or to the start of one with one predecessor. */
function splitCriticalEdges(func: MachineFunction): void {
  const counts = new Map<MachineBlock, number>();
  const reachable = reversePostorder(func.blocks[0]);
  for (const block of reachable) for (const { block: to } of block.term.edges) counts.set(to, (counts.get(to) ?? 0) + 1);
  for (const block of reachable) {
    if (block.term.edges.length < 2) continue;
    for (const edge of block.term.edges) {
      if (counts.get(edge.block)! < 2 && edge.args.length === 0) continue;
      const middle: MachineBlock = {
        id: -1, params: [], instrs: [], landing: false, cold: edge.block.cold,
        term: jumpTo({ ...edge }, block.term.position),
      };
      edge.block = middle;
      edge.args = [];
    }
  }
}

function reversePostorder(entry: MachineBlock): MachineBlock[] {
  const seen = new Set<MachineBlock>([entry]);
  const order: MachineBlock[] = [];
  const stack: { block: MachineBlock; next: number }[] = [{ block: entry, next: entry.term.edges.length }];
  while (stack.length > 0) {
    const top = stack[stack.length - 1];
    // Backwards, so that the first edge's target comes first in the order.
    const edge = top.block.term.edges[--top.next];
    if (!edge) {
      order.push(top.block);
      stack.pop();
    } else if (!seen.has(edge.block)) {
      seen.add(edge.block);
      stack.push({ block: edge.block, next: edge.block.term.edges.length });
    }
  }
  return order.reverse();
}

function findLoops(predecessors: readonly (readonly number[])[], idom: readonly number[]): { loopOf: number[]; loopDepth: number[] } {
  const loopOf = predecessors.map(() => -1);
  const loopDepth = predecessors.map(() => 0);
  // Outer headers come first in reverse postorder, so that inner loops overwrite what outer ones set.
  for (const [header, body] of loopBodies(predecessors.keys(), (b) => predecessors[b], (a, b) => dominates(idom, a, b))) {
    for (const b of body) {
      loopOf[b] = header;
      loopDepth[b]++;
    }
  }
  return { loopOf, loopDepth };
}

/** Blocks that rarely run: so marked, ending without return, leading to such blocks only, or reached from such blocks only. */
function findCold(blocks: readonly MachineBlock[], predecessors: readonly (readonly number[])[]): boolean[] {
  const cold = blocks.map((block) => block.cold || (block.term.kind === 'end' && !returns(block)));
  for (let changed = true; changed; ) {
    changed = false;
    for (let b = blocks.length - 1; b > 0; b--) {
      const { edges } = blocks[b].term;
      const leads = edges.length > 0 && edges.every((edge) => cold[edge.block.id] && edge.block.id > b);
      const reached = predecessors[b].every((p) => cold[p]);
      if (!cold[b] && (leads || reached)) changed = cold[b] = true;
    }
  }
  return cold;
}

const returns = (block: MachineBlock): boolean => block.term.instr?.template === '{R}';
