import type { Value } from '../ir/function.ts';
import { CANONICAL_NAN_BITS } from '../layout/value.ts';
import { memoryOperand } from './address.ts';
import { def, defEarly, defTied, type Operand, temp, tempXmm, use, useMemory } from './machine-ir.ts';
import { materialise } from './select-integer.ts';
import type { Selector, SelectInstr } from './select.ts';

const SIGN_BIT = 0x8000_0000_0000_0000n;
const ONE = 0x3ff0_0000_0000_0000n;

function source(s: Selector, value: Value, operands: Operand[]): string {
  const load = s.foldableLoad(value, ['load.f64']);
  return load ? `qword ${memoryOperand(s, load, load.args.length > 1, operands)}` : s.source(value, operands, 'x');
}

const arithmetic = (mnemonic: string, commutative: boolean): SelectInstr => (s, instr) => {
  const { args } = instr;
  const exchange = commutative && s.foldableLoad(args[0], ['load.f64']) && !s.foldableLoad(args[1], ['load.f64']);
  const [a, b] = exchange ? [args[1], args[0]] : args;
  const operands = [defTied(s.result(instr)), s.use(a)];
  const text = source(s, b, operands);
  s.emit(`${mnemonic} {0x}, ${text}`, operands, { commutative: commutative && text.startsWith('{') });
};

/** Division by a power of two is multiplication by its reciprocal, bit for bit, where that is a normal number. */
const divide: SelectInstr = (s, instr) => {
  const divisor = s.constantDouble(instr.args[1]);
  const inverse = divisor === null ? null : reciprocalOfPower(divisor);
  if (inverse === null) {
    arithmetic('divsd', false)(s, instr);
    return;
  }
  s.emit('mulsd {0x}, {2x}', [defTied(s.result(instr)), s.use(instr.args[0]), useMemory(s.constant({ kind: 'double', bits: inverse }))], { commutative: true });
};

const EXPONENT_SHIFT = 52n;
const MANTISSA_MASK = (1n << EXPONENT_SHIFT) - 1n;
const EXPONENT_MASK = 0x7ffn;
/** Twice the bias: exponents of a power of two and its reciprocal add up to this. */
const EXPONENT_SUM = 0x7fen;

/** Bits of 1 / x where x is a power of two and both are normal, else null. */
function reciprocalOfPower(bits: bigint): bigint | null {
  const exponent = (bits >> EXPONENT_SHIFT) & EXPONENT_MASK;
  if ((bits & MANTISSA_MASK) !== 0n || exponent === 0n || exponent >= EXPONENT_SUM) return null;
  return (bits & SIGN_BIT) | ((EXPONENT_SUM - exponent) << EXPONENT_SHIFT);
}

/** Conversions into an xmm register keep its upper half: clearing it first cuts the dependency on its former value. */
const fromInteger = (size: 'd' | 'q'): SelectInstr => (s, instr) => {
  s.emit(`pxor {0x}, {0x}\ncvtsi2sd {0x}, {1${size}}`, [def(s.result(instr)), useMemory(s.vreg(instr.args[0]))]);
};

const truncate = (size: 'd' | 'q'): SelectInstr => (s, instr) => {
  s.emit(`cvttsd2si {0${size}}, {1x}`, [def(s.result(instr)), useMemory(s.vreg(instr.args[0]))]);
};

/**
 * Rounding by conversion to int64 and back, without SSE4.1. What doesn't convert (NaN, 2^63 and above) is an integer or NaN already.
 * The sign is put back, since -0 and what rounds to it become 0. `adjust` corrects the truncated {0x} against {1x}, {3x} is free.
 */
const rounded = (adjust: (one: string) => string): SelectInstr => (s, instr) => {
  const one = s.constant({ kind: 'double', bits: ONE });
  const sign = s.constant({ kind: 'double', bits: SIGN_BIT });
  const text = [
    'cvttsd2si {2q}, {1x}', 'movaps {0x}, {1x}', 'cmp {2q}, 1', 'jo .r{L}',
    'pxor {0x}, {0x}', 'cvtsi2sd {0x}, {2q}', adjust('{4x}'),
    'movaps {3x}, {1x}', 'andps {3x}, {5x}', 'orps {0x}, {3x}', '.r{L}:',
  ];
  s.emit(text.filter(Boolean).join('\n'), [defEarly(s.result(instr)), s.use(instr.args[0]), temp(), tempXmm(), use(one), use(sign)]);
};

/** A NaN of any payload becomes the canonical one, out of line. */
const canonicalise: SelectInstr = (s, instr) => {
  const nan = s.constant({ kind: 'double', bits: CANONICAL_NAN_BITS });
  s.emit('ucomisd {0x}, {0x}\njp .n{L}\n.o{L}:', [defTied(s.result(instr)), s.use(instr.args[0]), useMemory(nan)], {
    outOfLine: '.n{L}:\nmovsd {0x}, {2x}\njmp .o{L}',
  });
};

export const FLOAT_SELECTORS: Record<string, SelectInstr> = {
  'f64.add': arithmetic('addsd', true),
  'f64.sub': arithmetic('subsd', false),
  'f64.mul': arithmetic('mulsd', true),
  'f64.div': divide,
  // Through registers: a memory operand of a packed instruction has 16 bytes.
  'f64.neg': (s, instr) => {
    const sign = s.constant({ kind: 'double', bits: SIGN_BIT });
    s.emit('xorps {0x}, {2x}', [defTied(s.result(instr)), s.use(instr.args[0]), use(sign)], { commutative: true });
  },
  'f64.abs': (s, instr) => {
    const mask = s.constant({ kind: 'double', bits: SIGN_BIT - 1n });
    s.emit('andps {0x}, {2x}', [defTied(s.result(instr)), s.use(instr.args[0]), use(mask)], { commutative: true });
  },
  'f64.sqrt': (s, instr) => {
    const operands = [def(s.result(instr))];
    s.emit(`sqrtsd {0x}, ${source(s, instr.args[0], operands)}`, operands);
  },
  'f64.floor': rounded((one) => `movaps {3x}, {1x}\ncmpltsd {3x}, {0x}\nandps {3x}, ${one}\nsubsd {0x}, {3x}`),
  'f64.ceil': rounded((one) => `movaps {3x}, {0x}\ncmpltsd {3x}, {1x}\nandps {3x}, ${one}\naddsd {0x}, {3x}`),
  'f64.trunc': rounded(() => ''),
  'f64.eq': materialise,
  'f64.ne': materialise,
  'f64.lt': materialise,
  'f64.le': materialise,
  'f64.gt': materialise,
  'f64.ge': materialise,
  'f64.bits': (s, instr) => s.emit('movq {0q}, {1x}', [def(s.result(instr)), s.use(instr.args[0])]),
  'f64.frombits': (s, instr) => s.emit('movq {0x}, {1q}', [def(s.result(instr)), s.use(instr.args[0])]),
  'f64.round32': (s, instr) => s.emit('cvtsd2ss {0x}, {1x}\ncvtss2sd {0x}, {0x}', [def(s.result(instr)), s.use(instr.args[0])]),
  'i32.tof64': fromInteger('d'),
  'i64.tof64': fromInteger('q'),
  'i32.u.tof64': (s, instr) => {
    s.emit('mov {2d}, {1d}\npxor {0x}, {0x}\ncvtsi2sd {0x}, {2q}', [def(s.result(instr)), s.use(instr.args[0]), temp()]);
  },
  'f64.toi32': truncate('d'),
  'f64.toi64': truncate('q'),
  // Within int64 the low half of the truncation is ToInt32; the stub answers for the rest and keeps all registers.
  'f64.toint32': (s, instr) => {
    s.references.add(TO_INT32_STUB);
    s.emit('cvttsd2si {0q}, {1x}\ncmp {0q}, 1\njo .i{L}\n.j{L}:', [def(s.result(instr)), s.use(instr.args[0])], {
      outOfLine: `.i{L}:\nsub rsp, 8\nmovsd [rsp], {1x}\ncall ${TO_INT32_STUB}\npop {0q}\njmp .j{L}`,
    });
  },
  'f64.canonical': canonicalise,
  'f64u.tof64': canonicalise,
};

/** ToInt32 of the double at the top of the stack, in place; changes no register (stubs.ts). */
export const TO_INT32_STUB = 'codegen_to_int32';
