/** toUpperCase and toLowerCase with the full mappings of Unicode: ECMA-262 sections 22.1.3.28 and 22.1.3.30; Unicode 3.13. */

import { stringFromCharCode, stringIndexOf, stringSlice } from './intrinsics.ts';
import { fromValidCodePoint } from './string.ts';
import { LOWER_CASE, SIGMA_CONTEXT, UPPER_CASE, UPPER_CASE_EXPANSIONS } from './unicode-tables.ts';
import { codePointAt, decodeNumbers, lastNotAbove, RunTable } from './unicode-runs.ts';

const CAPITAL_SIGMA = 0x3a3;
const FINAL_SIGMA = 'ς';
const CAPITAL_I_WITH_DOT = 0x130;
const CASED = 1;
const CASE_IGNORABLE = 2;

/** Runs of code points whose mappings differ from them by the same offset. */
class CaseTable {
  #starts: number[] = [];
  /** Of each run: its last code point, the stride and the offset. */
  #lasts: number[] = [];
  #strides: number[] = [];
  #offsets: number[] = [];

  constructor(text: string) {
    const numbers = decodeNumbers(text);
    let end = 0;
    for (let i = 0; i < numbers.length; i += 4) {
      const run = i >> 2;
      const start = end + numbers[i];
      const stride = numbers[i + 2];
      const last = start + (numbers[i + 1] - 1) * stride;
      const zigzag = numbers[i + 3];
      this.#starts[run] = start;
      this.#lasts[run] = last;
      this.#strides[run] = stride;
      this.#offsets[run] = zigzag % 2 === 0 ? zigzag / 2 : -(zigzag + 1) / 2;
      end = last + 1;
    }
  }

  map(codePoint: number): number {
    const run = lastNotAbove(this.#starts, codePoint);
    if (run < 0 || codePoint > this.#lasts[run] || (codePoint - this.#starts[run]) % this.#strides[run] !== 0) return codePoint;
    return codePoint + this.#offsets[run];
  }
}

let upperCase: CaseTable | undefined;
let lowerCase: CaseTable | undefined;
let sigmaContext: RunTable | undefined;

/** 22.1.3.30. */
export function toUpperCase(this: string): string {
  let result = '';
  let copied = 0;
  for (let i = 0; i < this.length; i++) {
    const unit = this.charCodeAt(i);
    if (unit < 0x80) {
      if (unit < 97 || unit > 122) continue;
      result += stringSlice(this, copied, i) + stringFromCharCode(unit - 32);
      copied = i + 1;
      continue;
    }
    const codePoint = codePointAt(this, i);
    const size = codePoint > 0xffff ? 2 : 1;
    const mapped = upperOf(codePoint);
    if (mapped !== '') {
      result += stringSlice(this, copied, i) + mapped;
      copied = i + size;
    }
    i += size - 1;
  }
  return copied === 0 ? this : result + stringSlice(this, copied, this.length);
}

/** The mapping of a code point, '' if it is its own. */
function upperOf(codePoint: number): string {
  if (codePoint < 0x10000) {
    const entry = stringIndexOf(UPPER_CASE_EXPANSIONS, `,${stringFromCharCode(codePoint)}`, 0);
    if (entry >= 0) return stringSlice(UPPER_CASE_EXPANSIONS, entry + 2, stringIndexOf(UPPER_CASE_EXPANSIONS, ',', entry + 2));
  }
  if (upperCase === undefined) upperCase = new CaseTable(UPPER_CASE);
  const mapped = upperCase.map(codePoint);
  return mapped === codePoint ? '' : fromValidCodePoint(mapped);
}

/** 22.1.3.28. */
export function toLowerCase(this: string): string {
  let result = '';
  let copied = 0;
  for (let i = 0; i < this.length; i++) {
    const unit = this.charCodeAt(i);
    if (unit < 0x80) {
      if (unit < 65 || unit > 90) continue;
      result += stringSlice(this, copied, i) + stringFromCharCode(unit + 32);
      copied = i + 1;
      continue;
    }
    const codePoint = codePointAt(this, i);
    const size = codePoint > 0xffff ? 2 : 1;
    const mapped = codePoint === CAPITAL_SIGMA && isFinal(this, i) ? FINAL_SIGMA : lowerOf(codePoint);
    if (mapped !== '') {
      result += stringSlice(this, copied, i) + mapped;
      copied = i + size;
    }
    i += size - 1;
  }
  return copied === 0 ? this : result + stringSlice(this, copied, this.length);
}

function lowerOf(codePoint: number): string {
  if (codePoint === CAPITAL_I_WITH_DOT) return 'i\u0307';
  if (lowerCase === undefined) lowerCase = new CaseTable(LOWER_CASE);
  const mapped = lowerCase.map(codePoint);
  return mapped === codePoint ? '' : fromValidCodePoint(mapped);
}

/** Final_Sigma: a cased letter before it and none after it, case-ignorable characters between not counted. Unicode 3.13, table 3-17. */
function isFinal(s: string, index: number): boolean {
  return nextIsCased(s, index, -1) && !nextIsCased(s, index, 1);
}

function nextIsCased(s: string, index: number, direction: number): boolean {
  if (sigmaContext === undefined) sigmaContext = new RunTable(SIGMA_CONTEXT);
  for (let i = index + direction; i >= 0 && i < s.length; i += direction) {
    const unit = s.charCodeAt(i);
    const isLow = unit >= 0xdc00 && unit <= 0xdfff;
    if (direction < 0 && isLow && i > 0 && codePointAt(s, i - 1) > 0xffff) i--;
    const codePoint = codePointAt(s, i);
    if (direction > 0 && codePoint > 0xffff) i++;
    const properties = sigmaContext.get(codePoint);
    if (properties >= CASE_IGNORABLE) continue;
    return properties === CASED;
  }
  return false;
}
