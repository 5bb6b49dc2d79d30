import { CompileError } from '../frontend/diagnostic.ts';
import { isFileError, isNoSpace } from '../host/file-error.ts';
import { formatDiagnostics, useColour } from './print-diagnostic.ts';

/** sysexits.h EX_SOFTWARE. */
const internalErrorExitCode = 70;

/** Prints what ended a command on stderr, and gives the exit code that says so. */
export function reportFailure(error: unknown): number {
  if (error instanceof CompileError) {
    process.stderr.write(formatDiagnostics(error.diagnostics, useColour(process.stderr)));
    return 1;
  }
  // Files that no stage named, such as a temporary directory that cannot be written.
  if (isFileError(error)) {
    const problem = isNoSpace(error) ? 'no space left on the device' : error.message;
    process.stderr.write(`error: ${problem}\n`);
    return 1;
  }
  const message = error instanceof Error ? error.message : String(error);
  process.stderr.write(`toroc: internal error: ${message}\nThis is a bug in toroc; please report it with the program that shows it.\n`);
  if (process.env.TOROC_DEBUG) process.stderr.write(`${error instanceof Error ? error.stack : String(error)}\n`);
  else process.stderr.write('TOROC_DEBUG=1 prints the stack.\n');
  return internalErrorExitCode;
}
