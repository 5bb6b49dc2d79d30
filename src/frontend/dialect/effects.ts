/**
 * What each dialect function may do, over the call graph of all that is lowered together: `noalloc` (no collection can run
 * inside) and `nothrow` become attributes of functions and of their calls.
 *
 * A collection can run inside callAddress, the hooks (ordinary TypeScript), and functions marked `@alloc`; an exception can
 * leave throwValue, callAddress and the hooks. The least fixpoint of "calls one that may" is what remains.
 */
import type { Func, Instr } from '../../ir/function.ts';
import type { DialectFunction } from './source-unit.ts';

interface Effects {
  alloc: boolean;
  throws: boolean;
}

export interface Lowered {
  func: Func;
  declared: DialectFunction;
}

/** Sets the attributes; gives for each function that may allocate the callee through which it does (itself where it is marked). */
export function inferEffects(functions: ReadonlyMap<string, Lowered>): Map<string, string> {
  const effects = new Map<string, Effects>();
  const reason = new Map<string, string>();
  for (const [symbol, { func, declared }] of functions) {
    const own = { alloc: declared.tags.has('alloc'), throws: func.blocks.some(({ term }) => term.op === 'throw') };
    if (own.alloc) reason.set(symbol, symbol);
    effects.set(symbol, own);
  }
  for (let changed = true; changed; ) {
    changed = false;
    for (const [symbol, { func }] of functions) {
      const own = effects.get(symbol)!;
      for (const instr of calls(func)) {
        const callee = effectsOf(instr, effects);
        if (callee.alloc && !own.alloc) reason.set(symbol, String(instr.attrs.target ?? 'callAddress'));
        changed ||= (callee.alloc && !own.alloc) || (callee.throws && !own.throws);
        own.alloc ||= callee.alloc;
        own.throws ||= callee.throws;
      }
    }
  }
  for (const [symbol, { func }] of functions) {
    mark(func.attrs, effects.get(symbol)!);
    for (const instr of calls(func)) if (instr.op === 'call') instr.attrs = mark({ ...instr.attrs }, effectsOf(instr, effects));
  }
  return reason;
}

function mark<T extends Record<string, unknown>>(attrs: T, { alloc, throws }: Effects): T {
  if (!alloc) (attrs as Record<string, unknown>).noalloc = true;
  if (!throws) (attrs as Record<string, unknown>).nothrow = true;
  return attrs;
}

function effectsOf(instr: Instr, effects: ReadonlyMap<string, Effects>): Effects {
  return effects.get(String(instr.attrs.target)) ?? { alloc: true, throws: true };
}

function* calls(func: Func): Iterable<Instr> {
  for (const block of func.blocks) for (const instr of block.instrs) if (instr.op === 'call' || instr.op === 'call.indirect') yield instr;
}
