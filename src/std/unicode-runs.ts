/** Reading of the tables in unicode-tables.ts. */

/** The numbers of an encoded table. */
export function decodeNumbers(text: string): number[] {
  const numbers: number[] = [];
  let value = 0;
  let unit = 1;
  for (let i = 0; i < text.length; i++) {
    const digit = text.charCodeAt(i) - 35;
    value += (digit & 31) * unit;
    if (digit < 32) {
      numbers[numbers.length] = value;
      value = 0;
      unit = 1;
    } else {
      unit *= 32;
    }
  }
  return numbers;
}

/** A value for each code point, kept as the starts of runs of equal values. */
export class RunTable {
  #starts: number[] = [];
  #values: number[] = [];

  /** From lengths and values of the runs. */
  constructor(text: string) {
    const numbers = decodeNumbers(text);
    let start = 0;
    for (let i = 0; i < numbers.length; i += 2) {
      this.#starts[i >> 1] = start;
      this.#values[i >> 1] = numbers[i + 1];
      start += numbers[i];
    }
  }

  get(codePoint: number): number {
    return this.#values[lastNotAbove(this.#starts, codePoint)];
  }
}

/** Index of the last of the ascending numbers that is not above x; -1 if all are. */
export function lastNotAbove(numbers: number[], x: number): number {
  let low = 0;
  let high = numbers.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (numbers[middle] <= x) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}

/** The code point at an index of a string; a lone surrogate counts as itself. */
export function codePointAt(s: string, index: number): number {
  const unit = s.charCodeAt(index);
  if (unit < 0xd800 || unit > 0xdbff || index + 1 >= s.length) return unit;
  const low = s.charCodeAt(index + 1);
  if (low < 0xdc00 || low > 0xdfff) return unit;
  return (unit - 0xd800) * 0x400 + (low - 0xdc00) + 0x10000;
}
