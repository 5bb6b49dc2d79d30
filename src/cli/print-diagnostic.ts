/**
 * Diagnostics as `tsc --pretty` prints them, with what to write instead below:
 *
 *   app.ts:2:5 - error TORO1001: The with statement is not supported.
 *
 *   2     with (point) { … }
 *         ~~~~
 *       hint: name the object at each use
 */
import type { Diagnostic } from '../frontend/diagnostic.ts';

type Paint = (text: string) => string;

interface Palette {
  file: Paint;
  position: Paint;
  error: Paint;
  warning: Paint;
  code: Paint;
  gutter: Paint;
  hint: Paint;
}

const ansi =
  (parameters: string): Paint =>
  (text) =>
    `\u001b[${parameters}m${text}\u001b[0m`;
const plain: Paint = (text) => text;

const colours: Palette = {
  file: ansi('96'),
  position: ansi('93'),
  error: ansi('91'),
  warning: ansi('93'),
  code: ansi('90'),
  gutter: ansi('7'),
  hint: ansi('96'),
};
const noColours: Palette = { file: plain, position: plain, error: plain, warning: plain, code: plain, gutter: plain, hint: plain };

/** Colours are for people: on a terminal, unless NO_COLOR (no-color.org) says otherwise; FORCE_COLOR as in node. */
export function useColour(stream: { isTTY?: boolean }, environment: NodeJS.ProcessEnv = process.env): boolean {
  if (environment.NO_COLOR) return false;
  if (environment.FORCE_COLOR !== undefined) return environment.FORCE_COLOR !== '0';
  return stream.isTTY === true && environment.TERM !== 'dumb';
}

/** The text for all of them, ending in a line break, with tsc's count below where one has a place in a file. */
export function formatDiagnostics(list: readonly Diagnostic[], colour: boolean): string {
  const palette = colour ? colours : noColours;
  const errors = list.filter(({ severity }) => severity === 'error');
  const total = errors.some(({ file }) => file !== undefined) ? count(errors, palette) : '';
  return list.map((diagnostic) => `${format(diagnostic, palette)}\n`).join('') + total;
}

function format(diagnostic: Diagnostic, palette: Palette): string {
  const { code, severity, message, hint, file, line, column } = diagnostic;
  const place = file === undefined ? '' : `${palette.file(file)}:${palette.position(String(line))}:${palette.position(String(column))} - `;
  const headline = `${place}${palette[severity](severity)}${palette.code(` ${code}: `)}${message}`;
  if (file === undefined) return hint === undefined ? headline : `${headline} ${palette.hint(`(${hint})`)}`;
  return `${headline}\n\n${excerpt(diagnostic, palette)}${hint === undefined ? '' : `    ${palette.hint('hint:')} ${hint}\n`}`;
}

function excerpt({ line = 1, column = 1, length = 1, sourceLine = '', severity }: Diagnostic, palette: Palette): string {
  const number = String(line);
  const text = sourceLine.trimEnd().replaceAll('\t', ' ');
  const underlined = Math.max(1, Math.min(length, text.length - (column - 1)));
  const squiggle = ' '.repeat(column - 1) + '~'.repeat(underlined);
  return `${palette.gutter(number)} ${text}\n${palette.gutter(' '.repeat(number.length))} ${palette[severity](squiggle)}\n`;
}

function count(errors: readonly Diagnostic[], palette: Palette): string {
  const files = [...new Set(errors.flatMap(({ file }) => file ?? []))];
  const first = errors.find(({ file }) => file === files[0]);
  const start = `${first?.file}${palette.code(`:${first?.line}`)}`;
  if (errors.length === 1) return `\nFound 1 error in ${start}\n`;
  if (files.length === 1) return `\nFound ${errors.length} errors in the same file, starting at: ${start}\n`;
  return `\nFound ${errors.length} errors in ${files.length} files.\n`;
}
