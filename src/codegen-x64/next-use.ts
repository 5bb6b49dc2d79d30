/**
 * Global next-use distances: for each block, how many instructions lie between its start (end) and the next use of each live value.
 * After Braun and Hack, "Register Spilling and Live-Range Splitting for SSA-Form Programs" (CC 2009), with two additions: crossing a
 * call, which leaves nothing in registers, adds CALL_DISTANCE, so that what is at least that far is better off in memory; and
 * leaving a loop or entering a cold block adds to the distance. A value without a distance is dead (or a constant that nothing wants in a register).
 */
import type { Cfg } from './cfg.ts';
import type { MachineBlock, MachineInstr, VReg } from './machine-ir.ts';

export const LOOP_EXIT_DISTANCE = 1e5;
export const CALL_DISTANCE = 1e7;
export const COLD_DISTANCE = 1e4;
const FARTHEST = 1e9;

export interface NextUses {
  /** By block: distance from the block's start, parameters included. */
  readonly atEntry: readonly ReadonlyMap<VReg, number>[];
  /** By block: distance from the block's end, through its edges' arguments too. */
  readonly atExit: readonly ReadonlyMap<VReg, number>[];
}

/**
 * Values that an instruction wants in registers of the allocator's choice. A constant that goes to a fixed register or onto the
 * stack is best made right there, so that is no use of it.
 */
function wantedBy(instr: MachineInstr): VReg[] {
  const uses = usesOf(instr);
  if (!uses.some(({ constant }) => constant)) return uses;
  return uses.filter((vreg) => !vreg.constant || instr.operands.some((operand) => operand.vreg === vreg && operand.kind === 'use' && operand.fixed < 0));
}

/** Values that an instruction reads, arguments on the stack included. */
export function usesOf(instr: MachineInstr): VReg[] {
  const uses: VReg[] = [];
  for (const { kind, vreg } of instr.operands) if (kind === 'use') uses.push(vreg!);
  if (instr.call) for (const { vreg } of instr.call.stackArguments) uses.push(vreg);
  return uses;
}

/** The instructions of a block with that of its terminator. */
export function allInstrs(block: MachineBlock): MachineInstr[] {
  return block.term.instr ? [...block.instrs, block.term.instr] : block.instrs;
}

export function nextUses(cfg: Cfg): NextUses {
  const local = cfg.blocks.map(localUses);
  const atEntry: Map<VReg, number>[] = cfg.blocks.map(() => new Map());
  const atExit: Map<VReg, number>[] = cfg.blocks.map(() => new Map());
  for (let changed = true; changed; ) {
    changed = false;
    for (let b = cfg.blocks.length - 1; b >= 0; b--) {
      const exit = exitDistances(cfg, b, atEntry);
      atExit[b] = exit;
      const { first, defined, length } = local[b];
      const entry = atEntry[b];
      for (const [vreg, distance] of exit) {
        if (defined.has(vreg) || first.has(vreg)) continue;
        const through = Math.min(distance + length, FARTHEST);
        if (!(entry.get(vreg)! <= through)) {
          entry.set(vreg, through);
          changed = true;
        }
      }
      for (const [vreg, distance] of first) {
        if (entry.has(vreg)) continue;
        entry.set(vreg, distance);
        changed = true;
      }
    }
  }
  return { atEntry, atExit };
}

function exitDistances(cfg: Cfg, b: number, atEntry: readonly Map<VReg, number>[]): Map<VReg, number> {
  const exit = new Map<VReg, number>();
  for (const edge of cfg.blocks[b].term.edges) {
    const to = edge.block.id;
    const extra = edgeDistance(cfg, b, to);
    const reach = (vreg: VReg, distance: number): void => {
      const known = exit.get(vreg);
      const far = Math.min(distance + extra, FARTHEST);
      if (known === undefined || far < known) exit.set(vreg, far);
    };
    const { params } = edge.block;
    for (const [vreg, distance] of atEntry[to]) if (!params.includes(vreg)) reach(vreg, distance);
    edge.args.forEach((arg, i) => {
      if (arg.constant) return;
      const distance = atEntry[to].get(params[i]);
      if (distance !== undefined) reach(arg, distance);
    });
  }
  return exit;
}

function edgeDistance(cfg: Cfg, from: number, to: number): number {
  const left = Math.max(0, cfg.loopDepth[from] - cfg.loopDepth[to]);
  return left * LOOP_EXIT_DISTANCE + (cfg.cold[to] && !cfg.cold[from] ? COLD_DISTANCE : 0);
}

/** Distance of each value's first use that no definition precedes, values defined, and length of the block. */
function localUses(block: MachineBlock): { first: Map<VReg, number>; defined: Set<VReg>; length: number } {
  const first = new Map<VReg, number>();
  const defined = new Set<VReg>();
  let calls = 0;
  const instrs = allInstrs(block);
  instrs.forEach((instr, i) => {
    for (const vreg of wantedBy(instr)) if (!defined.has(vreg) && !first.has(vreg)) first.set(vreg, i + calls);
    if (instr.call) calls = CALL_DISTANCE;
    for (const { kind, vreg } of instr.operands) if (kind === 'def') defined.add(vreg!);
  });
  return { first, defined, length: instrs.length + 1 + calls };
}
