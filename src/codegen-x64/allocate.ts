/**
 * Register allocation over SSA form, in one pass over the blocks in reverse postorder, then homes.
 *
 * No register survives a call, so whatever lives across one is at its home (spill slot) there. Within a block values are evicted by
 * the farthest next use; at block boundaries Braun and Hack's rules choose what is in registers (block-entry.ts), and the edges move
 * or reload what a predecessor has elsewhere. A value may be in different registers in different blocks; there is one home, which
 * always holds the same value, so nothing is ever written back: a home is written once on each path, after the definition or at a
 * cheaper dominating place (home-stores.ts), and only where something needs it.
 *
 *     %3 = add %1, %2      ; %3 in rax                       add rax, rcx
 *     call f               ; %3 lives across, needs home     mov [rsp+8], rax / call f
 *     use %3               ; reloaded, or read in memory     add rdx, [rsp+8]
 *
 * Requires critical edges to be split. Breaks nothing: the machine function stays as it is, the result stands beside it.
 */
import { allocateBlock } from './allocate-block.ts';
import { atHome, type BlockAllocation, inRegister, type Move, type ParallelMoves, type RegisterMap } from './allocation.ts';
import { type EntryContext, entryRegisters } from './block-entry.ts';
import { type Cfg, isInLoop } from './cfg.ts';
import { type Hints, findHints } from './hints.ts';
import { type HomeStores, placeHomeStores } from './home-stores.ts';
import type { MachineEdge, MachineFunction, VReg } from './machine-ir.ts';
import { allInstrs, type NextUses, nextUses, usesOf } from './next-use.ts';
import { ALL_REGISTERS, argumentPlaces, bit, type RegisterFile } from './registers.ts';
import { assignSlots, type SlotAssignment } from './spill-slots.ts';

export interface AllocatorOptions {
  /** The registers that may be used; tests give few. */
  readonly registers?: RegisterFile;
  /** Chaos: called before each instruction; true evicts a value. */
  readonly evictAtRandom?: () => boolean;
}

export interface Allocation {
  readonly cfg: Cfg;
  readonly blocks: readonly BlockAllocation[];
  /** By block: parallel moves of its incoming edge (at its start, when it is the only one) and of its outgoing edge (at its end). */
  readonly movesAtStart: readonly ParallelMoves[];
  readonly movesAtEnd: readonly ParallelMoves[];
  readonly stores: HomeStores;
  readonly slots: SlotAssignment;
}

export function allocate(func: MachineFunction, cfg: Cfg, options: AllocatorOptions = {}): Allocation {
  return new Allocator(func, cfg, options).run();
}

class Allocator implements EntryContext {
  readonly cfg: Cfg;
  readonly uses: NextUses;
  readonly hints: Hints;
  readonly file: RegisterFile;
  readonly exits: (RegisterMap | undefined)[] = [];
  private readonly func: MachineFunction;
  private readonly options: AllocatorOptions;
  private readonly pressure: [gpr: number, xmm: number][];
  /** The register that a parameter has, or that an argument for it had. */
  private readonly paramRegister: Int8Array;
  /** By value: the blocks where its home has to hold it. */
  private readonly needs = new Map<VReg, Set<number>>();
  private current = 0;

  constructor(func: MachineFunction, cfg: Cfg, options: AllocatorOptions) {
    this.func = func;
    this.cfg = cfg;
    this.options = options;
    this.file = options.registers ?? ALL_REGISTERS;
    this.uses = nextUses(cfg);
    this.hints = findHints(cfg, this.uses, func.vregs.length);
    this.paramRegister = new Int8Array(func.vregs.length).fill(-1);
    this.pressure = cfg.blocks.map((_, b) => blockPressure(cfg, this.uses, b));
  }

  run(): Allocation {
    const { cfg, func } = this;
    const blocks: BlockAllocation[] = [];
    cfg.blocks.forEach((block, b) => {
      this.current = b;
      const entry = b === 0 ? this.parametersInRegisters() : entryRegisters(this, b);
      for (const param of block.params) this.paramRegister[param.id] = entry.get(param) ?? -1;
      blocks[b] = allocateBlock(this, block, entry, this.uses.atExit[b]);
      this.exits[b] = blocks[b].exit;
      for (const { block: to, args } of block.term.edges) {
        args.forEach((arg, i) => {
          const register = blocks[b].exit.get(arg);
          if (register !== undefined && this.exits[to.id] === undefined) this.paramRegister[to.params[i].id] = register;
        });
      }
    });
    const { movesAtStart, movesAtEnd } = this.edgeMoves(blocks);
    const incoming = new Set(func.params.filter((_, i) => 'stackWord' in this.parameterPlaces()[i]));
    const stores = placeHomeStores(func, cfg, this.uses, blocks, this.needs, incoming);
    const slots = assignSlots(func, cfg, this.uses, new Set([...this.needs.keys()].filter((vreg) => !incoming.has(vreg))));
    return { cfg, blocks, movesAtStart, movesAtEnd, stores, slots };
  }

  private parameterPlaces(): ReturnType<typeof argumentPlaces> {
    return argumentPlaces(this.func.params.map(({ xmm }) => xmm));
  }

  private parametersInRegisters(): RegisterMap {
    const registers = new Map<VReg, number>();
    this.parameterPlaces().forEach((place, i) => {
      const param = this.func.params[i];
      if ('register' in place && this.uses.atEntry[0].has(param)) registers.set(param, place.register);
    });
    return registers;
  }

  needHome(vreg: VReg, block = this.current): void {
    if (vreg.constant) return;
    let blocks = this.needs.get(vreg);
    if (!blocks) this.needs.set(vreg, (blocks = new Set()));
    blocks.add(block);
  }

  evictAtRandom(): boolean {
    return this.options.evictAtRandom?.() ?? false;
  }

  hintedRegister(vreg: VReg, depth = 3): number {
    const followers = this.hints.followers(vreg);
    for (const follower of followers) if (this.paramRegister[follower.id] >= 0) return this.paramRegister[follower.id];
    const fixed = this.hints.fixed(vreg);
    if (fixed >= 0) return fixed;
    if (this.paramRegister[vreg.id] >= 0) return this.paramRegister[vreg.id];
    if (depth === 0) return -1;
    for (const follower of followers) {
      const register = this.hintedRegister(follower, depth - 1);
      if (register >= 0) return register;
    }
    return -1;
  }

  loopPressure(header: number, xmm: boolean): number {
    let most = 0;
    for (let b = header; b < this.cfg.blocks.length; b++) {
      if (isInLoop(this.cfg, b, header)) most = Math.max(most, this.pressure[b][xmm ? 1 : 0]);
    }
    return most;
  }

  private edgeMoves(blocks: readonly BlockAllocation[]): { movesAtStart: ParallelMoves[]; movesAtEnd: ParallelMoves[] } {
    const { cfg } = this;
    const none: ParallelMoves = { moves: [], free: 0 };
    const movesAtStart: ParallelMoves[] = cfg.blocks.map(() => none);
    const movesAtEnd: ParallelMoves[] = cfg.blocks.map(() => none);
    cfg.blocks.forEach((block, from) => {
      for (const edge of block.term.edges) {
        if (edge.block.landing) continue;
        const to = edge.block.id;
        const moves = this.movesOfEdge(edge, from, blocks[from].exit, blocks[to].entry);
        const free = this.file.gpr & ~mask(blocks[from].exit) & ~mask(blocks[to].entry);
        if (block.term.edges.length === 1) movesAtEnd[from] = { moves, free };
        else movesAtStart[to] = { moves, free };
      }
    });
    return { movesAtStart, movesAtEnd };
  }

  private movesOfEdge({ block, args }: MachineEdge, from: number, exit: RegisterMap, entry: RegisterMap): Move[] {
    const moves: Move[] = [];
    const source = (vreg: VReg): Move['from'] => {
      const register = exit.get(vreg);
      if (register !== undefined) return inRegister(register);
      this.needHome(vreg, from);
      return atHome(vreg);
    };
    for (const [vreg, register] of entry) {
      const param = block.params.indexOf(vreg);
      const passed = param >= 0 ? args[param] : vreg;
      if (exit.get(passed) !== register) moves.push({ to: inRegister(register), from: source(passed), xmm: vreg.xmm });
    }
    block.params.forEach((param, i) => {
      if (entry.has(param) || !this.uses.atEntry[block.id].has(param)) return;
      this.needHome(param, block.id);
      moves.push({ to: atHome(param), from: source(args[i]), xmm: param.xmm });
    });
    return moves;
  }
}

function mask(registers: RegisterMap): number {
  let result = 0;
  for (const register of registers.values()) result |= bit(register);
  return result;
}

/** The greatest number of values of each class that live at once in a block. */
function blockPressure(cfg: Cfg, uses: NextUses, b: number): [gpr: number, xmm: number] {
  const live = new Set<VReg>();
  const count: [number, number] = [0, 0];
  const most: [number, number] = [0, 0];
  const add = (vreg: VReg): void => {
    if (live.has(vreg)) return;
    live.add(vreg);
    const i = vreg.xmm ? 1 : 0;
    most[i] = Math.max(most[i], ++count[i]);
  };
  for (const vreg of uses.atExit[b].keys()) add(vreg);
  const instrs = allInstrs(cfg.blocks[b]);
  for (let i = instrs.length - 1; i >= 0; i--) {
    for (const { kind, vreg } of instrs[i].operands) if (kind === 'def' && live.delete(vreg!)) count[vreg!.xmm ? 1 : 0]--;
    for (const vreg of usesOf(instrs[i])) add(vreg);
  }
  return most;
}
