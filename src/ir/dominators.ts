import { type Block, type Func, predecessors, reversePostorder } from './function.ts';

/** Immediate dominators and a preorder numbering of the dominator tree. */
export interface Dominators {
  readonly order: Block[];
  idom(block: Block): Block | null;
  /** True when `a` dominates `b` (a block dominates itself). Unreachable blocks dominate nothing. */
  dominates(a: Block, b: Block): boolean;
  children(block: Block): Block[];
}

export function dominators(func: Func): Dominators {
  const order = reversePostorder(func);
  const number = new Map(order.map((block, i) => [block, i]));
  const preds = predecessors(func);
  const idoms = immediateDominators(order.map((block) => preds.get(block)!.flatMap(({ from }) => number.get(from) ?? [])));
  const children: Block[][] = order.map(() => []);
  for (let i = 1; i < order.length; i++) children[idoms[i]!]!.push(order[i]!);
  const first: number[] = [];
  const last: number[] = [];
  let clock = 0;
  const stack: [number, number][] = [[0, 0]];
  while (stack.length > 0) {
    const top = stack[stack.length - 1]!;
    if (top[1] === 0) first[top[0]] = clock++;
    const child = children[top[0]]![top[1]++];
    if (child) stack.push([number.get(child)!, 0]);
    else {
      last[top[0]] = clock;
      stack.pop();
    }
  }
  return {
    order,
    idom: (block) => (block === func.entry ? null : (order[idoms[number.get(block)!]!] ?? null)),
    dominates(a, b) {
      const i = number.get(a);
      const j = number.get(b);
      return i !== undefined && j !== undefined && first[i]! <= first[j]! && first[j]! < last[i]!;
    },
    children: (block) => children[number.get(block)!] ?? [],
  };
}

/**
 * Immediate dominators of nodes that are numbered in reverse postorder, all reachable; the first node's is itself.
 * Cooper, Harvey, Kennedy: "A simple, fast dominance algorithm" (2001).
 */
export function immediateDominators(predecessors: readonly (readonly number[])[]): number[] {
  const idoms = predecessors.map(() => -1);
  idoms[0] = 0;
  for (let changed = true; changed; ) {
    changed = false;
    for (let b = 1; b < idoms.length; b++) {
      let best = -1;
      for (const p of predecessors[b]!) {
        if (idoms[p] === -1) continue;
        best = best === -1 ? p : intersect(idoms, p, best);
      }
      if (idoms[b] === best) continue;
      idoms[b] = best;
      changed = true;
    }
  }
  return idoms;
}

function intersect(idoms: number[], a: number, b: number): number {
  while (a !== b) {
    while (a > b) a = idoms[a]!;
    while (b > a) b = idoms[b]!;
  }
  return a;
}
