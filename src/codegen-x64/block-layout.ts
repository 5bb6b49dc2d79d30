import { type Cfg, isInLoop } from './cfg.ts';
import type { MachineBlock } from './machine-ir.ts';

/**
 * The order of blocks in memory: hot blocks in a reverse postorder that keeps loops together, rare ones at the end. A loop that is
 * left at its header and whose last block jumps back is rotated: the header goes to its end, so that an iteration takes one jump.
 * `isEmpty` blocks (no text but a jump) take no place.
 */
export function layoutBlocks(cfg: Cfg, isEmpty: (b: number) => boolean): number[] {
  const order = loopsTogether(cfg).filter((b) => b === 0 || !isEmpty(b));
  const hot = order.filter((b) => !isRare(cfg, b));
  rotateLoops(cfg, hot, isEmpty);
  return [...hot, ...order.filter((b) => isRare(cfg, b))];
}

/** Out of line go cold blocks and those that few iterations of their loop (calls of the function) reach. */
const RARE_FREQUENCY = 0.05;

function isRare(cfg: Cfg, b: number): boolean {
  const around = cfg.loopOf[b] >= 0 ? cfg.frequency[cfg.loopOf[b]] : 1;
  return cfg.cold[b] || cfg.frequency[b] < RARE_FREQUENCY * around;
}

/** The block where control arrives when it goes to `block`, past empty blocks. */
export function destination(block: MachineBlock, isEmpty: (b: number) => boolean): MachineBlock {
  let at = block;
  for (const seen = new Set<MachineBlock>(); isEmpty(at.id) && !seen.has(at); ) {
    seen.add(at);
    at = at.term.edges[0].block;
  }
  return at;
}

/** Reverse postorder, searching edges that leave loops first: what is finished first comes last. */
function loopsTogether(cfg: Cfg): number[] {
  const seen = new Set<number>([0]);
  const postorder: number[] = [];
  const ordered = (b: number): number[] =>
    [...cfg.successors[b]].reverse().sort((x, y) => cfg.loopDepth[x] - cfg.loopDepth[y] || cfg.frequency[x] - cfg.frequency[y]);
  const stack: { b: number; next: number[] }[] = [{ b: 0, next: ordered(0) }];
  while (stack.length > 0) {
    const top = stack[stack.length - 1];
    const to = top.next.shift();
    if (to === undefined) {
      postorder.push(top.b);
      stack.pop();
    } else if (!seen.has(to)) {
      seen.add(to);
      stack.push({ b: to, next: ordered(to) });
    }
  }
  return postorder.reverse();
}

function rotateLoops(cfg: Cfg, order: number[], isEmpty: (b: number) => boolean): void {
  const headers = [...new Set(cfg.loopOf)].filter((header) => header > 0).sort((x, y) => y - x);
  for (const header of headers) {
    const from = order.indexOf(header);
    if (from < 0) continue;
    const { term } = cfg.blocks[header];
    const leaves = term.kind === 'branch' && term.edges.some((edge) => !isInLoop(cfg, edge.block.id, header));
    if (!leaves) continue;
    let to = from + 1;
    while (to < order.length && isInLoop(cfg, order[to], header)) to++;
    const last = cfg.blocks[order[to - 1]];
    if (to === from + 1 || last.term.kind !== 'jump' || destination(last.term.edges[0].block, isEmpty).id !== header) continue;
    order.splice(from, 1);
    order.splice(to - 1, 0, header);
  }
}
