import type { BlockAllocation } from './allocation.ts';
import type { Cfg } from './cfg.ts';
import type { MachineFunction, VReg } from './machine-ir.ts';
import type { NextUses } from './next-use.ts';

/** Where values are written to their homes. */
export interface HomeStores {
  /** Values written right after their definition. */
  readonly afterDefinition: ReadonlySet<VReg>;
  /** By block: values written at its start, from the registers that they have there. */
  readonly atStart: readonly (readonly VReg[])[];
}

/**
 * Chooses where each value that needs its home is written to it. Between the definition and the blocks that need it lies a part of
 * the dominator tree; in it, a store at the start of a block covers all that the block dominates, and is possible where the value
 * is in a register. The cheapest cover by estimated frequency is found bottom-up, so that a value that only slow paths spill is
 * stored on the slow paths. `incoming` values (stack parameters) have a home from the start, and so have parameters of blocks that
 * begin in memory: the edges write those.
 */
export function placeHomeStores(
  func: MachineFunction,
  cfg: Cfg,
  uses: NextUses,
  blocks: readonly BlockAllocation[],
  needs: ReadonlyMap<VReg, ReadonlySet<number>>,
  incoming: ReadonlySet<VReg>,
): HomeStores {
  const definitions = new Map<VReg, number>(func.params.map((param) => [param, 0]));
  cfg.blocks.forEach((block, b) => {
    for (const param of block.params) definitions.set(param, b);
    for (const instr of block.instrs) for (const { kind, vreg } of instr.operands) if (kind === 'def') definitions.set(vreg!, b);
  });
  const afterDefinition = new Set<VReg>();
  const atStart: VReg[][] = cfg.blocks.map(() => []);
  for (const [vreg, needed] of needs) {
    if (incoming.has(vreg)) continue;
    const definition = definitions.get(vreg)!;
    const isParam = cfg.blocks[definition].params.includes(vreg);
    if (isParam && !blocks[definition].entry.has(vreg) && uses.atEntry[definition].has(vreg)) continue;
    const cover = cheapestCover(cfg, blocks, vreg, definition, needed);
    if (cover === null) afterDefinition.add(vreg);
    else for (const b of cover) atStart[b].push(vreg);
  }
  return { afterDefinition, atStart };
}

/** Blocks at whose start the value is stored, or null: after its definition. */
function cheapestCover(cfg: Cfg, blocks: readonly BlockAllocation[], vreg: VReg, definition: number, needed: ReadonlySet<number>): number[] | null {
  if (needed.has(definition)) return null;
  // Blocks between the definition and the needs; children are numbered after their dominators.
  const tree = new Set<number>();
  for (let b of needed) for (; b !== definition && !tree.has(b); b = cfg.idom[b]) tree.add(b);
  const order = [...tree].sort((x, y) => y - x);
  const below = new Map<number, { cost: number; cover: number[] }>();
  const at = (b: number): { cost: number; cover: number[] } => below.get(b) ?? { cost: 0, cover: [] };
  for (const b of order) {
    const own = blocks[b].entry.has(vreg) ? cfg.frequency[b] : Infinity;
    const children = at(b);
    const best = needed.has(b) || own <= children.cost ? { cost: own, cover: [b] } : children;
    const parent = at(cfg.idom[b]);
    below.set(cfg.idom[b], { cost: parent.cost + best.cost, cover: [...parent.cover, ...best.cover] });
  }
  const { cost, cover } = at(definition);
  return cost < cfg.frequency[definition] ? cover : null;
}
