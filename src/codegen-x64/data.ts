import type { DataInfo, DataWord, Half } from '../ir/module.ts';
import { mangle } from './mangle.ts';

/** Words per line of NASM text. */
const LINE_WORDS = 16;

/** Static data as NASM text: constants and static cells in .rodata, variables in .mutable, and the table of the latter's roots. */
export function dataText(data: readonly DataInfo[]): string {
  const constants = data.filter(({ section }) => section === 'rodata');
  // Variables that are tracked side by side, so that the collector has few runs to look at.
  const mutable = data.filter(({ section }) => section === 'mutable').sort((a, b) => density(b) - density(a));
  return [
    'section .rodata progbits alloc noexec nowrite align=16', ...constants.flatMap(itemText),
    'section .mutable progbits alloc noexec write align=16', ...mutable.flatMap(itemText),
    ...rootsText(mutable), '',
  ].join('\n');
}

const density = ({ tracked, words }: DataInfo): number => tracked.length / words.length;

function itemText({ symbol, words }: DataInfo): string[] {
  const name = mangle(symbol);
  const lines = [`global ${name}:object ${8 * words.length}`, `${name}:`];
  for (let i = 0; i < words.length; ) {
    const halves = isHalves(words[i]);
    let end = i + 1;
    while (end < words.length && end - i < LINE_WORDS && isHalves(words[end]) === halves) end++;
    lines.push(`${halves ? 'dd' : 'dq'} ${words.slice(i, end).map(wordText).join(',')}`);
    i = end;
  }
  return lines;
}

const isHalves = (word: DataWord): boolean => typeof word === 'object' && 'low' in word;

function wordText(word: DataWord): string {
  if (typeof word === 'object' && 'low' in word) return `${halfText(word.low)},${halfText(word.high)}`;
  return typeof word === 'bigint' ? numberText(BigInt.asUintN(64, word)) : mangle(word.symbol);
}

const halfText = (half: Half): string => (typeof half === 'bigint' ? numberText(BigInt.asUintN(32, half)) : mangle(half.symbol));

const numberText = (n: bigint): string => (n < 10n ? String(n) : `0x${n.toString(16)}`);

/** Assembly names that static data refers to. */
export function dataReferences(data: readonly DataInfo[]): string[] {
  const names: string[] = [];
  const half = (value: Half): void => {
    if (typeof value === 'object') names.push(mangle(value.symbol));
  };
  for (const { words } of data) {
    for (const word of words) {
      if (typeof word === 'object' && 'low' in word) {
        half(word.low);
        half(word.high);
      } else half(word);
    }
  }
  return names;
}

/** `mutable_roots` (src/layout/mutable-region.ts): runs of consecutive tracked words. */
function rootsText(mutable: readonly DataInfo[]): string[] {
  const runs: { text: string; words: number; end: number }[] = [];
  let word = 0;
  for (const { symbol, words, tracked } of mutable) {
    for (const index of tracked) {
      const last = runs[runs.length - 1];
      if (last && last.end === word + index) {
        last.words++;
        last.end++;
      } else runs.push({ text: `${mangle(symbol)}+${8 * index}`, words: 1, end: word + index + 1 });
    }
    word += words.length;
  }
  return [
    'section .rodata', 'align 8', 'global mutable_roots', 'mutable_roots:', `dd ${runs.length}, 0`,
    ...runs.map((run) => `dd ${run.text}, ${run.words}`),
  ];
}
