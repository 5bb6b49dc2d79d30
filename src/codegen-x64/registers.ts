/**
 * The register file: general registers are 0 to 15 in encoding order, xmm registers 16 to 31. A set of registers is a 32-bit mask.
 * rsp is never allocated; no register survives a call.
 */
export const RAX = 0;
export const RCX = 1;
export const RDX = 2;
export const RBX = 3;
export const RSP = 4;
export const RBP = 5;
export const RSI = 6;
export const RDI = 7;
export const R8 = 8;
export const R9 = 9;
export const R10 = 10;
export const R11 = 11;
export const XMM0 = 16;

export type Size = 'b' | 'w' | 'd' | 'q' | 'x';

const LEGACY = ['ax', 'cx', 'dx', 'bx', 'sp', 'bp', 'si', 'di'];
const numbered = (prefix: string, suffix: string, from: number): string[] =>
  Array.from({ length: 16 - from }, (_, i) => `${prefix}${i + from}${suffix}`);

const NAMES: Record<Size, string[]> = {
  b: ['al', 'cl', 'dl', 'bl', 'spl', 'bpl', 'sil', 'dil', ...numbered('r', 'b', 8)],
  w: [...LEGACY, ...numbered('r', 'w', 8)],
  d: [...LEGACY.map((name) => `e${name}`), ...numbered('r', 'd', 8)],
  q: [...LEGACY.map((name) => `r${name}`), ...numbered('r', '', 8)],
  x: numbered('xmm', '', 0),
};

/** The assembler's name of a register at a size; xmm registers have the size `x` only. */
export function registerName(register: number, size: Size): string {
  return register >= XMM0 ? NAMES.x[register - XMM0] : NAMES[size][register];
}

export function isXmm(register: number): boolean {
  return register >= XMM0;
}

export const bit = (register: number): number => 1 << register;

/** The registers that the allocator may use. Tests give fewer. */
export interface RegisterFile {
  readonly gpr: number;
  readonly xmm: number;
}

export const ALL_REGISTERS: RegisterFile = { gpr: 0xffff & ~bit(RSP), xmm: 0xffff_0000 | 0 };

/** Order in which free registers are taken: short encodings first, those of fixed operands (rcx, rdx, rax) late. */
export const PREFERENCE: readonly number[] = [
  RSI, RDI, RAX, RDX, RCX, R8, R9, R10, R11, RBX, 14, 15, RBP, 12, 13, ...Array.from({ length: 16 }, (_, i) => XMM0 + i),
];

export const INTEGER_ARGUMENTS: readonly number[] = [RDI, RSI, RDX, RCX, R8, R9];
export const FLOAT_ARGUMENTS: readonly number[] = Array.from({ length: 8 }, (_, i) => XMM0 + i);

export type ArgumentPlace = { register: number } | { stackWord: number };

/** Where the typed calling convention passes arguments: `floats[i]` is true for an xmm argument. Stack words count from the lowest address. */
export function argumentPlaces(floats: readonly boolean[]): ArgumentPlace[] {
  let integers = 0;
  let xmms = 0;
  let stackWords = 0;
  return floats.map((float) => {
    const register = float ? FLOAT_ARGUMENTS[xmms++] : INTEGER_ARGUMENTS[integers++];
    return register === undefined ? { stackWord: stackWords++ } : { register };
  });
}
