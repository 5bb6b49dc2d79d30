/** What an uncaught error prints on stderr: file and line, the source line, a caret, the error; as node says it of the same text. */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { build } from '../../src/driver.ts';

const directory = mkdtempSync(path.join(tmpdir(), 'toroc-uncaught-'));
afterAll(() => rmSync(directory, { recursive: true }));

/** Without annotations, so that node runs the same text. */
const program = `function read(record) {
  return record.inner.value;
}
class Failure extends Error {
\tconstructor(text) {
\t\tsuper(text);
\t}
}
function fail(text) {
throw new Failure(text);
}
switch (process.argv[2]) {
  case 'property': read({}); break;
  case 'class':
    fail('of its own'); break;
  case 'later': setTimeout(() => null.field, 1); break;
  case 'rejection': Promise.reject(new TypeError('nobody cares')); break;
  case 'call': undefined(); break;
  case 'value': throw 5;
}
`;

beforeAll(async () => {
  writeFileSync(path.join(directory, 'program.ts'), `// @ts-nocheck\n${program}`);
  writeFileSync(path.join(directory, 'program.cjs'), `// @ts-nocheck\n${program}`);
  await build({ entry: path.join(directory, 'program.ts'), output: path.join(directory, 'program'), target: 'linux' });
}, 60_000);

/** Place, source line, caret's line, and the lines that begin with the error until its frames. */
function parts(command: string, args: readonly string[]): { place: string; source: string[]; error: string; code: number | null } {
  const { stderr, status } = spawnSync(command, args, { encoding: 'utf8' });
  const lines = stderr.replaceAll('program.cjs', 'program.ts').split('\n');
  const blank = lines.indexOf('');
  return { place: lines[0]!, source: lines.slice(1, blank), error: lines[blank + 1]!, code: status };
}

test.each(['property', 'class', 'later', 'rejection', 'call'])('%s', (name) => {
  const expected = parts(process.execPath, [path.join(directory, 'program.cjs'), name]);
  const got = parts(path.join(directory, 'program'), [name]);
  expect({ ...got, source: got.source.map((line) => line.trim()) }).toEqual({ ...expected, source: expected.source.map((line) => line.trim()) });
  // node puts the caret below the statement that throws; here it is where the error was made.
  if (name !== 'class') expect(got.source[1]).toBe(expected.source[1]);
});

test('a thrown value that is no error', () => {
  expect(parts(path.join(directory, 'program'), ['value']).code).toBe(1);
});
