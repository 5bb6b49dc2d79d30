import { mangle } from '../codegen-x64/mangle.ts';
import { symbolSizes, type SymbolSize } from '../codegen-x64/symbol-sizes.ts';
import { CompileError, diagnostics } from '../frontend/diagnostic.ts';

/** What keeps each symbol in the image: the symbol that first referred to it, or null for a root. */
export type ReachedFrom = ReadonlyMap<string, string | null>;

/**
 * Bytes per symbol of a linked file, the largest first, with the total per section.
 *
 *     .text   52340
 *     .text    1208  src/std/inspect#inspectValue
 */
export function printSizes(elf: Uint8Array, reachedFrom: ReachedFrom): string {
  const sourceNames = new Map([...reachedFrom.keys()].map((symbol) => [mangle(symbol), symbol]));
  const sizes = wholeFunctions(symbolSizes(elf));
  const totals = new Map<string, number>();
  for (const { section, bytes } of sizes) totals.set(section, (totals.get(section) ?? 0) + bytes);
  const line = (section: string, bytes: number, name: string): string => `${section.padEnd(12)} ${String(bytes).padStart(8)}  ${name}`.trimEnd();
  return [
    ...[...totals].map(([section, bytes]) => line(section, bytes, '')), '',
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
