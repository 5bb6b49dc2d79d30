import { CALL_SELECTORS } from './select-call.ts';
import { FLOAT_SELECTORS } from './select-float.ts';
import { INTEGER_SELECTORS } from './select-integer.ts';
import { MEMORY_SELECTORS } from './select-memory.ts';
import { VALUE_SELECTORS } from './select-value.ts';
import { X86_SELECTORS } from './select-x86.ts';
import type { SelectInstr } from './select.ts';

/** How each operation of the typed IR becomes instructions. */
export const SELECTORS: Readonly<Record<string, SelectInstr | undefined>> = {
  ...INTEGER_SELECTORS,
  ...FLOAT_SELECTORS,
  ...VALUE_SELECTORS,
  ...MEMORY_SELECTORS,
  ...CALL_SELECTORS,
  ...X86_SELECTORS,
};

/**
 * Operations whose result is the same register as their operand: other readings of the same bits. Only from tracked to raw or
 * within a kind, never from raw to tracked: a spill slot of the operand must not become a root.
 */
export const ALIASES: ReadonlySet<string> = new Set([
  'i64.wrap32', 'bool.toi32', 'unbox.i32', 'value.bits', 'value.toref', 'ref.tovalue', 'ref.bits', 'f64.tof64u', 'f64u.assume',
]);
