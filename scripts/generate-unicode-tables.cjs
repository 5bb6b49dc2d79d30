// Writes src/std/unicode-tables.ts from the Unicode data inside node, which is the oracle for them:
//   node --expose-internals scripts/generate-unicode-tables.cjs
'use strict';
const fs = require('node:fs');
const path = require('node:path');
const { getStringWidth } = require('internal/util/inspect');

const LAST = 0x10ffff;

/** Numbers as groups of five bits, low first, in the characters from '#' on; bit 5 says that more follow. */
function encode(numbers) {
  let text = '';
  for (let n of numbers) {
    do {
      const digit = n % 32;
      n = Math.floor(n / 32);
      text += String.fromCharCode(35 + digit + (n > 0 ? 32 : 0));
    } while (n > 0);
  }
  return text;
}

const codePoints = [];
for (let c = 0; c <= LAST; c++) if (c < 0xd800 || c > 0xdfff) codePoints.push(c);

/** Runs of equal values: for each, its length and value. A surrogate belongs to the run before it. */
function runs(valueOf) {
  const numbers = [];
  let start = 0;
  let value = valueOf(0);
  for (const c of codePoints) {
    const next = valueOf(c);
    if (next === value) continue;
    numbers.push(c - start, value);
    start = c;
    value = next;
  }
  numbers.push(LAST + 1 - start, value);
  return numbers;
}

/** Runs of simple mappings: gap since the last run's end, count, stride, offset (zigzag). */
function mappings(convert) {
  const found = [];
  for (const c of codePoints) {
    const mapped = convert(String.fromCodePoint(c));
    const target = mapped.codePointAt(0);
    if (target === c || String.fromCodePoint(target) !== mapped) continue;
    const last = found.at(-1);
    const offset = target - c;
    if (last !== undefined && last.offset === offset) {
      const gap = c - (last.start + (last.count - 1) * last.stride);
      if (last.count === 1 && gap <= 2) last.stride = gap;
      if (gap === last.stride) {
        last.count++;
        continue;
      }
    }
    found.push({ start: c, count: 1, stride: 1, offset });
  }
  const numbers = [];
  let end = 0;
  for (const { start, count, stride, offset } of found) {
    numbers.push(start - end, count, stride, offset < 0 ? -2 * offset - 1 : 2 * offset);
    end = start + (count - 1) * stride + 1;
  }
  return numbers;
}

/** Mappings to several characters, as `,ßSS,…,`. */
function expansions(convert) {
  let text = ',';
  for (const c of codePoints) {
    const source = String.fromCodePoint(c);
    const mapped = convert(source);
    if ([...mapped].length > 1) text += source + mapped + ',';
  }
  return text;
}

function literal(text) {
  const quoted = JSON.stringify(text).slice(1, -1).replace(/\\"/g, '"').replace(/'/g, "\\'");
  return "'" + quoted.replace(/[^\x20-\x7e]/g, (c) => '\\u' + c.charCodeAt(0).toString(16).padStart(4, '0')) + "'";
}

/** A constant as a concatenation of lines. */
function constant(name, comment, text) {
  const lines = [];
  for (let i = 0; i < text.length; i += 120) lines.push(literal(text.slice(i, i + 120)));
  return `/** ${comment} */\nexport const ${name} =\n  ${lines.join(' +\n  ')};\n`;
}

const upper = (s) => s.toUpperCase();
const lower = (s) => s.toLowerCase();
const file = [
  `/**\n * Unicode ${process.versions.unicode} data, made by scripts/generate-unicode-tables.cjs. Numbers are written as groups of five bits, low first, in the\n` +
  " * characters from '#' on; bit 5 says that more follow. decodeNumbers reads them.\n */\n",
  constant('COLUMN_WIDTHS', 'Runs of code points: length and columns on a terminal.', encode(runs((c) => (c < 32 ? 0 : getStringWidth(String.fromCodePoint(c), false))))),
  constant('UPPER_CASE', 'Runs of simple mappings: gap since the last run, count, stride, offset (zigzag).', encode(mappings(upper))),
  constant('LOWER_CASE', 'As UPPER_CASE.', encode(mappings(lower))),
  constant('UPPER_CASE_EXPANSIONS', 'A character and the several that it becomes, between commas.', expansions(upper)),
  constant('SIGMA_CONTEXT', 'Runs of code points: length; 1 for Cased, plus 2 for Case_Ignorable.',
    encode(runs((c) => (/\p{Cased}/u.test(String.fromCodePoint(c)) ? 1 : 0) + (/\p{Case_Ignorable}/u.test(String.fromCodePoint(c)) ? 2 : 0)))),
].join('\n');
fs.writeFileSync(path.join(__dirname, '../src/std/unicode-tables.ts'), file);
