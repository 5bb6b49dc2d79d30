import type { RegisterMap } from './allocation.ts';
import type { Cfg } from './cfg.ts';
import type { Hints } from './hints.ts';
import type { MachineBlock, MachineEdge, VReg } from './machine-ir.ts';
import { CALL_DISTANCE, COLD_DISTANCE, LOOP_EXIT_DISTANCE, type NextUses } from './next-use.ts';
import { bit, PREFERENCE, RAX, type RegisterFile, XMM0 } from './registers.ts';

/** The parts of the allocator's state that choosing a block's entry registers needs. */
export interface EntryContext {
  readonly cfg: Cfg;
  readonly uses: NextUses;
  readonly hints: Hints;
  readonly file: RegisterFile;
  /** Registers at the end of the blocks that are allocated already; undefined for the others (sources of back edges). */
  readonly exits: readonly (RegisterMap | undefined)[];
  /** Greatest number of live values in the loop of a header, by class. */
  loopPressure(header: number, xmm: boolean): number;
  hintedRegister(vreg: VReg): number;
}

interface Incoming {
  readonly edge: MachineEdge;
  readonly exit: RegisterMap;
  readonly weight: number;
}

/**
 * Chooses which live values are in registers when a block begins, and where. Values that a predecessor has elsewhere are moved or
 * reloaded on its edge. Braun and Hack's W sets, section 4.2: at a join what most predecessors have in registers; at a loop header
 * what is used in the loop, nearest first, then what lives through where the loop leaves room.
 */
export function entryRegisters(context: EntryContext, b: number): RegisterMap {
  const { cfg, exits } = context;
  const block = cfg.blocks[b];
  if (block.landing) return new Map(live(context, b, block.params[0]) ? [[block.params[0], RAX]] : []);
  const predecessors = cfg.predecessors[b];
  const incoming: Incoming[] = [];
  for (const p of new Set(predecessors)) {
    const exit = exits[p];
    const edge = cfg.blocks[p].term.edges.find((candidate) => candidate.block === block)!;
    if (exit) incoming.push({ edge, exit, weight: cfg.frequency[p] });
  }
  const isHeader = predecessors.some((p) => exits[p] === undefined);
  const chosen = [false, true].flatMap((xmm) => (isHeader ? headerValues(context, b, incoming, xmm) : joinValues(context, b, incoming, xmm)));
  return assign(context, block, chosen, incoming);
}

const live = ({ uses }: EntryContext, b: number, vreg: VReg): boolean => uses.atEntry[b].has(vreg);

/** What a predecessor passes for the value: the edge's argument for a parameter. */
function passed(block: MachineBlock, { edge }: Incoming, vreg: VReg): VReg {
  const i = block.params.indexOf(vreg);
  return i >= 0 ? edge.args[i] : vreg;
}

function capacity({ file }: EntryContext, xmm: boolean): number {
  let count = 0;
  for (let mask = xmm ? file.xmm : file.gpr; mask !== 0; mask &= mask - 1) count++;
  return count;
}

/** Live values of a class by distance, the nearest first. */
function candidates({ uses }: EntryContext, b: number, xmm: boolean): [VReg, number][] {
  return [...uses.atEntry[b]].filter(([vreg]) => vreg.xmm === xmm).sort((x, y) => x[1] - y[1] || x[0].id - y[0].id);
}

function joinValues(context: EntryContext, b: number, incoming: readonly Incoming[], xmm: boolean): VReg[] {
  const block = context.cfg.blocks[b];
  const total = incoming.reduce((sum, { weight }) => sum + weight, 0);
  const wanted = candidates(context, b, xmm).filter(([vreg, distance]) => {
    const isParam = block.params.includes(vreg);
    if (distance >= CALL_DISTANCE && (isParam || incoming.length > 1)) return false;
    let ready = 0;
    for (const from of incoming) {
      const source = passed(block, from, vreg);
      if (from.exit.has(source) || (isParam && source.constant)) ready += from.weight;
    }
    return ready * 2 >= total && ready > 0;
  });
  return wanted.slice(0, capacity(context, xmm)).map(([vreg]) => vreg);
}

function headerValues(context: EntryContext, b: number, incoming: readonly Incoming[], xmm: boolean): VReg[] {
  const all = candidates(context, b, xmm).filter(([, distance]) => distance < CALL_DISTANCE);
  const used = all.filter(([vreg, distance]) => distance < (vreg.constant ? COLD_DISTANCE : LOOP_EXIT_DISTANCE)).map(([vreg]) => vreg);
  const limit = capacity(context, xmm);
  if (used.length >= limit) return used.slice(0, limit);
  const through = all.map(([vreg]) => vreg).filter((vreg) => !vreg.constant && !used.includes(vreg) && incoming.some(({ exit }) => exit.has(vreg)));
  const live = candidates(context, b, xmm).length;
  const room = limit - context.loopPressure(b, xmm) + (live - used.length);
  return [...used, ...through.slice(0, Math.max(0, Math.min(room, limit - used.length)))];
}

/** Registers for the chosen values: where the likeliest predecessor has them, then by hint, then any. */
function assign(context: EntryContext, block: MachineBlock, chosen: readonly VReg[], incoming: readonly Incoming[]): RegisterMap {
  const { file, hints } = context;
  const registers = new Map<VReg, number>();
  let taken = 0;
  const take = (vreg: VReg, register: number): void => {
    registers.set(vreg, register);
    taken |= bit(register);
  };
  const byWeight = [...incoming].sort((x, y) => y.weight - x.weight);
  for (const isParam of [false, true]) {
    for (const vreg of chosen) {
      if (block.params.includes(vreg) !== isParam) continue;
      for (const from of byWeight) {
        const register = from.exit.get(passed(block, from, vreg));
        if (register === undefined || taken & bit(register)) continue;
        take(vreg, register);
        break;
      }
    }
  }
  for (const vreg of chosen) {
    if (registers.has(vreg)) continue;
    const free = (vreg.xmm ? file.xmm : file.gpr) & ~taken;
    const hint = context.hintedRegister(vreg);
    if (hint >= 0 && free & bit(hint)) take(vreg, hint);
    else {
      const preferred = free & ~hints.avoid(vreg) || free;
      take(vreg, PREFERENCE.find((register) => preferred & bit(register) && register >= XMM0 === vreg.xmm)!);
    }
  }
  return registers;
}
