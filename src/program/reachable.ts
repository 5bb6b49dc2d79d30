import type { Func } from '../ir/function.ts';
import type { DataInfo, DataWord } from '../ir/module.ts';

/** Symbols by which an instruction's attributes can name a function or data. */
const SYMBOL_ATTRIBUTES = ['target', 'symbol', 'shape'];

export interface Reached {
  readonly functions: Func[];
  readonly data: DataInfo[];
  /** Names that nothing here defines: of hand-written assembly or the linker script. */
  readonly external: Set<string>;
}

/** The functions and data that the roots reach through code and data, in order of discovery. */
export function reachableFrom(
  roots: readonly string[], functions: ReadonlyMap<string, Func>, data: ReadonlyMap<string, DataInfo>, implied: (func: Func) => readonly string[],
  neededBy: (external: string) => readonly string[],
): Reached {
  const fixed = new Map([...functions.values()].flatMap((func) => (typeof func.attrs.symbol === 'string' ? [[func.attrs.symbol, func] as const] : [])));
  const reached: Reached = { functions: [], data: [], external: new Set() };
  const seen = new Set<string>();
  const queue: string[] = [];
  const visit = (symbol: string): void => {
    if (seen.has(symbol)) return;
    seen.add(symbol);
    queue.push(symbol);
  };
  roots.forEach(visit);
  for (let symbol = queue.shift(); symbol !== undefined; symbol = queue.shift()) {
    const func = functions.get(symbol) ?? fixed.get(symbol);
    const item = data.get(symbol);
    if (func) {
      if (seen.has(func.symbol) && func.symbol !== symbol && reached.functions.includes(func)) continue;
      seen.add(func.symbol);
      reached.functions.push(func);
      referencesOf(func).forEach(visit);
      implied(func).forEach(visit);
    } else if (item) {
      reached.data.push(item);
      item.words.forEach((word) => namesIn(word).forEach(visit));
    } else {
      reached.external.add(symbol);
      neededBy(symbol).forEach(visit);
    }
  }
  return reached;
}

function referencesOf(func: Func): string[] {
  const names: string[] = [];
  for (const block of func.blocks) {
    for (const { attrs } of block.instrs) {
      for (const key of SYMBOL_ATTRIBUTES) if (typeof attrs[key] === 'string') names.push(attrs[key]);
    }
  }
  return names;
}

function namesIn(word: DataWord): string[] {
  if (typeof word === 'bigint') return [];
  if ('symbol' in word) return [word.symbol];
  return [word.low, word.high].flatMap((half) => (typeof half === 'object' ? [half.symbol] : []));
}
