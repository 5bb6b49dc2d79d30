import { DOUBLE_OFFSET, F64U_UNDEFINED_BITS, INT32_TAG, VALUE_FALSE } from '../layout/value.ts';
import { def, defEarly, defTied, temp, use } from './machine-ir.ts';
import { materialise } from './select-integer.ts';
import type { SelectInstr } from './select.ts';

/** A copy: the operand's bits read as tracked. Costs nothing when the operand dies. */
const copy: SelectInstr = (s, instr) => s.emit('', [defTied(s.result(instr)), s.use(instr.args[0])]);

/**
 * Unboxing of a number: doubles are the likely case, int32 goes out of line. `{2q}` is free; the top 15 bits of an int32 are set,
 * which no double has.
 */
const unboxNumber = (absent: string): string =>
  `mov {2q}, {1q}\nshr {2q}, 49\ncmp {2d}, 0x7fff\nje .i{L}\n${absent}mov {2q}, {1q}\nsub {2q}, {3q}\nmovq {0x}, {2q}\n.d{L}:`;
const UNBOX_INT32 = '.i{L}:\npxor {0x}, {0x}\ncvtsi2sd {0x}, {1d}\njmp .d{L}';

/** 0 for undefined and 1 for hole: their patterns of f64u are consecutive, and their boxed words (VALUE_UNDEFINED, VALUE_HOLE) 16 apart. */
export const VALUE_SELECTORS: Record<string, SelectInstr> = {
  'box.i32': (s, instr) => {
    const operands = [defEarly(s.result(instr)), s.use(instr.args[0]), use(s.integer(INT32_TAG))];
    s.emit('mov {0d}, {1d}\nor {0q}, {2q}', operands);
  },
  'box.f64': (s, instr) => {
    s.emit('movq {0q}, {1x}\nadd {0q}, {2q}', [defEarly(s.result(instr)), s.use(instr.args[0]), use(s.integer(DOUBLE_OFFSET))]);
  },
  'box.f64u': (s, instr) => {
    const operands = [
      defEarly(s.result(instr)), s.use(instr.args[0]), temp(), use(s.integer(-F64U_UNDEFINED_BITS)), use(s.integer(DOUBLE_OFFSET)),
    ];
    s.emit('movq {0q}, {1x}\nlea {2q}, [{0q}+{3q}]\ncmp {2q}, 1\njbe .a{L}\nadd {0q}, {4q}\n.k{L}:', operands, {
      outOfLine: '.a{L}:\nshl {2d}, 4\nlea {0d}, [{2q}+2]\njmp .k{L}',
    });
  },
  'box.bool': (s, instr) => s.emit(`lea {0d}, [{1q}+${VALUE_FALSE}]`, [def(s.result(instr)), s.use(instr.args[0])]),
  'unbox.f64': (s, instr) => {
    const operands = [def(s.result(instr)), s.use(instr.args[0]), temp(), use(s.integer(DOUBLE_OFFSET))];
    s.emit(unboxNumber(''), operands, { outOfLine: UNBOX_INT32 });
  },
  'unbox.f64u': (s, instr) => {
    const operands = [
      def(s.result(instr)), s.use(instr.args[0]), temp(), use(s.integer(DOUBLE_OFFSET)), use(s.integer(F64U_UNDEFINED_BITS)),
    ];
    s.emit(unboxNumber('test {2d}, {2d}\njz .a{L}\n'), operands, {
      outOfLine: `${UNBOX_INT32}\n.a{L}:\nmov {2q}, {1q}\nshr {2q}, 4\nadd {2q}, {4q}\nmovq {0x}, {2q}\njmp .d{L}`,
    });
  },
  'unbox.bool': (s, instr) => s.emit('and {0d}, 1', [defTied(s.result(instr)), s.use(instr.args[0])]),
  'value.frombits': copy,
  'ref.frombits': copy,
  'value.isint': materialise,
  'value.isnumber': materialise,
  'value.iscell': materialise,
  'value.isbool': materialise,
  'value.is': materialise,
  'value.eqbits': materialise,
  'ref.eq': materialise,
  'f64u.isundefined': materialise,
  'f64u.ishole': materialise,
  'f64u.isabsent': materialise,
};
