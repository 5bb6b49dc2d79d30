import type { Instr } from '../ir/function.ts';
import { copyInteger } from './copy-integer.ts';
import { reciprocal } from './division-by-constant.ts';
import { log2, type Width } from './integer-width.ts';
import { def, defEarly, defFixed, defTied, type Operand, temp, tempFixed, use, useFixed, useMemory } from './machine-ir.ts';
import { bit, RAX, RDX } from './registers.ts';
import type { Selector, SelectInstr } from './select.ts';

/** Quotient in rax, remainder in rdx. */
export const divide = (width: Width, signed: boolean, remainder: boolean): SelectInstr => (s, instr) => {
  const { rep } = width;
  const [a, b] = instr.args;
  const divisor = s.constantInteger(b);
  if (divisor !== null && divisor > 0n && (divisor & (divisor - 1n)) === 0n) {
    divideByPowerOfTwo(s, instr, width, signed, remainder, divisor);
    return;
  }
  if (divisor !== null && divisor > 0n && rep === 'i32' && divideByReciprocal(s, instr, signed, remainder, divisor)) return;
  const extend = signed ? (rep === 'i32' ? 'cdq' : 'cqo') : 'xor edx, edx';
  const operands = [
    defFixed(s.result(instr), remainder ? RDX : RAX),
    useFixed(s.vreg(a), RAX),
    useMemory(s.vreg(b)),
    ...(remainder ? [] : [tempFixed(RDX)]),
  ];
  const clobbers = bit(RAX) | bit(RDX);
  if (rep === 'i32') s.emit(`${extend}\n${signed ? 'idiv' : 'div'} {2d}`, operands, { clobbers });
  else divide64(s, signed, extend, operands, clobbers);
};

/** A 64-bit division takes several times as long as a 32-bit one, which gives the same where neither operand is negative or needs more bits. */
function divide64(s: Selector, signed: boolean, extend: string, operands: Operand[], clobbers: number): void {
  const text = 'mov rdx, rax\nor rdx, {2q}\nshr rdx, 32\njnz .w{L}\ndiv {2d}\n.v{L}:';
  s.emit(text, operands, { clobbers, outOfLine: `.w{L}:\n${extend}\n${signed ? 'idiv' : 'div'} {2q}\njmp .v{L}` });
}

/** A 32-bit division by a constant that is no power of two, in 64-bit registers. False when the constant is not suitable. */
function divideByReciprocal(s: Selector, instr: Instr, signed: boolean, remainder: boolean, divisor: bigint): boolean {
  const greatest = signed ? 0x8000_0000n : 0xffff_ffffn;
  const scaled = reciprocal(divisor, greatest, 32);
  if (!scaled) return false;
  const { multiplier, shift } = scaled;
  const result = s.result(instr);
  const quotient = remainder ? s.newVReg(false, false) : result;
  const a = s.vreg(instr.args[0]);
  const factor = use(s.integer(multiplier));
  // A negative dividend's quotient is one too small: the shift rounds down.
  if (signed) {
    s.emit(`movsxd {0q}, {1d}\nimul {0q}, {2q}\nsar {0q}, ${shift}\nmov {3d}, {1d}\nshr {3d}, 31\nadd {0d}, {3d}`, [defEarly(quotient), use(a), factor, temp()]);
  } else s.emit(`mov {0d}, {1d}\nimul {0q}, {2q}\nshr {0q}, ${shift}`, [defEarly(quotient), use(a), factor]);
  if (remainder) s.emit(`imul {0d}, {1d}, ${-divisor}\nadd {0d}, {2d}`, [defEarly(result), use(quotient), use(a)]);
  return true;
}

function divideByPowerOfTwo(s: Selector, instr: Instr, { size, rep }: Width, signed: boolean, remainder: boolean, divisor: bigint): void {
  const a = instr.args[0];
  const shiftCount = log2(divisor);
  const bits = rep === 'i32' ? 32 : 64;
  if (divisor === 1n) {
    if (remainder) s.emit('xor {0d}, {0d}', [def(s.result(instr))]);
    else copyInteger(s, instr);
  } else if (!signed && !remainder) {
    s.emit(`shr {0${size}}, ${shiftCount}`, [defTied(s.result(instr)), s.use(a)]);
  } else if (!signed) {
    if (shiftCount < 32) s.emit(`and {0${size}}, ${divisor - 1n}`, [defTied(s.result(instr)), s.use(a)]);
    else s.emit('and {0q}, {2q}', [defTied(s.result(instr)), s.use(a), use(s.integer(divisor - 1n))], { commutative: true });
  } else {
    // Rounds toward zero: negative dividends get divisor - 1 added.
    const bias = `mov {0${size}}, {1${size}}\nsar {0${size}}, ${bits - 1}\nshr {0${size}}, ${bits - shiftCount}\nadd {0${size}}, {1${size}}\n`;
    const text = remainder
      ? `${bias}sar {0${size}}, ${shiftCount}\nshl {0${size}}, ${shiftCount}\nneg {0${size}}\nadd {0${size}}, {1${size}}`
      : `${bias}sar {0${size}}, ${shiftCount}`;
    s.emit(text, [defEarly(s.result(instr)), s.use(a)]);
  }
}
