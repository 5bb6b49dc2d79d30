import type { Instr } from '../ir/function.ts';
import { def, defFixed, type Operand, tempFixed, useFixed } from './machine-ir.ts';
import { bit, R10, R11, R8, R9, RAX, RBX, RCX, RDI, RDX, RSI } from './registers.ts';
import type { SelectInstr, Selector } from './select.ts';

/** One row per privileged or special instruction: text, registers of the arguments, register of the result, registers destroyed. */
interface Fixed {
  text: string;
  args: readonly number[];
  result?: number;
  clobbers?: readonly number[];
}

const SYSCALL_ARGUMENTS = [RAX, RDI, RSI, RDX, R10, R8, R9];

const FIXED: Record<string, Fixed> = {
  'x86.out8': { text: 'out dx, al', args: [RDX, RAX] },
  'x86.out16': { text: 'out dx, ax', args: [RDX, RAX] },
  'x86.out32': { text: 'out dx, eax', args: [RDX, RAX] },
  'x86.in8': { text: 'in al, dx\nmovzx eax, al', args: [RDX], result: RAX },
  'x86.in16': { text: 'in ax, dx\nmovzx eax, ax', args: [RDX], result: RAX },
  'x86.in32': { text: 'in eax, dx', args: [RDX], result: RAX },
  'x86.hlt': { text: 'hlt', args: [] },
  'x86.sti': { text: 'sti', args: [] },
  'x86.cli': { text: 'cli', args: [] },
  'x86.stihlt': { text: 'sti\nhlt', args: [] },
  'x86.pause': { text: 'pause', args: [] },
  'x86.rdtsc': { text: 'rdtsc\nshl rdx, 32\nor rax, rdx', args: [], result: RAX, clobbers: [RDX] },
  'x86.rdmsr': { text: 'rdmsr\nshl rdx, 32\nor rax, rdx', args: [RCX], result: RAX, clobbers: [RDX] },
  'x86.wrmsr': { text: 'mov rdx, rax\nshr rdx, 32\nwrmsr', args: [RCX, RAX], clobbers: [RDX] },
  // Linux leaves the result in rax and destroys rcx and r11.
  'x86.syscall': { text: 'syscall', args: SYSCALL_ARGUMENTS, result: RAX, clobbers: [RCX, R11] },
};

const fixed = ({ text, args, result, clobbers = [] }: Fixed): SelectInstr => (s, instr) => {
  const operands: Operand[] = result !== undefined && instr.result ? [defFixed(s.result(instr), result)] : [];
  instr.args.forEach((arg, i) => operands.push(useFixed(s.vreg(arg), args[i])));
  for (const register of clobbers) if (!args.includes(register)) operands.push(tempFixed(register));
  const destroyed = clobbers.reduce((mask, register) => mask | bit(register), result === undefined ? 0 : bit(result));
  s.emit(text, operands, { clobbers: destroyed });
};

const cpuid: SelectInstr = (s, instr) => {
  const registers = [RAX, RBX, RCX, RDX];
  const result = registers[Number(instr.attrs.register)];
  const operands = [defFixed(s.result(instr), result), useFixed(s.vreg(instr.args[0]), RAX), useFixed(s.vreg(instr.args[1]), RCX)];
  s.emit('cpuid', operands, { clobbers: registers.reduce((mask, register) => mask | bit(register), 0) });
};

const read = (text: string): SelectInstr => (s, instr) => s.emit(text, [def(s.result(instr))]);
const write = (text: string): SelectInstr => (s: Selector, instr: Instr) => s.emit(text, [s.use(instr.args[0])]);

export const X86_SELECTORS: Record<string, SelectInstr> = {
  ...Object.fromEntries(Object.entries(FIXED).map(([op, row]) => [op, fixed(row)])),
  'x86.cpuid': cpuid,
  'stack.pointer': read('mov %0, rsp'),
  'x86.readcr2': read('mov {0q}, cr2'),
  'x86.readcr3': read('mov {0q}, cr3'),
  'x86.writecr3': write('mov cr3, {0q}'),
  'x86.invlpg': write('invlpg [{0q}]'),
  'x86.lidt': write('lidt [{0q}]'),
  'x86.lgdt': write('lgdt [{0q}]'),
  'x86.ltr': write('ltr {0w}'),
};
