/** How many columns a string takes on a terminal, as node's getStringWidth counts them. */

import { COLUMN_WIDTHS } from './unicode-tables.ts';
import { codePointAt, RunTable } from './unicode-runs.ts';

let widths: RunTable | undefined;

export function columnWidth(s: string): number {
  let width = 0;
  for (let i = 0; i < s.length; i++) {
    const unit = s.charCodeAt(i);
    if (unit >= 127) return width + unicodeWidth(s, i);
    if (unit >= 32) width++;
  }
  return width;
}

/** The rest of a string from its first character that isn't ASCII; there the sum goes by code points, combining marks counting nothing. */
function unicodeWidth(s: string, start: number): number {
  if (widths === undefined) widths = new RunTable(COLUMN_WIDTHS);
  let width = 0;
  for (let i = start; i < s.length; i++) {
    const codePoint = codePointAt(s, i);
    width += widths.get(codePoint);
    if (codePoint > 0xffff) i++;
  }
  return width;
}
