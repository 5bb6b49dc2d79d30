import type { Instr, Value } from '../ir/function.ts';
import { copyInteger } from './copy-integer.ts';
import { Address, memoryOperand } from './address.ts';
import { flagTest, fusedTest } from './condition.ts';
import { log2, W32, W64, type Width } from './integer-width.ts';
import {
  type Condition, def, defEarly, defFixed, defTied, type Operand, use, useFixed, useMemory,
} from './machine-ir.ts';
import { bit, RAX, RCX, RDX } from './registers.ts';
import { divide } from './select-division.ts';
import type { Selector, SelectInstr } from './select.ts';

/** The second operand of a two-address operation: immediate, place of a load used once, or register. */
function source(s: Selector, value: Value, { size, load }: Width, operands: Operand[]): string {
  const folded = s.foldableLoad(value, [load]);
  return folded ? memoryOperand(s, folded, folded.args.length > 1, operands) : s.source(value, operands, size);
}

function commuted(s: Selector, { args: [a, b] }: Instr, { load }: Width): [Value, Value] {
  if (s.immediate(a) !== null && s.immediate(b) === null) return [b, a];
  if (s.foldableLoad(a, [load]) && !s.foldableLoad(b, [load]) && s.immediate(b) === null) return [b, a];
  return [a, b];
}

const commutative = (mnemonic: string, width: Width): SelectInstr => (s, instr) => {
  const [a, b] = commuted(s, instr, width);
  const operands = [defTied(s.result(instr)), s.use(a)];
  const text = source(s, b, width, operands);
  s.emit(`${mnemonic} {0${width.size}}, ${text}`, operands, { commutative: text.startsWith('{') });
};

/** `x << c | x >>> (width - c)` is one rotation. */
const or = (width: Width): SelectInstr => (s, instr) => {
  const { rep, size } = width;
  const bits = rep === 'i32' ? 32n : 64n;
  for (const [a, b] of [instr.args, [...instr.args].reverse()]) {
    const left = s.foldable(a, `${rep}.shl`);
    const right = s.foldable(b, `${rep}.shr`);
    if (!left || !right || left.args[0] !== right.args[0]) continue;
    const count = s.constantInteger(left.args[1]);
    const rest = s.constantInteger(right.args[1]);
    if (count === null || rest === null || count <= 0n || rest <= 0n || count + rest !== bits) continue;
    s.emit(`rol {0${size}}, ${count}`, [defTied(s.result(instr)), s.use(left.args[0])]);
    return;
  }
  commutative('or', width)(s, instr);
};

const add = (width: Width): SelectInstr => (s, instr) => {
  const { size } = width;
  if (width.rep === 'i64') {
    const address = new Address(s);
    address.addRoot(instr);
    if (address.isCompound) {
      const operands = [def(s.result(instr))];
      const text = address.text(operands);
      s.emit(`lea {0q}, ${text}`, operands);
      return;
    }
  }
  const [a, b] = commuted(s, instr, width);
  const operands = [defTied(s.result(instr)), s.use(a)];
  const text = source(s, b, width, operands);
  const isRegister = text.startsWith('{');
  const threeOperand = isRegister ? `lea {0${size}}, [{1q}+{2q}]` : text.startsWith('[') ? undefined : `lea {0${size}}, [{1q}+${text}]`;
  s.emit(`add {0${size}}, ${text}`, operands, { commutative: isRegister, threeOperand });
};

const sub = (width: Width): SelectInstr => (s, instr) => {
  const { size } = width;
  const operands = [defTied(s.result(instr)), s.use(instr.args[0])];
  const constant = s.constantInteger(instr.args[1]);
  const text = source(s, instr.args[1], width, operands);
  const small = constant !== null && constant > -0x8000_0000n && constant <= 0x7fff_ffffn;
  s.emit(`sub {0${size}}, ${text}`, operands, small ? { threeOperand: `lea {0${size}}, [{1q}+${-constant}]` } : {});
};

const multiply = (width: Width): SelectInstr => (s, instr) => {
  const { size } = width;
  const [a, b] = commuted(s, instr, width);
  const constant = s.constantInteger(b);
  if (constant === null || constant !== BigInt.asIntN(32, constant)) {
    const operands = [defTied(s.result(instr)), s.use(a)];
    const text = source(s, b, width, operands);
    s.emit(`imul {0${size}}, ${text}`, operands, { commutative: text.startsWith('{') });
  } else if (constant > 0n && (constant & (constant - 1n)) === 0n) {
    s.emit(`shl {0${size}}, ${log2(constant)}`, [defTied(s.result(instr)), s.use(a)]);
  } else if (constant === 3n || constant === 5n || constant === 9n) {
    s.emit(`lea {0${size}}, [{1q}+{1q}*${constant - 1n}]`, [def(s.result(instr)), s.use(a)]);
  } else {
    s.emit(`imul {0${size}}, {1${size}}, ${constant}`, [def(s.result(instr)), useMemory(s.vreg(a))]);
  }
};

/** Without BMI2 a variable count has to be in cl. */
const shift = (mnemonic: string, { size, rep }: Width): SelectInstr => (s, instr) => {
  const [a, b] = instr.args;
  const count = s.constantInteger(b);
  if (count !== null) {
    const masked = count & (rep === 'i32' ? 31n : 63n);
    if (masked === 0n) return copyInteger(s, instr);
    const threeOperand = mnemonic === 'shl' && masked === 1n ? `lea {0${size}}, [{1q}+{1q}]` : undefined;
    s.emit(`${mnemonic} {0${size}}, ${masked}`, [defTied(s.result(instr)), s.use(a)], { threeOperand });
  } else s.emit(`${mnemonic} {0${size}}, cl`, [defTied(s.result(instr)), s.use(a), useFixed(s.vreg(b), RCX)]);
};

const unary = (mnemonic: string, size: string): SelectInstr => (s, instr) => {
  s.emit(`${mnemonic} {0${size}}`, [defTied(s.result(instr)), s.use(instr.args[0])]);
};

/** bsr and bsf leave their target undefined for 0: the conditional move answers then. */
const countZeros = (size: 'd' | 'q', leading: boolean): SelectInstr => (s, instr) => {
  const bits = size === 'd' ? 32 : 64;
  const width = s.integer(BigInt(leading ? 2 * bits - 1 : bits));
  const operands = [defEarly(s.result(instr)), s.use(instr.args[0]), use(width)];
  const text = leading ? `bsr {0${size}}, {1${size}}\ncmovz {0${size}}, {2${size}}\nxor {0d}, ${bits - 1}` : `bsf {0${size}}, {1${size}}\ncmovz {0${size}}, {2${size}}`;
  s.emit(text, operands);
};

/** A comparison whose result is needed as 0 or 1. */
export const materialise: SelectInstr = (s, instr) => {
  const operands = [def(s.result(instr))];
  const { text, condition } = fusedTest(s, instr, operands)!;
  s.emit(`${text}\n${setText(condition)}`, condition.startsWith('double') ? [defEarly(operands[0].vreg!), ...operands.slice(1)] : operands);
};

/** Sets operand 0 to 0 or 1. For equality of doubles the target must not be one of the operands: it is written in steps. */
function setText(condition: Condition): string {
  if (condition === 'double-e') return 'setnp {0b}\nmovzx {0d}, {0b}\njz .e{L}\nxor {0d}, {0d}\n.e{L}:';
  if (condition === 'double-ne') return 'setp {0b}\nmovzx {0d}, {0b}\njz .e{L}\nmov {0d}, 1\n.e{L}:';
  return `set${condition} {0b}\nmovzx {0d}, {0b}`;
}

const not: SelectInstr = (s, instr) => {
  s.emit('xor {0d}, 1', [defTied(s.result(instr)), s.use(instr.args[0])]);
};

const choose: SelectInstr = (s, instr) => {
  const [cond, a, b] = instr.args;
  const result = s.result(instr);
  const size = instr.result!.rep === 'i32' || instr.result!.rep === 'bool' ? 'd' : 'q';
  const operands = [defTied(result), s.use(b), s.use(a)];
  const { text, condition } = flagTest(s, cond, operands);
  const skip =
    condition === 'double-e' ? 'jne .s{L}\njp .s{L}'
    : condition === 'double-ne' ? 'jp .t{L}\nje .s{L}\n.t{L}:'
    : `jn${condition} .s{L}`.replace('jnn', 'j');
  if (result.xmm) s.emit(`${text}\n${skip}\nmovaps {0x}, {2x}\n.s{L}:`, operands);
  else if (condition.startsWith('double')) s.emit(`${text}\n${skip}\nmov {0${size}}, {2${size}}\n.s{L}:`, operands);
  else s.emit(`${text}\ncmov${condition} {0${size}}, {2${size}}`, operands);
};

const extendByte = (mnemonic: string, size: string, from: string): SelectInstr => (s, instr) => {
  s.emit(`${mnemonic} {0${size}}, {1${from}}`, [def(s.result(instr)), s.use(instr.args[0])]);
};

const forWidth = (width: Width): Record<string, SelectInstr> => ({
  [`${width.rep}.add`]: add(width),
  [`${width.rep}.sub`]: sub(width),
  [`${width.rep}.mul`]: multiply(width),
  [`${width.rep}.and`]: commutative('and', width),
  [`${width.rep}.or`]: or(width),
  [`${width.rep}.xor`]: commutative('xor', width),
  [`${width.rep}.shl`]: shift('shl', width),
  [`${width.rep}.shr`]: shift('shr', width),
  [`${width.rep}.sar`]: shift('sar', width),
  [`${width.rep}.neg`]: unary('neg', width.size),
  [`${width.rep}.not`]: unary('not', width.size),
  [`${width.rep}.div_s`]: divide(width, true, false),
  [`${width.rep}.div_u`]: divide(width, false, false),
  [`${width.rep}.rem_s`]: divide(width, true, true),
  [`${width.rep}.rem_u`]: divide(width, false, true),
  [`${width.rep}.ctlz`]: countZeros(width.size, true),
  [`${width.rep}.cttz`]: countZeros(width.size, false),
  ...Object.fromEntries(
    ['eq', 'ne', 'lt_s', 'le_s', 'gt_s', 'ge_s', 'lt_u', 'le_u', 'gt_u', 'ge_u'].map((name) => [`${width.rep}.${name}`, materialise]),
  ),
});

export const INTEGER_SELECTORS: Record<string, SelectInstr> = {
  ...forWidth(W32),
  ...forWidth(W64),
  'i64.mulhi_u': (s, instr) => {
    const [a, b] = instr.args;
    s.emit('mul {2q}', [defFixed(s.result(instr), RDX), useFixed(s.vreg(a), RAX), useMemory(s.vreg(b))], { clobbers: bit(RAX) | bit(RDX) });
  },
  'bool.not': not,
  'bool.and': commutative('and', W32),
  'bool.or': commutative('or', W32),
  'bool.eq': materialise,
  'i32.sext64': (s, instr) => s.emit('movsxd {0q}, {1d}', [def(s.result(instr)), useMemory(s.vreg(instr.args[0]))]),
  'i32.zext64': (s, instr) => s.emit('mov {0d}, {1d}', [def(s.result(instr)), useMemory(s.vreg(instr.args[0]))]),
  'i32.sext8': extendByte('movsx', 'd', 'b'),
  'i32.sext16': extendByte('movsx', 'd', 'w'),
  select: choose,
};
