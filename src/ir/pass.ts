import type { Func } from './function.ts';
import { verify } from './verify.ts';

/** A transformation of one function. Returns whether it changed anything. */
export interface Pass {
  readonly name: string;
  readonly run: (func: Func) => boolean;
  /** Least optimisation level at which it runs. */
  readonly level: 0 | 1 | 2;
  /** Names of passes that must have run before, with the reason. */
  readonly after: Readonly<Record<string, string>>;
}

/** Sees each function after each pass: tests verify there, inspect prints there. */
export type PassObserver = (func: Func, pass: { readonly name: string }) => void;

/** Throws an Error when the order of a pass table contradicts its constraints. */
export function checkOrder(passes: readonly Pass[]): void {
  passes.forEach((pass, i) => {
    for (const [earlier, reason] of Object.entries(pass.after)) {
      const at = passes.findIndex(({ name }) => name === earlier);
      if (at === -1 || at >= i) throw new Error(`pass ${pass.name} must come after ${earlier}: ${reason}`);
    }
  });
}

/** Runs the passes of a level over a function; `observe` is called after each. */
export function runPasses(passes: readonly Pass[], func: Func, level: number, observe?: PassObserver): void {
  for (const pass of passes) {
    if (pass.level > level) continue;
    pass.run(func);
    observe?.(func, pass);
  }
}

/** Observer that verifies after every pass. */
export function verifyAfter(func: Func, pass: { readonly name: string }): void {
  try {
    verify(func);
  } catch (error) {
    throw new Error(`after pass ${pass.name}: ${(error as Error).message}`);
  }
}
