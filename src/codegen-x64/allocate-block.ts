import { atHome, type BlockAllocation, inRegister, type Item, type Move, type Place, type RegisterMap } from './allocation.ts';
import type { Hints } from './hints.ts';
import { LocalUses } from './local-uses.ts';
import type { MachineBlock, MachineInstr, Operand, VReg } from './machine-ir.ts';
import { CALL_DISTANCE } from './next-use.ts';
import { bit, PREFERENCE, type RegisterFile } from './registers.ts';
import { RegisterState } from './register-state.ts';

export interface BlockContext {
  readonly hints: Hints;
  readonly file: RegisterFile;
  hintedRegister(vreg: VReg): number;
  /** The value's home has to hold it in this block. */
  needHome(vreg: VReg): void;
  /** Chaos: evict something now. */
  evictAtRandom(): boolean;
}

/**
 * Allocates one block, forwards: each operand gets a register, values are brought from their homes where they are needed, and where
 * registers run out the value with the farthest next use leaves its register (Belady). Leaving costs nothing here: where a home has
 * to be written is decided afterwards, from `needHome`.
 */
export function allocateBlock(context: BlockContext, block: MachineBlock, entry: RegisterMap, atExit: ReadonlyMap<VReg, number>): BlockAllocation {
  return new BlockAllocator(context, block, entry, atExit).run(entry);
}

class BlockAllocator {
  private readonly context: BlockContext;
  private readonly state: RegisterState;
  private readonly uses: LocalUses;
  private readonly items: Item[] = [];
  private at = 0;
  private instr!: MachineInstr;
  private registers: number[] = [];
  /** Registers that the current instruction's operands are in. */
  private pinned = 0;
  /** Registers that its fixed operands take or that it destroys. */
  private reserved = 0;
  private destroyed = 0;

  constructor(context: BlockContext, block: MachineBlock, entry: RegisterMap, atExit: ReadonlyMap<VReg, number>) {
    this.context = context;
    this.state = new RegisterState(entry);
    this.uses = new LocalUses(block, atExit);
  }

  run(entry: RegisterMap): BlockAllocation {
    this.uses.instrs.forEach((instr, i) => {
      this.at = i;
      this.instr = instr;
      this.registers = instr.operands.map(() => -1);
      if (this.context.evictAtRandom()) this.evictAny();
      if (instr.call) this.call();
      else this.place();
    });
    this.at = this.uses.instrs.length - 1;
    for (const vreg of [...this.state.values()]) if (!this.isLive(vreg)) this.state.drop(vreg);
    return { entry, exit: this.state.snapshot(), items: this.items };
  }

  private isLive(vreg: VReg): boolean {
    return this.uses.isLiveAfter(vreg, this.at);
  }

  private evictAny(): void {
    const [victim] = this.state.values();
    if (victim) this.state.drop(victim);
  }

  /** Where the value can be read now. */
  private placeOf(vreg: VReg): Place {
    const register = this.state.registerOf(vreg);
    if (register >= 0) return inRegister(register);
    this.context.needHome(vreg);
    return atHome(vreg);
  }

  private moves(moves: readonly Move[]): void {
    if (moves.length === 0) return;
    let free = this.context.file.gpr & ~(this.state.occupied | this.pinned | this.reserved);
    for (const { to } of moves) if (to.kind === 'register') free &= ~bit(to.register);
    this.items.push({ kind: 'moves', moves, free });
  }

  /** No register survives a call: what lives across it has to be at home. */
  private call(): void {
    const { instr, state } = this;
    const site = instr.call!;
    this.pinned = 0;
    this.reserved = 0;
    const moves: Move[] = [];
    instr.operands.forEach((operand, k) => {
      this.registers[k] = operand.fixed;
      if (operand.kind === 'use') this.moveTo(moves, operand.fixed, operand.vreg!);
    });
    for (const { vreg, word } of site.stackArguments) moves.push({ to: { kind: 'outgoing', word }, from: this.placeOf(vreg), xmm: vreg.xmm });
    const result = instr.operands.find(({ kind }) => kind === 'def')?.vreg ?? null;
    const liveAcross = this.uses.acrossCall(this.at).filter((vreg) => !vreg.constant);
    liveAcross.forEach((vreg) => this.context.needHome(vreg));
    this.moves(moves);
    state.clear();
    this.items.push({ kind: 'instr', instr, registers: this.registers, threeOperand: false, liveAcross });
    if (result && this.isLive(result)) state.set(result, instr.operands[0].fixed);
  }

  private moveTo(moves: Move[], register: number, vreg: VReg): void {
    if (this.state.registerOf(vreg) !== register) moves.push({ to: inRegister(register), from: this.placeOf(vreg), xmm: vreg.xmm });
  }

  private place(): void {
    if (this.instr.commutative) this.instr = this.exchanged(this.instr);
    const { instr } = this;
    this.pinned = 0;
    this.destroyed = instr.clobbers;
    this.reserved = instr.clobbers;
    for (const { fixed, kind } of instr.operands) {
      if (fixed < 0) continue;
      this.reserved |= bit(fixed);
      if (kind !== 'use') this.destroyed |= bit(fixed);
    }
    const satisfied = this.vacateReserved();
    this.placeFlexibleUses();
    this.placeFixedUses(satisfied);
    this.placeTemporaries();
    const survives = instr.operands.map(({ vreg, kind }, k) => kind === 'use' && this.keeps(vreg!, k));
    instr.operands.forEach(({ kind, vreg }, k) => {
      if (kind === 'use' && !survives[k]) this.state.drop(vreg!);
    });
    const threeOperand = this.placeDefinitions(survives);
    this.items.push({ kind: 'instr', instr, registers: this.registers, threeOperand, liveAcross: [] });
    for (const { kind, vreg } of instr.operands) if (kind === 'def' && !this.isLive(vreg!)) this.state.drop(vreg!);
  }

  /** The instruction with its operands exchanged where only the second is in a register and the first can be read at home instead. */
  private exchanged(instr: MachineInstr): MachineInstr {
    const [result, first, second, ...rest] = instr.operands;
    if (!second.memory || this.state.registerOf(first.vreg!) >= 0 || this.state.registerOf(second.vreg!) < 0) return instr;
    return { ...instr, operands: [result, { ...first, vreg: second.vreg }, { ...second, vreg: first.vreg }, ...rest] };
  }

  /** Whether an operand's value stays in its register: not where the result could have it and only home is of use later. */
  private keeps(vreg: VReg, k: number): boolean {
    const distance = this.uses.after(vreg, this.at);
    if (vreg.constant || !this.instr.operands.some(({ kind, tied }) => kind === 'def' && tied === k)) return distance < Infinity;
    return distance < CALL_DISTANCE;
  }

  /** Moves values that are needed later, or as other operands, out of the reserved registers. Returns the registers that hold their fixed use already. */
  private vacateReserved(): number {
    const { state, instr } = this;
    let satisfied = 0;
    for (let mask = this.reserved; mask !== 0; mask &= mask - 1) {
      const register = 31 - Math.clz32(mask & -mask);
      const vreg = state.valueIn(register);
      if (!vreg) continue;
      const usesOfIt = instr.operands.filter((operand) => operand.kind === 'use' && operand.vreg === vreg);
      const flexible = usesOfIt.some(({ fixed }) => fixed < 0);
      const here = usesOfIt.some(({ fixed }) => fixed === register);
      const lives = this.isLive(vreg);
      if (here) satisfied |= bit(register);
      if (here && !flexible && !(lives && this.destroyed & bit(register))) continue;
      if (!lives && !flexible) continue;
      const to = this.takeFor(vreg, this.reserved | this.pinned, flexible || usesOfIt.length > 0);
      if (to >= 0) {
        this.moves([{ to: inRegister(to), from: inRegister(register), xmm: vreg.xmm }]);
        state.set(vreg, to);
      } else state.drop(vreg);
    }
    return satisfied;
  }

  private placeFlexibleUses(): void {
    const { instr, state } = this;
    const flexible = instr.operands.flatMap((operand, k) => (operand.kind === 'use' && operand.fixed < 0 ? [{ operand, k }] : []));
    for (const { operand, k } of flexible) this.pin(k, state.registerOf(operand.vreg!));
    let homeOperands = 0;
    for (const { operand, k } of flexible) {
      const vreg = operand.vreg!;
      if (this.registers[k] >= 0) continue;
      const loaded = state.registerOf(vreg);
      if (loaded >= 0) this.pin(k, loaded);
      else if (homeOperands === 0 && this.readsAtHome(operand)) {
        homeOperands++;
        this.context.needHome(vreg);
      } else this.pin(k, this.load(vreg, this.resultHint(k)));
    }
  }

  /** True when an operand that is not in a register is better read from memory: a double constant, not needed again soon, or nothing free. */
  private readsAtHome({ vreg, memory }: Operand): boolean {
    if (!memory) return false;
    if (vreg!.constant) return vreg!.constant.kind === 'double' && vreg!.constant.bits !== 0n;
    return this.uses.after(vreg!, this.at) >= CALL_DISTANCE || this.free(vreg!.xmm, this.reserved | this.pinned) === 0;
  }

  /** The register that the result wants which takes the register of operand `k`. */
  private resultHint(k: number): number {
    const result = this.instr.operands.find(({ kind, tied }) => kind === 'def' && tied === k);
    return result ? this.context.hintedRegister(result.vreg!) : -1;
  }

  private load(vreg: VReg, hint: number): number {
    const exclude = this.reserved | this.pinned;
    const register = hint >= 0 && this.free(vreg.xmm, exclude) & bit(hint) ? hint : this.take(vreg, exclude);
    this.context.needHome(vreg);
    this.moves([{ to: inRegister(register), from: atHome(vreg), xmm: vreg.xmm }]);
    this.state.set(vreg, register);
    return register;
  }

  private pin(k: number, register: number): void {
    if (register < 0) return;
    this.registers[k] = register;
    this.pinned |= bit(register);
  }

  private placeFixedUses(satisfied: number): void {
    const { instr, state } = this;
    const moves: Move[] = [];
    const arrivals: [VReg, number][] = [];
    instr.operands.forEach(({ kind, vreg, fixed }, k) => {
      if (kind !== 'use' || fixed < 0) return;
      this.registers[k] = fixed;
      if (satisfied & bit(fixed)) return;
      this.moveTo(moves, fixed, vreg!);
      arrivals.push([vreg!, fixed]);
    });
    this.moves(moves);
    for (const [vreg, fixed] of arrivals) {
      const former = state.valueIn(fixed);
      if (former && former !== vreg) state.drop(former);
      if (state.registerOf(vreg) < 0 && this.isLive(vreg) && !(this.destroyed & bit(fixed))) state.set(vreg, fixed);
    }
  }

  private placeTemporaries(): void {
    this.instr.operands.forEach((operand, k) => {
      if (operand.kind === 'temp') {
        this.pin(k, operand.fixed >= 0 ? operand.fixed : this.takeClass(operand.xmm, this.reserved | this.pinned));
      } else if (operand.kind === 'def' && operand.early && operand.fixed < 0) {
        this.pin(k, this.take(operand.vreg!, this.reserved | this.pinned));
      }
    });
  }

  /** Places the definitions; returns whether the three-operand form is used. */
  private placeDefinitions(survives: readonly boolean[]): boolean {
    const { instr, state } = this;
    let threeOperand = false;
    instr.operands.forEach((operand, k) => {
      if (operand.kind !== 'def') return;
      const vreg = operand.vreg!;
      if (operand.fixed >= 0) this.registers[k] = operand.fixed;
      else if (operand.tied >= 0) threeOperand = this.placeTied(operand, k, survives);
      else if (this.registers[k] < 0) this.registers[k] = this.takeResult(vreg, this.pinnedByOthers(), this.registers[1] ?? -1);
      const former = state.valueIn(this.registers[k]);
      if (former) state.drop(former);
      state.set(vreg, this.registers[k]);
    });
    return threeOperand;
  }

  /** Registers of temporaries and early definitions: the only ones that a definition may not share. */
  private pinnedByOthers(): number {
    let mask = this.reserved;
    this.instr.operands.forEach((operand, k) => {
      if (operand.kind !== 'use' && this.registers[k] >= 0) mask |= bit(this.registers[k]);
    });
    return mask;
  }

  /** Two-address form: the result takes the register of a dying operand, else a new one that the operand is copied to first. */
  private placeTied({ vreg, tied }: Operand, k: number, survives: readonly boolean[]): boolean {
    const { instr, registers } = this;
    const dies = (operand: number): boolean =>
      registers[operand] >= 0 && !survives[operand] && !(this.reserved & bit(registers[operand]));
    if (instr.commutative && registers[2] >= 0 && dies(2)) {
      const hint = this.context.hintedRegister(vreg!);
      if (!dies(tied) || registers[2] === hint) [registers[1], registers[2]] = [registers[2], registers[1]];
    }
    const others = instr.operands.length > 2 && registers[2] < 0;
    const register = registers[tied];
    const holder = this.state.valueIn(register);
    const free = holder === null && !(this.reserved & bit(register));
    const wished = this.context.hintedRegister(vreg!);
    if (instr.threeOperand && !others) {
      const elsewhere = wished >= 0 && wished !== register && this.claim(vreg!, wished, this.reserved);
      if (!free || elsewhere) {
        registers[k] = elsewhere ? wished : this.takeResult(vreg!, this.reserved, -1);
        return true;
      }
    }
    if (free) {
      registers[k] = register;
      return false;
    }
    registers[k] = this.takeResult(vreg!, this.reserved | this.pinned, -1);
    this.moves([{ to: inRegister(registers[k]), from: inRegister(register), xmm: vreg!.xmm }]);
    return false;
  }

  private free(xmm: boolean, exclude: number): number {
    return (xmm ? this.context.file.xmm : this.context.file.gpr) & ~this.state.occupied & ~exclude;
  }

  private takeResult(vreg: VReg, exclude: number, preferred: number): number {
    const free = this.free(vreg.xmm, exclude);
    const hint = this.context.hintedRegister(vreg);
    if (preferred >= 0 && !(hint >= 0 && free & bit(hint)) && free & bit(preferred) && !(this.context.hints.avoid(vreg) & bit(preferred))) return preferred;
    return this.take(vreg, exclude);
  }

  /** A register for the value: hinted, else free, else of the value with the farthest next use. */
  private take(vreg: VReg, exclude: number): number {
    const hint = this.context.hintedRegister(vreg);
    if (hint >= 0 && this.claim(vreg, hint, exclude)) return hint;
    return this.takeClass(vreg.xmm, exclude, this.context.hints.avoid(vreg));
  }

  /** Whether the value can have the register: it is free, or wanted by an operand in a fixed register and held by what the next call sends home. */
  private claim(vreg: VReg, register: number, exclude: number): boolean {
    if (this.free(vreg.xmm, exclude) & bit(register)) return true;
    const holder = this.state.valueIn(register);
    if (!holder || exclude & bit(register) || this.context.hints.fixed(vreg) !== register || this.isPending(holder)) return false;
    if (holder.constant || this.uses.after(holder, this.at) < CALL_DISTANCE || this.uses.after(holder, this.at) === Infinity) return false;
    this.state.drop(holder);
    return true;
  }

  private takeClass(xmm: boolean, exclude: number, avoid = 0): number {
    const free = this.free(xmm, exclude);
    const preferred = free & ~avoid || free;
    if (preferred !== 0) return PREFERENCE.find((register) => preferred & bit(register))!;
    const victim = this.farthest(xmm, exclude);
    if (!victim) throw new Error(`no register for an operand of: ${this.instr.template}`);
    const register = this.state.registerOf(victim);
    this.state.drop(victim);
    return register;
  }

  /** A register to keep a value of a reserved register in, or -1 when the value itself is needed last and may leave. */
  private takeFor(vreg: VReg, exclude: number, required: boolean): number {
    if (this.free(vreg.xmm, exclude) !== 0) return this.take(vreg, exclude);
    const victim = this.farthest(vreg.xmm, exclude);
    if (!required && (!victim || this.uses.after(victim, this.at) <= this.uses.after(vreg, this.at))) return -1;
    return this.takeClass(vreg.xmm, exclude);
  }

  /** The value with the farthest next use among those that the instruction doesn't read. */
  private farthest(xmm: boolean, exclude: number): VReg | null {
    let best: VReg | null = null;
    let bestDistance = -1;
    for (const vreg of this.state.values()) {
      if (vreg.xmm !== xmm || exclude & bit(this.state.registerOf(vreg))) continue;
      if (this.isPending(vreg)) continue;
      const distance = this.uses.after(vreg, this.at);
      if (distance > bestDistance) {
        best = vreg;
        bestDistance = distance;
      }
    }
    return best;
  }

  /** True while an operand of the current instruction still has to be read from the value's register. */
  private isPending(vreg: VReg): boolean {
    return this.instr.operands.some((operand, k) => operand.vreg === vreg && operand.kind === 'use' && (this.pinned === 0 || this.registers[k] < 0));
  }
}
