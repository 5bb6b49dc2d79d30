/** Places of nodes: IR positions and diagnostics' spans. */
import { relative } from 'node:path';
import { NO_POSITION, type Position } from '../ir/function.ts';
import { CompileError, type Diagnostic, type SourceSpan, spanInText } from './diagnostic.ts';
import { ts } from './typescript.ts';

export function positionOf(node: ts.Node, source: ts.SourceFile): Position {
  return positionAt(node.getStart(source), source);
}

export function positionAt(offset: number, source: ts.SourceFile): Position {
  const { line, character } = source.getLineAndCharacterOfPosition(offset);
  return { ...NO_POSITION, line: line + 1, column: character + 1 };
}

/** The span of a node; the file's path is relative to the working directory where it lies below it. */
export function spanOf(node: ts.Node, source: ts.SourceFile = node.getSourceFile()): SourceSpan {
  const start = node.getStart(source);
  return spanInText(pathForUser(source.fileName), source.text, start, Math.max(1, node.end - start));
}

export function pathForUser(path: string): string {
  const shown = relative(process.cwd(), path);
  return shown.startsWith('..') ? path : shown;
}

/** Ends the lowering of the function at hand; the caller that collects diagnostics goes on with the next one. */
export function refuse(diagnostic: Diagnostic): never {
  throw new CompileError([diagnostic]);
}
