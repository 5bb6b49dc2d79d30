/**
 * Counts lines, code lines, comment lines and words of source files, as `wc` and `cloc` do.
 *
 * Arguments: source files. Includes: the folders they lie in (`--include src`).
 */
import { readFileSync } from 'node:fs';

interface Counts {
  lines: number;
  code: number;
  comments: number;
  blank: number;
  words: number;
  longest: number;
}

const emptyCounts = (): Counts => ({ lines: 0, code: 0, comments: 0, blank: 0, words: 0, longest: 0 });

function countWords(line: string): number {
  let words = 0;
  let inWord = false;
  for (const character of line) {
    const isSpace = character === ' ' || character === '\t' || character === '\r';
    if (!isSpace && !inWord) words++;
    inWord = !isSpace;
  }
  return words;
}

function count(text: string): Counts {
  const counts = emptyCounts();
  let inBlockComment = false;
  const lines = text.split('\n');
  if (lines[lines.length - 1] === '') lines.pop();
  for (const line of lines) {
    const trimmed = line.trim();
    counts.lines++;
    counts.words += countWords(line);
    counts.longest = Math.max(counts.longest, line.length);
    if (inBlockComment || trimmed.startsWith('//') || trimmed.startsWith('/*')) {
      counts.comments++;
      if (trimmed.startsWith('/*')) inBlockComment = true;
      if (trimmed.endsWith('*/')) inBlockComment = false;
    } else if (trimmed === '') {
      counts.blank++;
    } else {
      counts.code++;
    }
  }
  return counts;
}

function add(total: Counts, part: Counts): void {
  total.lines += part.lines;
  total.code += part.code;
  total.comments += part.comments;
  total.blank += part.blank;
  total.words += part.words;
  total.longest = Math.max(total.longest, part.longest);
}

function row(name: string, { lines, code, comments, blank, words, longest }: Counts): string {
  const cells = [lines, code, comments, blank, words, longest].map((cell) => String(cell).padStart(8));
  return name.padEnd(32) + cells.join('');
}

const files = process.argv.slice(2);
if (files.length === 0) {
  console.error('usage: count-lines FILE...');
  process.exit(2);
}
const total = emptyCounts();
console.log('file'.padEnd(32) + ['lines', 'code', 'comment', 'blank', 'words', 'longest'].map((title) => title.padStart(8)).join(''));
for (const file of files) {
  const counts = count(readFileSync(file, 'utf8'));
  add(total, counts);
  console.log(row(file, counts));
}
console.log(row('total', total));
console.log(`${((100 * total.comments) / total.lines).toFixed(1)} % of the lines are comments`);
