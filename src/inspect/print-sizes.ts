import { mangle } from '../codegen-x64/mangle.ts';
import { sectionSizes, symbolSizes, type SymbolSize } from '../codegen-x64/symbol-sizes.ts';
import { CompileError, diagnostics } from '../frontend/diagnostic.ts';

/** What keeps each symbol in the image: the symbol that first referred to it, or null for a root. */
export type ReachedFrom = ReadonlyMap<string, string | null>;

/** The tables of call sites, and what they are for. */
const TABLES: ReadonlyMap<string, string> = new Map([['.frametable', 'for collector and unwinder'], ['.positions', 'source positions']]);

/** Bytes per section of a linked file; of the tables also how much they are beside the code. */
export function printSections(elf: Uint8Array): string {
  const sections = sectionSizes(elf);
  const codeBytes = (sections.get('.boot') ?? 0) + (sections.get('.text') ?? 0);
  const share = (section: string, bytes: number): string => (TABLES.has(section) ? `${((100 * bytes) / codeBytes).toFixed(1)} % of the code, ${TABLES.get(section)}` : '');
  return [...sections].map(([section, bytes]) => `${line(section, bytes, share(section, bytes))}\n`).join('');
}

const line = (section: string, bytes: number, text: string): string => `${section.padEnd(12)} ${String(bytes).padStart(8)}  ${text}`.trimEnd();

/**
 * Bytes per symbol of a linked file, the largest first, below those of the sections.
 *
 *     .text   52340
 *     .frametable    15210  29.1 % of the code, for collector and unwinder
 *     .text    1208  src/std/inspect#inspectValue
 */
export function printSizes(elf: Uint8Array, reachedFrom: ReachedFrom): string {
  const sourceNames = new Map([...reachedFrom.keys()].map((symbol) => [mangle(symbol), symbol]));
  const sizes = wholeFunctions(symbolSizes(elf));
  return [
    printSections(elf),
    ...sizes.map(({ name, section, bytes }) => line(section, bytes, sourceNames.get(name) ?? name)), '',
  ].join('\n');
}

/** Without blocks and call sites: they are symbols too, and the size of their function, which the assembly states, covers them. */
function wholeFunctions(sizes: readonly SymbolSize[]): SymbolSize[] {
  const names = new Set(sizes.map(({ name }) => name));
  return sizes.filter(({ name }) => !names.has(name.replace(/\.[a-z]+\d+$/, '')) || !/\.[a-z]+\d+$/.test(name));
}

/** The chain of references from the entry to a symbol, one a line. Throws a CompileError where the image has no such symbol. */
export function whyInImage(reachedFrom: ReachedFrom, name: string): string {
  const symbols = [...reachedFrom.keys()];
  const found = symbols.find((symbol) => symbol === name) ?? symbols.find((symbol) => mangle(symbol) === name || symbol.endsWith(`#${name}`));
  if (found === undefined) throw new CompileError([diagnostics.noSuchSymbol(name)]);
  const chain: string[] = [];
  for (let at: string | null | undefined = found; at; at = reachedFrom.get(at)) chain.unshift(at);
  return chain.map((symbol, depth) => `${'  '.repeat(depth)}${symbol}\n`).join('');
}
