/** How util.inspect of node 20 sets entries on lines: reduceToSingleString and groupArrayElements, for compact = 3. */

import { f64Floor, f64Sqrt, stringIndexOf } from './intrinsics.ts';
import { columnWidth } from './column-width.ts';
import { spaces } from './inspect-text.ts';

const COMPACT_LEVELS = 3;
const GROUPED_COLUMNS_LIMIT = COMPACT_LEVELS * 4;
const COLUMNS_LIMIT = 15;
const SEPARATOR_WIDTH = 2;
/** A character is about this many times as high as it is wide. */
const CHARACTER_HEIGHT = 2.5;

export interface Entries {
  readonly output: string[];
  /** Elements of an array, in front of other properties: they may be set in columns. */
  readonly isArray: boolean;
  /** How many entries at the front describe elements; one more may say how many are left out. */
  readonly hasMoreItems: boolean;
  /** All elements are numbers: columns are aligned to the right. */
  readonly allNumbers: boolean;
}

/** Base, braces and entries in one text. innerLevels: how deep the entries nest. */
export function layOut(
  entries: Entries, base: string, open: string, close: string, indentation: number, breakLength: number, innerLevels: number,
): string {
  const prefix = base === '' ? open : `${base} ${open}`;
  let output = entries.output;
  const ungroupedCount = output.length;
  if (entries.isArray && ungroupedCount > 6) output = groupInColumns(entries, indentation, breakLength);
  if (innerLevels < COMPACT_LEVELS && ungroupedCount === output.length) {
    const start = output.length + indentation + open.length + base.length + 10;
    if (fitsOnLine(output, start, breakLength, base)) {
      const joined = joinWith(output, ', ');
      if (stringIndexOf(joined, '\n', 0) < 0) return `${prefix} ${joined} ${close}`;
    }
  }
  const lineBreak = `\n${spaces(indentation)}`;
  return `${prefix}${lineBreak}  ${joinWith(output, `,${lineBreak}  `)}${lineBreak}${close}`;
}

function fitsOnLine(output: string[], start: number, breakLength: number, base: string): boolean {
  let total = output.length + start;
  if (total + output.length > breakLength) return false;
  for (let i = 0; i < output.length; i++) {
    total += output[i].length;
    if (total > breakLength) return false;
  }
  return base === '' || stringIndexOf(base, '\n', 0) < 0;
}

function joinWith(parts: string[], separator: string): string {
  let result = parts.length === 0 ? '' : parts[0];
  for (let i = 1; i < parts.length; i++) result += separator + parts[i];
  return result;
}

/** Sets entries of similar widths in columns, about as wide as high. The same entries if that would look no better. */
function groupInColumns(entries: Entries, indentation: number, breakLength: number): string[] {
  const output = entries.output;
  const count = entries.hasMoreItems ? output.length - 1 : output.length;
  const widths: number[] = [];
  let totalWidth = 0;
  let maxWidth = 0;
  for (let i = 0; i < count; i++) {
    const width = columnWidth(output[i]);
    widths[i] = width;
    totalWidth += width + SEPARATOR_WIDTH;
    if (maxWidth < width) maxWidth = width;
  }
  const fullWidth = maxWidth + SEPARATOR_WIDTH;
  // Three must fit side by side, and no entry may be much wider than the others.
  if (fullWidth * 3 + indentation >= breakLength || (totalWidth / fullWidth <= 5 && maxWidth > 6)) return output;

  const bias = f64Sqrt(fullWidth - totalWidth / output.length);
  const biasedWidth = fullWidth - 3 - bias > 1 ? fullWidth - 3 - bias : 1;
  let columns = f64Floor(f64Sqrt(CHARACTER_HEIGHT * biasedWidth * count) / biasedWidth + 0.5);
  const fitting = f64Floor((breakLength - indentation) / fullWidth);
  if (fitting < columns) columns = fitting;
  if (GROUPED_COLUMNS_LIMIT < columns) columns = GROUPED_COLUMNS_LIMIT;
  if (COLUMNS_LIMIT < columns) columns = COLUMNS_LIMIT;
  if (columns <= 1) return output;

  const columnWidths: number[] = [];
  for (let column = 0; column < columns; column++) {
    let widest = 0;
    for (let i = column; i < count; i += columns) {
      if (widths[i] > widest) widest = widths[i];
    }
    columnWidths[column] = widest + SEPARATOR_WIDTH;
  }
  const lines: string[] = [];
  for (let first = 0; first < count; first += columns) {
    const end = first + columns < count ? first + columns : count;
    let line = '';
    for (let i = first; i < end - 1; i++) {
      const padding = spaces(columnWidths[i - first] - widths[i] - SEPARATOR_WIDTH);
      line += entries.allNumbers ? `${padding}${output[i]}, ` : `${output[i]}, ${padding}`;
    }
    const last = end - 1;
    if (entries.allNumbers) line += spaces(columnWidths[last - first] - widths[last] - SEPARATOR_WIDTH);
    lines[lines.length] = line + output[last];
  }
  if (entries.hasMoreItems) lines[lines.length] = output[count];
  return lines;
}
