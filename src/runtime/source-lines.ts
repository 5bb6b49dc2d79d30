/** Lines of the program's source that the image holds (src/layout/source-lines.ts). */
import { addr, asRef, load32, type ref, symbol, text, u32, u64 } from 'toro:machine';
import { SOURCE_LINE_ENTRY_BYTES, SOURCE_LINE_FILE, SOURCE_LINE_NUMBER, SOURCE_LINE_TEXT } from '../layout/source-lines.ts';
import { stringEquals } from './string-compare.ts';

/** The text of a line, counted from 1; the empty string where the image doesn't hold it. */
export function sourceLine(file: ref, line: u32): ref {
  for (let entry = symbol('source_lines'); load32(entry, SOURCE_LINE_FILE) !== 0; entry = addr(entry + SOURCE_LINE_ENTRY_BYTES)) {
    if (load32(entry, SOURCE_LINE_NUMBER) !== line) continue;
    if (stringEquals(cell(entry, SOURCE_LINE_FILE), file)) return cell(entry, SOURCE_LINE_TEXT);
  }
  return text('');
}

function cell(entry: addr, field: number): ref {
  return asRef(addr(u64(load32(entry, u32(field)))));
}
