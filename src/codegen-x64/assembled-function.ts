import type { Position } from '../ir/function.ts';

/** A source function in a trace. */
export interface SourceFunction {
  readonly name: string;
  readonly file: string;
}

export interface SitePosition {
  /** In the compiled function itself. 0: unknown. */
  readonly line: number;
  readonly column: number;
  /** Functions that were inlined there, innermost first, with the position in each. */
  readonly inlined: readonly { readonly function: SourceFunction; readonly line: number; readonly column: number }[];
}

/** A call site of the frame table. */
export interface Site {
  /** Local label of the return address. */
  readonly label: string;
  /** Words from rsp that hold live refs or values. */
  readonly roots: readonly number[];
  /** Local label of the handler, or null. */
  readonly handler: string | null;
  readonly position: SitePosition;
}

/** Code between two start labels, short enough for 16-bit offsets. */
export interface Chunk {
  /** Local label, or '' for the function's start. */
  readonly label: string;
  readonly sites: readonly Site[];
}

/** A function as NASM text with what the tables need of it. It depends on its IR and the code generator alone, and is plain JSON. */
export interface AssembledFunction {
  /** Its assembly name. */
  readonly name: string;
  /** A name fixed by its source (attribute `symbol`), defined beside the other. */
  readonly fixedName: string | null;
  readonly source: SourceFunction;
  readonly text: string;
  readonly hasLoop: boolean;
  /** At a call site the return address lies this many words above rsp. */
  readonly frameWords: number;
  /** In address order. */
  readonly chunks: readonly Chunk[];
  /** Assembly names that the text refers to. */
  readonly references: readonly string[];
  /** Bit patterns of the double constants that it loads, in hexadecimal. */
  readonly doubles: readonly string[];
}

export function sitePosition(position: Position): SitePosition {
  const inlined: { function: SourceFunction; line: number; column: number }[] = [];
  let at = position;
  for (; at.scope; at = at.scope.callSite) {
    inlined.push({ function: { name: at.scope.functionName, file: at.scope.file }, line: at.line, column: at.column });
  }
  return { line: at.line, column: at.column, inlined };
}

/** Label of a double constant. */
export const doubleLabel = (bits: string): string => `double_${bits}`;
