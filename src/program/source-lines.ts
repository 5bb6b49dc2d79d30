import { readFileSync } from 'node:fs';
import type { Func, Position } from '../ir/function.ts';
import { isOfProgram } from './own-source.ts';

/** A line of the program's source, as an uncaught error shows it. */
export interface SourceLine {
  readonly file: string;
  /** Counted from 1. */
  readonly line: number;
  readonly text: string;
}

/**
 * The lines at which errors are made: `throw` statements, calls of constructors, and calls of what never returns, as the operations that
 * throw are. The innermost frame of an error's stack is at one of them. A file that can't be read any more has none.
 * @param byName the functions of the image, by symbol
 */
export function linesOfErrors(functions: readonly Func[], byName: ReadonlyMap<string, Func>): SourceLine[] {
  const wanted = new Map<string, Set<number>>();
  const add = (func: Func, position: Position): void => {
    const at = innermostOfProgram(func, position);
    if (!at) return;
    if (!wanted.has(at.file)) wanted.set(at.file, new Set());
    wanted.get(at.file)!.add(at.line);
  };
  const makesError = (callee: Func | undefined): boolean =>
    callee !== undefined && (callee.displayName.startsWith('new ') || !callee.blocks.some(({ term }) => term.op === 'return'));
  for (const func of functions) {
    for (const { instrs, term } of func.blocks) {
      if (term.op === 'throw') add(func, term.position);
      for (const { op, attrs, position } of instrs) {
        if (op === 'call' && (makesError(byName.get(attrs.target as string)) || isInConstructor(position))) add(func, position);
      }
    }
  }
  return [...wanted].flatMap(([file, numbers]) => {
    const lines = linesOf(file);
    return [...numbers].sort((a, b) => a - b).flatMap((line) => (lines[line - 1] === undefined ? [] : [{ file, line, text: lines[line - 1]! }]));
  });
}

/** The innermost source frame of the program's own at a position, inlined ones included. */
function innermostOfProgram(func: Func, position: Position): { file: string; line: number } | null {
  let at = position;
  for (; at.scope; at = at.scope.callSite) if (isOfProgram(at.scope)) return { file: at.scope.file, line: at.line };
  return isOfProgram(func) ? { file: func.file, line: at.line } : null;
}

function isInConstructor(position: Position): boolean {
  for (let at = position; at.scope; at = at.scope.callSite) if (at.scope.functionName.startsWith('new ')) return true;
  return false;
}

function linesOf(file: string): string[] {
  try {
    return readFileSync(file, 'utf8').split(/\r\n|[\n\r\u2028\u2029]/);
  } catch {
    return [];
  }
}
