import type { Func } from '../ir/function.ts';
import type { DataInfo, DataWord } from '../ir/module.ts';

/** Symbols by which an instruction's attributes can name a function or data. */
const SYMBOL_ATTRIBUTES = ['target', 'symbol', 'shape'];

export interface Reached {
  readonly functions: Func[];
  readonly data: DataInfo[];
  /** Names that nothing here defines: of hand-written assembly or the linker script. */
  readonly external: Set<string>;
  /** What first referred to each symbol; null for the roots. */
  readonly from: ReadonlyMap<string, string | null>;
}

/** The functions and data that the roots reach through code and data, in order of discovery. */
export function reachableFrom(
  roots: readonly string[], functions: ReadonlyMap<string, Func>, data: ReadonlyMap<string, DataInfo>, implied: (func: Func) => readonly string[],
  neededBy: (external: string) => readonly string[],
): Reached {
  const fixed = new Map([...functions.values()].flatMap((func) => (typeof func.attrs.symbol === 'string' ? [[func.attrs.symbol, func] as const] : [])));
  const from = new Map<string, string | null>();
  const reached: Reached = { functions: [], data: [], external: new Set(), from };
  const queue: string[] = [];
  let referrer: string | null = null;
  const visit = (symbol: string): void => {
    if (from.has(symbol)) return;
    from.set(symbol, referrer);
    queue.push(symbol);
  };
  roots.forEach(visit);
  for (let symbol = queue.shift(); symbol !== undefined; symbol = queue.shift()) {
    referrer = symbol;
    const func = functions.get(symbol) ?? fixed.get(symbol);
    const item = data.get(symbol);
    if (func) {
      // By its fixed name and by its symbol.
      if (from.has(func.symbol) && func.symbol !== symbol && reached.functions.includes(func)) continue;
      if (!from.has(func.symbol)) from.set(func.symbol, symbol);
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
