import { readFileSync } from 'node:fs';
import type { Solver } from '../flow/solver.ts';
import { CompileError, diagnostics } from '../frontend/diagnostic.ts';

/** Throws a CompileError for what the flow analysis found reachable and the compiler cannot do. */
export function refuseProblems(solver: Solver): void {
  if (solver.problems.length === 0) return;
  throw new CompileError(solver.problems.map(({ file, line, column, construct, hint, isLibrary }) => {
    const place = { file, line, column, length: 1, sourceLine: sourceLine(file, line) };
    return isLibrary ? diagnostics.unsupportedMember(place, construct) : diagnostics.unsupportedHere(place, construct, hint);
  }));
}

function sourceLine(file: string, line: number): string {
  try {
    return readFileSync(file, 'utf8').split('\n')[line - 1] ?? '';
  } catch {
    return '';
  }
}
