import type { MachineInstr, VReg } from './machine-ir.ts';

/** Where a value is: in a register, at its home (spill slot, incoming stack argument, or the constant that it is), or in an outgoing word. */
export type Place =
  | { readonly kind: 'register'; readonly register: number }
  | { readonly kind: 'home'; readonly vreg: VReg }
  | { readonly kind: 'outgoing'; readonly word: number };

export interface Move {
  readonly to: Place;
  readonly from: Place;
  /** Class of the value. */
  readonly xmm: boolean;
}

export const inRegister = (register: number): Place => ({ kind: 'register', register });
export const atHome = (vreg: VReg): Place => ({ kind: 'home', vreg });

export interface PlacedInstr {
  readonly kind: 'instr';
  readonly instr: MachineInstr;
  /** By operand; -1 where it is read at its home. */
  readonly registers: readonly number[];
  /** The three-operand form is used. */
  readonly threeOperand: boolean;
  /** At a call: the values that live across it. */
  readonly liveAcross: readonly VReg[];
}

/** What a block becomes: instructions with registers, and parallel moves before them. */
export type Item = PlacedInstr | ({ readonly kind: 'moves' } & ParallelMoves);

/** Moves that happen at once, and the general registers that hold nothing before and after them. */
export interface ParallelMoves {
  readonly moves: readonly Move[];
  readonly free: number;
}

/** Registers by value. */
export type RegisterMap = ReadonlyMap<VReg, number>;

export interface BlockAllocation {
  readonly entry: RegisterMap;
  readonly exit: RegisterMap;
  readonly items: readonly Item[];
}
