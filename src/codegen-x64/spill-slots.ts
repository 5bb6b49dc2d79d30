import type { Cfg } from './cfg.ts';
import type { MachineFunction, VReg } from './machine-ir.ts';
import { allInstrs, type NextUses, usesOf } from './next-use.ts';

/** Slot numbers of spilled values; tracked slots (roots) and raw ones count apart. */
export interface SlotAssignment {
  readonly slotOf: ReadonlyMap<VReg, number>;
  readonly trackedSlots: number;
  readonly rawSlots: number;
}

/**
 * Colours spill slots: values that live at the same time get different ones. In SSA form two values interfere only if one lives at
 * the definition of the other, so going through definitions in dominance order and avoiding the slots of live values is enough.
 * A parameter takes the slot of an argument that ends there where it can: the move between them vanishes.
 */
export function assignSlots(func: MachineFunction, cfg: Cfg, uses: NextUses, spilled: ReadonlySet<VReg>): SlotAssignment {
  const slotOf = new Map<VReg, number>();
  const count = { tracked: 0, raw: 0 };
  const assign = (vreg: VReg, live: ReadonlySet<VReg>, wished: readonly number[]): void => {
    const taken = new Set<number>();
    for (const other of live) if (other.tracked === vreg.tracked && other !== vreg) taken.add(slotOf.get(other)!);
    let slot = wished.find((candidate) => !taken.has(candidate)) ?? 0;
    while (taken.has(slot)) slot++;
    slotOf.set(vreg, slot);
    const kind = vreg.tracked ? 'tracked' : 'raw';
    count[kind] = Math.max(count[kind], slot + 1);
  };
  const argumentSlots = (b: number, param: number): number[] =>
    cfg.predecessors[b].flatMap((p) =>
      cfg.blocks[p].term.edges
        .filter((edge) => edge.block.id === b)
        .flatMap(({ args, block }) => (args[param].tracked === block.params[param].tracked ? (slotOf.get(args[param]) ?? []) : [])));

  cfg.blocks.forEach((block, b) => {
    const live = new Set([...uses.atEntry[b].keys()].filter((vreg) => spilled.has(vreg) && slotOf.has(vreg)));
    const define = (vreg: VReg, wished: readonly number[]): void => {
      if (!spilled.has(vreg)) return;
      assign(vreg, live, wished);
      live.add(vreg);
    };
    if (b === 0) for (const param of func.params) define(param, []);
    block.params.forEach((param, i) => define(param, block.landing ? [] : argumentSlots(b, i)));
    const lastUses = lastUsePositions(block, uses.atExit[b]);
    allInstrs(block).forEach((instr, i) => {
      for (const vreg of usesOf(instr)) if (lastUses.get(vreg) === i) live.delete(vreg);
      for (const { kind, vreg } of instr.operands) {
        if (kind !== 'def') continue;
        define(vreg!, []);
        if (!lastUses.has(vreg!) && !uses.atExit[b].has(vreg!)) live.delete(vreg!);
      }
    });
  });
  return { slotOf, trackedSlots: count.tracked, rawSlots: count.raw };
}

/** Position of the last use of each value that doesn't live beyond the block. */
function lastUsePositions(block: Parameters<typeof allInstrs>[0], atExit: ReadonlyMap<VReg, number>): Map<VReg, number> {
  const last = new Map<VReg, number>();
  allInstrs(block).forEach((instr, i) => {
    for (const vreg of usesOf(instr)) if (!atExit.has(vreg)) last.set(vreg, i);
  });
  return last;
}
