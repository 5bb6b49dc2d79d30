import type { Func } from '../ir/function.ts';
import { checkOrder, type Pass, type PassObserver, runPasses } from '../ir/pass.ts';
import { boundsChecks } from './bounds-checks.ts';
import { convertParameters } from './convert-parameters.ts';
import { deadCode } from './dead-code.ts';
import { fold } from './fold.ts';
import { freeQuieting } from './free-quieting.ts';
import { inlineCalls } from './inline.ts';
import { jumpThreading } from './jump-threading.ts';
import { loopInvariants } from './loop-invariants.ts';
import { simplifyCfg } from './simplify-cfg.ts';
import { valueNumbering } from './value-numbering.ts';

/** Before inlining: callees are copied in this form. */
export const EARLY: readonly Pass[] = [simplifyCfg, fold, valueNumbering, { ...fold, name: 'fold-again' }, { ...simplifyCfg, name: 'simplify-cfg-again' }, deadCode];

/** After inlining. */
export const LATE: readonly Pass[] = [
  simplifyCfg, fold, jumpThreading, { ...simplifyCfg, name: 'simplify-cfg-threaded' }, valueNumbering, boundsChecks, { ...simplifyCfg, name: 'simplify-cfg-checked' }, convertParameters, loopInvariants, { ...fold, name: 'fold-again' }, { ...valueNumbering, name: 'value-numbering-again' },
  { ...simplifyCfg, name: 'simplify-cfg-again' }, freeQuieting, deadCode,
];

/**
 * Optimises functions in place. `library`: finished functions, by symbol, that may be inlined into them. `observe` sees each function after each pass, and
 * after `inline`, which is for all functions at once.
 */
export function optimise(functions: readonly Func[], level: number, library: ReadonlyMap<string, Func> = new Map(), observe?: PassObserver): void {
  checkOrder(EARLY);
  checkOrder(LATE);
  for (const func of functions) runPasses(EARLY, func, level, observe);
  if (level === 0) return;
  inlineCalls(functions, library, level);
  for (const func of functions) observe?.(func, { name: 'inline' });
  for (const func of functions) runPasses(LATE, func, level, observe);
}
