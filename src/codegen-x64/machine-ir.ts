import type { Position } from '../ir/function.ts';

/**
 * Machine IR: what selection makes and the allocator works on. Still in SSA form with block parameters, over virtual registers.
 *
 * An instruction is a template of NASM text whose placeholders name operands: `add {0d}, {2d}` is operand 0 and operand 2 as 32-bit
 * registers (sizes b w d q, x for xmm). `{L}` is a number unique to the instruction (for local labels), `{B0}` the stack buffer 0,
 * `{C}` the label of a call's return address, `{A}` where the function's own return address lies.
 */
export interface VReg {
  readonly id: number;
  readonly xmm: boolean;
  /** Holds a ref or value: its spill slot is a root. */
  readonly tracked: boolean;
  /** A constant is never spilled: it is made again where it is needed. Such a register has no definition. */
  readonly constant: Constant | null;
}

export type Constant =
  | { kind: 'integer'; bits: bigint }
  | { kind: 'symbol'; symbol: string }
  | { kind: 'double'; bits: bigint };

export interface Operand {
  vreg: VReg | null;
  kind: 'use' | 'def' | 'temp';
  /** Class of a temporary. */
  xmm: boolean;
  /** The only register it may be in, or -1. */
  fixed: number;
  /** A use that may be read from its spill slot or constant. */
  memory: boolean;
  /** A definition that is written before all uses are read. */
  early: boolean;
  /** A definition that takes the register of this use, or -1. */
  tied: number;
}

/** What the frame table needs to know of a call. */
export interface CallSite {
  /** Live values are roots there; false for calls that can't collect. */
  readonly safepoint: boolean;
  /** The call doesn't return. */
  readonly noReturn: boolean;
  /** Arguments on the stack: word in the outgoing area, counted from rsp. */
  readonly stackArguments: { vreg: VReg; word: number }[];
  /** The outgoing words are boxed values that the callee's collector must see (uniform calls). */
  readonly rootsInOutgoing: boolean;
  /** Words that the outgoing area must have. */
  readonly outgoingWords: number;
}

export interface MachineInstr {
  template: string;
  operands: Operand[];
  /** Registers that are destroyed beside temporaries and definitions. */
  clobbers: number;
  call: CallSite | null;
  /** Operands 1 and 2 may be exchanged. */
  commutative: boolean;
  /** Template for a definition in another register than operand 1 (a three-operand form), when both uses are in registers. */
  threeOperand: string | null;
  /** Text placed after the function's end, for a rare path that begins and ends with local labels of {L}. */
  outOfLine: string | null;
  position: Position;
}

export interface MachineEdge {
  block: MachineBlock;
  args: VReg[];
}

/** Conditions: those of jcc, and equality of doubles, which takes two jumps because of NaN. */
export type Condition =
  | 'e' | 'ne' | 'l' | 'le' | 'g' | 'ge' | 'b' | 'be' | 'a' | 'ae' | 'o' | 'no' | 's' | 'ns' | 'double-e' | 'double-ne';

export interface MachineTerminator {
  /**
   * jump    one edge
   * branch  instr sets the flags; edges [when condition, else]
   * switch  instr's template names the targets `{T0}` …
   * except  edges [normal, landing]; the block's last instruction is the call
   * end     no edge: instr returns, or the block's last instruction doesn't return
   */
  kind: 'jump' | 'branch' | 'switch' | 'except' | 'end';
  instr: MachineInstr | null;
  condition: Condition;
  /** The edge that is mostly taken, where the tested operation tells. */
  likely?: 0 | 1;
  edges: MachineEdge[];
  position: Position;
}

export interface MachineBlock {
  id: number;
  params: VReg[];
  instrs: MachineInstr[];
  term: MachineTerminator;
  /** Entered by the unwinder, with the exception (its only parameter) in rax and everything else in memory. */
  landing: boolean;
  /** Known by selection to run rarely. */
  cold: boolean;
}

export interface MachineFunction {
  readonly symbol: string;
  /** In reverse postorder after `orderBlocks`; the first is the entry. */
  blocks: MachineBlock[];
  /** By id. */
  readonly vregs: VReg[];
  /** Parameters in the order of the convention. */
  readonly params: VReg[];
  /** Bytes of each stack buffer. */
  readonly buffers: number[];
}

const operand = (kind: Operand['kind'], vreg: VReg | null, xmm: boolean): Operand => ({
  vreg, kind, xmm, fixed: -1, memory: false, early: false, tied: -1,
});

export const use = (vreg: VReg): Operand => operand('use', vreg, vreg.xmm);
export const useFixed = (vreg: VReg, fixed: number): Operand => ({ ...use(vreg), fixed });
export const useMemory = (vreg: VReg): Operand => ({ ...use(vreg), memory: true });
export const def = (vreg: VReg): Operand => operand('def', vreg, vreg.xmm);
export const defEarly = (vreg: VReg): Operand => ({ ...def(vreg), early: true });
export const defTied = (vreg: VReg, tied = 1): Operand => ({ ...def(vreg), tied });
export const defFixed = (vreg: VReg, fixed: number): Operand => ({ ...def(vreg), fixed });
export const temp = (): Operand => operand('temp', null, false);
export const tempXmm = (): Operand => operand('temp', null, true);
export const tempFixed = (fixed: number): Operand => ({ ...temp(), fixed });

export function jumpTo(edge: MachineEdge, position: Position): MachineTerminator {
  return { kind: 'jump', instr: null, condition: 'e', edges: [edge], position };
}
