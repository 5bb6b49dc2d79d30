import { def, useMemory } from './machine-ir.ts';
import type { SelectInstr } from './select.ts';

/** An operation that leaves the number as it is. It still clears the upper half, as every 32-bit operation does: zero-extended.ts relies on that. */
export const copyInteger: SelectInstr = (s, instr) => {
  const size = instr.result!.rep === 'i32' ? 'd' : 'q';
  s.emit(`mov {0${size}}, {1${size}}`, [def(s.result(instr)), useMemory(s.vreg(instr.args[0]))]);
};
