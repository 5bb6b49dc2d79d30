import type { RegisterMap } from './allocation.ts';
import type { VReg } from './machine-ir.ts';
import { bit } from './registers.ts';

/** Which value each register holds. A value is in at most one register. */
export class RegisterState {
  private readonly held: (VReg | null)[] = new Array<VReg | null>(32).fill(null);
  private readonly registers = new Map<VReg, number>();
  /** Mask of the registers that hold a value. */
  occupied = 0;

  constructor(initial: RegisterMap) {
    for (const [vreg, register] of initial) this.set(vreg, register);
  }

  registerOf(vreg: VReg): number {
    return this.registers.get(vreg) ?? -1;
  }

  valueIn(register: number): VReg | null {
    return this.held[register];
  }

  set(vreg: VReg, register: number): void {
    this.drop(vreg);
    const former = this.held[register];
    if (former) throw new Error(`register ${register} holds %${former.id} and is given to %${vreg.id}`);
    this.held[register] = vreg;
    this.registers.set(vreg, register);
    this.occupied |= bit(register);
  }

  drop(vreg: VReg): void {
    const register = this.registers.get(vreg);
    if (register === undefined) return;
    this.registers.delete(vreg);
    this.held[register] = null;
    this.occupied &= ~bit(register);
  }

  clear(): void {
    for (const vreg of [...this.registers.keys()]) this.drop(vreg);
  }

  values(): IterableIterator<VReg> {
    return this.registers.keys();
  }

  snapshot(): RegisterMap {
    return new Map(this.registers);
  }
}
