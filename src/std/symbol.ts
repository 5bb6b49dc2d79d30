/** Symbol: ECMA-262 section 20.4. The well-known symbols are the compiler's. */

import { newSymbol, symbolDescription } from './intrinsics.ts';
import { Map } from './map.ts';

/** 20.4.1.1. */
export function call(description?: string | number): symbol {
  return newSymbol(description === undefined ? undefined : `${description}`);
}

let registry: Map<string, symbol> | undefined;

/** 20.4.2.2. */
function for_(key: string): symbol {
  const name = `${key}`;
  registry ??= new Map<string, symbol>();
  let symbol = registry.get(name);
  if (symbol === undefined) {
    symbol = newSymbol(name);
    registry.set(name, symbol);
  }
  return symbol;
}
export { for_ as for };

/** 20.4.2.6. */
export function keyFor(symbol: symbol): string | undefined {
  const name = symbolDescription(symbol);
  return name !== undefined && registry !== undefined && registry.get(name) === symbol ? name : undefined;
}
