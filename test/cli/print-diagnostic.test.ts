import { describe, expect, test } from 'vitest';
import { formatDiagnostics, useColour } from '../../src/cli/print-diagnostic.ts';
import { CompileError, diagnostics, spanInText, typeScriptDiagnostic } from '../../src/frontend/diagnostic.ts';

const text = 'const a = 1;\r\n\twith (a) { }\nlast';
const span = spanInText('app.ts', text, text.indexOf('with'), 4);

describe('diagnostics', () => {
  test('codes are stable: none is used twice', () => {
    const filler = Array<string[]>(4).fill(['x']);
    const codes = Object.values(diagnostics).map((row) => (row as (...args: unknown[]) => { code: string })(...filler).code);
    expect(new Set(codes).size).toBe(codes.length);
    for (const code of codes) expect(code).toMatch(/^TORO\d{4}$/);
  });

  test.each([
    ['first line', 0, 1, 1, 'const a = 1;'],
    ['after CR LF', text.indexOf('with'), 2, 2, '\twith (a) { }'],
    ['last line', text.length - 1, 3, 4, 'last'],
    ['end of text', text.length, 3, 5, 'last'],
  ])('a span knows its line: %s', (_name, start, line, column, sourceLine) => {
    expect(spanInText('app.ts', text, start, 1)).toEqual({ file: 'app.ts', line, column, length: 1, sourceLine });
  });

  test('a text that begins with line breaks', () => {
    expect(spanInText('a.ts', '\n\nx', 0, 1)).toMatchObject({ line: 1, column: 1, sourceLine: '' });
    expect(spanInText('a.ts', '\n\nx', 2, 1)).toMatchObject({ line: 3, column: 1, sourceLine: 'x' });
  });

  test('an error has place, code, source line, squiggle and hint', () => {
    const list = [diagnostics.unsupportedSyntax(span, 'The with statement', 'name the object at each use')];
    expect(formatDiagnostics(list, false)).toBe(
      [
        'app.ts:2:2 - error TORO1001: The with statement is not supported.',
        '',
        '2  with (a) { }',
        '   ~~~~',
        '    hint: name the object at each use',
        '',
        '',
        'Found 1 error in app.ts:2',
        '',
      ].join('\n'),
    );
  });

  test('looks like tsc --pretty, colours included', () => {
    const list = [typeScriptDiagnostic(2304, 'error', "Cannot find name 'foo'.", { ...span, column: 8, length: 3, sourceLine: '   4 + foo(' })];
    expect(formatDiagnostics(list, true)).toBe(
      "\u001b[96mapp.ts\u001b[0m:\u001b[93m2\u001b[0m:\u001b[93m8\u001b[0m - \u001b[91merror\u001b[0m\u001b[90m TS2304: \u001b[0mCannot find name 'foo'.\n\n" +
        '\u001b[7m2\u001b[0m    4 + foo(\n\u001b[7m \u001b[0m \u001b[91m       ~~~\u001b[0m\n\n' +
        '\nFound 1 error in app.ts\u001b[90m:2\u001b[0m\n',
    );
  });

  test('a squiggle ends with its line', () => {
    const list = [diagnostics.unsupportedSyntax({ ...span, length: 1000 }, 'It')];
    expect(formatDiagnostics(list, false)).toContain(`\n   ${'~'.repeat('with (a) { }'.length)}\n`);
  });

  test('one without a place is one line', () => {
    expect(formatDiagnostics([diagnostics.missingTool('nasm', 'nasm')], false)).toBe(
      "error TORO0006: The program 'nasm' is not installed. (sudo apt-get install nasm)\n",
    );
    expect(formatDiagnostics([], false)).toBe('');
  });

  test('several are counted', () => {
    const one = diagnostics.unsupportedSyntax(span, 'It');
    const other = { ...one, file: 'b.ts' };
    expect(formatDiagnostics([one, one], false)).toContain('\nFound 2 errors in the same file, starting at: app.ts:2\n');
    expect(formatDiagnostics([one, other], false)).toContain('\nFound 2 errors in 2 files.\n');
  });

  test('a CompileError says all of it in its message', () => {
    const error = new CompileError([diagnostics.unsupportedSyntax(span, 'It'), diagnostics.noSpace('out')]);
    expect(error.message).toBe("app.ts:2:2 - TORO1001: It is not supported.\nTORO0007: No space left on the device while writing 'out'.");
  });

  test('colours are for terminals', () => {
    expect(useColour({ isTTY: true }, {})).toBe(true);
    expect(useColour({}, {})).toBe(false);
    expect(useColour({ isTTY: true }, { NO_COLOR: '1' })).toBe(false);
    expect(useColour({ isTTY: true }, { TERM: 'dumb' })).toBe(false);
    expect(useColour({}, { FORCE_COLOR: '1' })).toBe(true);
    expect(useColour({ isTTY: true }, { FORCE_COLOR: '0' })).toBe(false);
  });
});
