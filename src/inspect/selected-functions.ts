import { CompileError, diagnostics } from '../frontend/diagnostic.ts';
import type { Func } from '../ir/function.ts';
import { isOfProgram } from '../program/own-source.ts';

/** The functions that `--function` names, the program's before the library's, or the program's own without it. Throws a CompileError where nothing has that name. */
export function selectedFunctions<F extends NamedFunction>(functions: readonly F[], name: string | undefined, stage: string): F[] {
  const own = functions.filter(isOfProgram);
  if (name === undefined) return own;
  const named = functions.filter((func) => hasName(func, name));
  const found = named.some(isOfProgram) ? named.filter(isOfProgram) : named;
  if (found.length === 0) throw new CompileError([diagnostics.noSuchFunction(name, stage, own.map(({ symbol }) => symbol))]);
  return found;
}

export type NamedFunction = Pick<Func, 'symbol' | 'displayName' | 'file'>;

/** By its symbol (`app.ts#area`), the symbol's last part, or the name in traces. A copy for other types is `area~1`. */
export function hasName({ symbol, displayName }: NamedFunction, name: string): boolean {
  const original = symbol.replace(/~\d+$/, '');
  return [symbol, original, displayName].includes(name) || original.endsWith(`#${name}`);
}
