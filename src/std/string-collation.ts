/**
 * localeCompare in the order of the Unicode Collation Algorithm's root (UTS 10 with CLDR's table), which en-US has too: ECMA-402 section 19.1.1.
 * Of the table only ASCII is here; a string with any other character ends the program with a message.
 */

import { stringFromCharCode, stringIndexOf } from './intrinsics.ts';
import { unsupported } from './unsupported.ts';

/** ASCII in primary order, a letter for its capital too. What isn't listed is ignored. */
const PRIMARY_ORDER = '\t\n\v\f\r _-,;:!?.\'"()[]{}@*/\\&#%`^+<=>|~$0123456789abcdefghijklmnopqrstuvwxyz';
const IGNORED = -1;

/** -1, 0 or 1. The characters decide without regard to case; if they are all equal, a small letter comes before its capital. */
export function localeCompare(this: string, other: string): number {
  const that = `${other}`;
  requireAscii(this);
  requireAscii(that);
  let caseOrder = 0;
  let i = nextShown(this, 0);
  let j = nextShown(that, 0);
  while (i < this.length && j < that.length) {
    const a = this.charCodeAt(i);
    const b = that.charCodeAt(j);
    if (a !== b) {
      const primaryA = primaryOf(a);
      const primaryB = primaryOf(b);
      if (primaryA !== primaryB) return primaryA < primaryB ? -1 : 1;
      if (caseOrder === 0) caseOrder = a > b ? -1 : 1;
    }
    i = nextShown(this, i + 1);
    j = nextShown(that, j + 1);
  }
  if (i < this.length) return 1;
  if (j < that.length) return -1;
  return caseOrder;
}

function requireAscii(s: string): void {
  for (let i = 0; i < s.length; i++) {
    if (s.charCodeAt(i) > 127) unsupported('localeCompare of characters beyond ASCII');
  }
}

/** Index of the first character from start on that isn't ignored, or the length. */
function nextShown(s: string, start: number): number {
  let i = start;
  while (i < s.length && primaryOf(s.charCodeAt(i)) === IGNORED) i++;
  return i;
}

function primaryOf(unit: number): number {
  const folded = unit >= 65 && unit <= 90 ? unit + 32 : unit;
  return stringIndexOf(PRIMARY_ORDER, stringFromCharCode(folded), 0);
}
