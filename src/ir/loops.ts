import type { Dominators } from './dominators.ts';
import { type Block, type Func, predecessors } from './function.ts';

/** A natural loop: the block that every entry passes, and all blocks from which control gets back to it, inner loops included. */
export interface Loop {
  readonly head: Block;
  readonly body: ReadonlySet<Block>;
}

/**
 * Natural loops (Aho, Lam, Sethi, Ullman, section 9.6.6) of a graph: for each node with an edge from a node that it dominates, all that reaches
 * such an edge without passing it. Loops with the same head are one. Cycles that can be entered in several places are none.
 */
export function loopBodies<Node>(nodes: Iterable<Node>, predecessorsOf: (node: Node) => Iterable<Node>, dominates: (a: Node, b: Node) => boolean): Map<Node, Set<Node>> {
  const loops = new Map<Node, Set<Node>>();
  for (const head of nodes) {
    const work: Node[] = [];
    for (const from of predecessorsOf(head)) if (dominates(head, from)) work.push(from);
    if (work.length === 0) continue;
    const body = new Set([head]);
    while (work.length > 0) {
      const node = work.pop()!;
      if (body.has(node)) continue;
      body.add(node);
      work.push(...predecessorsOf(node));
    }
    loops.set(head, body);
  }
  return loops;
}

/** The loops of a function, inner ones before those around them. */
export function naturalLoops(func: Func, doms: Dominators): Loop[] {
  const preds = predecessors(func);
  const reachable = new Set(doms.order);
  const sources = (block: Block): Block[] => preds.get(block)!.map(({ from }) => from).filter((from) => reachable.has(from));
  return [...loopBodies(doms.order, sources, doms.dominates)].map(([head, body]) => ({ head, body })).sort((a, b) => a.body.size - b.body.size);
}
