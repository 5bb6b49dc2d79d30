/** Says whether a target did what node did, and where they part. */
import { type Outcome } from './execute.ts';
import { type Expectation } from './oracle.ts';
import { normaliseStderr } from './stack-text.ts';

/** Undefined if they agree, else a text that shows the first difference. */
export function describeDifference(expected: Expectation, actual: Outcome): string | undefined {
  if (actual.timedOut) return `did not end in time; stdout so far:\n${actual.stdout.slice(-500)}`;
  const userFiles = new Set(expected.userFiles);
  return (
    describeTextDifference('stdout', expected.stdout, actual.stdout, actual.stderr) ??
    describeExitDifference(expected, actual) ??
    describeTextDifference('stderr', normaliseStderr(expected.stderr, userFiles), normaliseStderr(actual.stderr, userFiles), '')
  );
}

/** As `describeDifference`, for a target whose stderr lies within its stdout. */
export function describeMergedDifference(expected: Expectation, actual: Outcome): string | undefined {
  if (actual.timedOut) return `did not end in time; output so far:\n${actual.stdout.slice(-500)}`;
  const userFiles = new Set(expected.userFiles);
  const normalise = (text: string): string => (expected.exit === 0 ? text : normaliseStderr(text, userFiles));
  return describeTextDifference('output', normalise(expected.stdout), normalise(actual.stdout), '') ?? describeExitDifference(expected, actual);
}

function describeExitDifference(expected: Expectation, actual: Outcome): string | undefined {
  return expected.exit === actual.exit ? undefined : `exit code ${actual.exit}, node's is ${expected.exit}\n${actual.stderr.slice(0, 2000)}`;
}

function describeTextDifference(stream: string, expected: string, actual: string, context: string): string | undefined {
  if (expected === actual) return undefined;
  const expectedLines = expected.split('\n');
  const actualLines = actual.split('\n');
  let line = 0;
  while (line < expectedLines.length && expectedLines[line] === actualLines[line]) line++;
  const show = (lines: string[]): string => (line < lines.length ? JSON.stringify(lines[line]) : '(the end)');
  const before = expectedLines.slice(Math.max(0, line - 2), line).map((text) => `          ${JSON.stringify(text)}\n`).join('');
  return `${stream} differs in line ${line + 1}:\n${before}  node:   ${show(expectedLines)}\n  toroc:  ${show(actualLines)}\n${context.slice(0, 2000)}`;
}
