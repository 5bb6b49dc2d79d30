import type { MachineBlock, MachineInstr, VReg } from './machine-ir.ts';
import { allInstrs, CALL_DISTANCE, usesOf } from './next-use.ts';

/** Next-use distances from any instruction of one block, asked in order. */
export class LocalUses {
  readonly instrs: readonly MachineInstr[];
  private readonly positions = new Map<VReg, number[]>();
  private readonly nextCall: number[] = [];
  private readonly liveAtCall = new Map<number, readonly VReg[]>();
  private readonly atExit: ReadonlyMap<VReg, number>;

  constructor(block: MachineBlock, atExit: ReadonlyMap<VReg, number>) {
    this.instrs = allInstrs(block);
    this.atExit = atExit;
    this.instrs.forEach((instr, i) => {
      for (const vreg of usesOf(instr)) {
        const list = this.positions.get(vreg);
        if (list) list.push(i);
        else this.positions.set(vreg, [i]);
      }
    });
    let next = Infinity;
    for (let i = this.instrs.length - 1; i >= 0; i--) {
      this.nextCall[i] = next;
      if (this.instrs[i].call) next = i;
    }
    this.nextCall[-1] = next;
    const live = new Set(atExit.keys());
    for (let i = this.instrs.length - 1; i >= 0; i--) {
      const instr = this.instrs[i];
      for (const { kind, vreg } of instr.operands) if (kind === 'def') live.delete(vreg!);
      if (instr.call) this.liveAtCall.set(i, [...live]);
      for (const vreg of usesOf(instr)) live.add(vreg);
    }
  }

  /** Instructions after `at` until the value is used (calls between add CALL_DISTANCE); Infinity if never. */
  after(vreg: VReg, at: number): number {
    const positions = this.positions.get(vreg);
    const nextCall = this.nextCall[at] ?? Infinity;
    if (positions) {
      while (positions.length > 0 && positions[0] <= at) positions.shift();
      if (positions.length > 0) return positions[0] - at + (nextCall < positions[0] ? CALL_DISTANCE : 0);
    }
    const exit = this.atExit.get(vreg);
    if (exit === undefined) return Infinity;
    return this.instrs.length - at + exit + (nextCall < Infinity ? CALL_DISTANCE : 0);
  }

  /** The values that live across the call at `at`, its result not. */
  acrossCall(at: number): readonly VReg[] {
    return this.liveAtCall.get(at)!;
  }

  isLiveAfter(vreg: VReg, at: number): boolean {
    return this.after(vreg, at) < Infinity;
  }
}
