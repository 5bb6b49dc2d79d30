/**
 * Brings what node and a toroc executable write to stderr into one form.
 *
 * Compared are the program's own lines, an uncaught error's header, and the names, lines and columns of user frames. Dropped are paths, the
 * excerpt of the source that precedes an uncaught error, frames of the runtime, and node's closing line.
 */
import { basename } from 'node:path';

const framePattern = /^ {4,}at (?:(.*) \()?(.+?):(\d+):(\d+)\)?( \{)?$/;
const anonymousFramePattern = /^ {4,}at .*\((?:<anonymous>|native|node:[^)]*)\)( \{)?$/;

/** `userFiles`: the base names of the program's modules. */
export function normaliseStderr(text: string, userFiles: ReadonlySet<string>): string {
  const lines = withoutExcerpts(text.split('\n'));
  const kept: string[] = [];
  for (const line of lines) {
    if (/^Node\.js v\d/.test(line) || line.startsWith('(Use `node --trace-uncaught')) continue;
    const frame = framePattern.exec(line);
    if (frame) {
      const [, name, path, lineNumber, column] = frame;
      const file = basename(path.replace(/^file:\/\//, ''));
      if (userFiles.has(file)) kept.push(`    at ${name === undefined ? '' : `${name} `}${file}:${lineNumber}:${column}`);
    } else if (!anonymousFramePattern.test(line)) kept.push(line);
    // The error's own properties follow the last frame, whichever that is.
    if (line.endsWith(' {') && (frame || anonymousFramePattern.test(line))) kept.push('{');
  }
  return kept.join('\n').replace(/\n{2,}/g, '\n').replace(/^\n+|\n+$/g, '');
}

/** Without each group of: a path with a line number, the source line, a line of carets. */
function withoutExcerpts(lines: string[]): string[] {
  const kept: string[] = [];
  for (let i = 0; i < lines.length; i++) {
    const isExcerpt = /^\S.*:\d+$/.test(lines[i]) && /^\s*\^+\s*$/.test(lines[i + 2] ?? '');
    if (isExcerpt) i += 2;
    else kept.push(lines[i]);
  }
  return kept;
}
