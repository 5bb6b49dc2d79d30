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

/** Everything that could be in an image, by name. */
export interface Available {
  /** By symbol or by fixed name. */
  function(name: string): Func | undefined;
  data(symbol: string): DataInfo | undefined;
  /** Names that a function refers to beside its instructions. */
  impliedBy(func: Func): readonly string[];
  /** What hand-written assembly refers to. */
  neededBy(external: string): readonly string[];
}

/** The functions and data that the roots reach through code and data, in order of discovery. */
export function reachableFrom(roots: readonly string[], available: Available): Reached {
  const from = new Map<string, string | null>();
  const reached: Reached = { functions: [], data: [], external: new Set(), from };
  const seen = new Set<Func>();
  const queue = [...roots];
  for (const root of roots) from.set(root, null);
  for (let next = 0; next < queue.length; next++) {
    const symbol = queue[next]!;
    const visit = (name: string): void => {
      if (from.has(name)) return;
      from.set(name, symbol);
      queue.push(name);
    };
    const func = available.function(symbol);
    const item = available.data(symbol);
    if (func) {
      // By its fixed name and by its symbol.
      if (seen.has(func)) continue;
      seen.add(func);
      if (!from.has(func.symbol)) from.set(func.symbol, symbol);
      reached.functions.push(func);
      referencesOf(func).forEach(visit);
      available.impliedBy(func).forEach(visit);
    } else if (item) {
      reached.data.push(item);
      item.words.forEach((word) => namesIn(word).forEach(visit));
    } else {
      reached.external.add(symbol);
      available.neededBy(symbol).forEach(visit);
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
