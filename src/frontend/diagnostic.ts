/**
 * Diagnostics as plain data: what every stage reports and `src/cli/print-diagnostic.ts` prints.
 *
 * A row of `diagnostics` below is a typed factory with a stable code. Codes are never reused or renumbered:
 *
 *   TORO0xxx  the command line, files and tools        (no place in a source)
 *   TORO1xxx  syntax and semantics that are refused    (place: the construct)
 *   TORO2xxx  library members that are refused         (place: the use)
 *   TORO3xxx  systems dialect                          (place: the construct)
 *   TSnnnn    TypeScript's own, passed through unchanged
 */

/** A place in a source file. Lines and columns count from 1, columns and lengths in UTF-16 code units. */
export interface SourceSpan {
  /** Path as the user would write it: relative to the working directory where it lies below it. */
  readonly file: string;
  readonly line: number;
  readonly column: number;
  /** Code units to underline; what exceeds the line is cut off when printing. */
  readonly length: number;
  /** Text of the whole line, without its line break. */
  readonly sourceLine: string;
}

export type DiagnosticCode = `TORO${number}` | `TS${number}`;

export interface Diagnostic extends Partial<SourceSpan> {
  readonly code: DiagnosticCode;
  readonly severity: 'error' | 'warning';
  /** One sentence without a final line break; TypeScript's chains may have several lines. */
  readonly message: string;
  /** What to write instead. */
  readonly hint?: string;
}

interface DiagnosticText {
  message: string;
  hint?: string;
}

function inOneLine({ file, line, column, code, message }: Diagnostic): string {
  return `${file === undefined ? '' : `${file}:${line}:${column} - `}${code}: ${message}`;
}

/** Thrown by a stage that cannot go on; the driver turns it into its result. */
export class CompileError extends Error {
  readonly diagnostics: readonly Diagnostic[];

  constructor(diagnostics: readonly Diagnostic[]) {
    super(diagnostics.map(inOneLine).join('\n'));
    this.name = 'CompileError';
    this.diagnostics = diagnostics;
  }
}

/** A function that runs parts of a stage's work, each to its own CompileError if it has one, and adds their diagnostics to `found`. */
export function collectInto(found: Diagnostic[]): (work: () => void) => void {
  return (work) => {
    try {
      work();
    } catch (error) {
      if (!(error instanceof CompileError)) throw error;
      found.push(...error.diagnostics);
    }
  };
}

/** A row whose diagnostic has a place in a source file. */
const located =
  <Arguments extends unknown[]>(code: DiagnosticCode, text: (...args: Arguments) => DiagnosticText) =>
  (span: SourceSpan, ...args: Arguments): Diagnostic => ({ ...span, code, severity: 'error', ...text(...args) });

/** A row whose diagnostic concerns the command, a file as a whole, or a tool. */
const general =
  <Arguments extends unknown[]>(code: DiagnosticCode, text: (...args: Arguments) => DiagnosticText) =>
  (...args: Arguments): Diagnostic => ({ code, severity: 'error', ...text(...args) });

/** What else could have been named; names of library code are not in the list. */
function oneOf(names: readonly string[]): string | undefined {
  return names.length === 0 ? undefined : `one of ${names.join(', ')}`;
}

export const diagnostics = {
  cannotRead: general('TORO0001', (path: string, reason: string) => ({ message: `Cannot read '${path}': ${reason}.` })),
  entryIsDirectory: general('TORO0002', (path: string) => ({
    message: `'${path}' is a directory.`,
    hint: 'name the TypeScript file in it that starts the program',
  })),
  entryNotTypeScript: general('TORO0003', (path: string) => ({
    message: `'${path}' is not a TypeScript file.`,
    hint: 'the entry file ends in .ts, .mts or .cts, and is not a .d.ts',
  })),
  cannotWrite: general('TORO0004', (path: string, reason: string) => ({ message: `Cannot write '${path}': ${reason}.` })),
  outputIsInput: general('TORO0005', (path: string) => ({
    message: `The output '${path}' is the entry file itself.`,
    hint: 'name another file after -o',
  })),
  missingTool: general('TORO0006', (tool: string, aptPackage: string) => ({
    message: `The program '${tool}' is not installed.`,
    hint: `sudo apt-get install ${aptPackage}`,
  })),
  noSpace: general('TORO0007', (path: string) => ({ message: `No space left on the device while writing '${path}'.` })),
  emulatorFailed: general('TORO0008', (reason: string) => ({ message: `QEMU could not start the machine: ${reason}` })),
  machineStopped: general('TORO0009', () => ({
    message: 'The machine was reset or switched off before the program ended.',
  })),
  noSuchFunction: general('TORO0010', (name: string, stage: string, others: readonly string[]) => ({
    message: `No function '${name}' at stage '${stage}'.`,
    hint: oneOf(others),
  })),
  cannotUseAccelerator: general('TORO0011', (accelerator: string) => ({
    message: `QEMU cannot run a machine with -accel ${accelerator} here.`,
    hint: 'use --accel tcg, or --accel auto',
  })),
  // TORO0012 was that a stage is not built.
  noSuchPass: general('TORO0013', (name: string, others: readonly string[]) => ({
    message: `No pass '${name}' at this optimisation level.`,
    hint: oneOf(others),
  })),
  noSuchVariable: general('TORO0014', (name: string, others: readonly string[]) => ({
    message: `No module variable, field or array is called '${name}'.`,
    hint: oneOf(others),
  })),
  noSuchSymbol: general('TORO0015', (name: string) => ({
    message: `The image has no symbol '${name}'.`,
    hint: 'toroc inspect --stage sizes lists them',
  })),
  optionNotOfStage: general('TORO0016', (option: string, stages: string) => ({
    message: `The option '${option}' is for the stages ${stages} only.`,
  })),

  unsupportedSyntax: located('TORO1001', (construct: string, instead?: string) => ({
    message: `${construct} is not supported.`,
    hint: instead,
  })),
  /** Found by the flow analysis, where a value can reach it. */
  unsupportedHere: located('TORO1002', (construct: string, instead?: string) => ({
    message: `Not supported: ${construct}.`,
    hint: instead === '' ? undefined : instead,
  })),

  unsupportedMember: located('TORO2001', (member: string, instead?: string) => ({
    message: `'${member}' is not supported.`,
    hint: instead,
  })),

  dialect: located('TORO3001', (message: string, instead?: string) => ({ message, hint: instead })),
} as const;

/** A diagnostic of the TypeScript compiler itself, with its own number. */
export function typeScriptDiagnostic(
  number: number,
  severity: 'error' | 'warning',
  message: string,
  span?: SourceSpan,
): Diagnostic {
  return { ...span, code: `TS${number}`, severity, message };
}

/** The span of `length` code units from offset `start` in `text`, which is the whole text of `file`. */
export function spanInText(file: string, text: string, start: number, length: number): SourceSpan {
  const linesBefore = text.slice(0, start).split(/\r\n|\r|\n/);
  const column = linesBefore[linesBefore.length - 1].length + 1;
  const lineStart = start - (column - 1);
  const sourceLine = text.slice(lineStart).split(/[\r\n]/, 1)[0];
  return { file, line: linesBefore.length, column, length, sourceLine };
}
