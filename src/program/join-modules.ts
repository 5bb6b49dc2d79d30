import { union } from '../ir/lazy-map.ts';
import { emptyModule, type Module } from '../ir/module.ts';

/**
 * All modules of a program as one. Exports are found under `module#name`; an export that names another module's export
 * (`export { x } from`) is followed to the symbol behind it.
 */
export function joinModules(modules: readonly Module[]): Module {
  const joined: Module = { ...emptyModule('program'), functions: union(modules.map(({ functions }) => functions)) };
  for (const module of modules) {
    for (const [symbol, global] of module.globals) joined.globals.set(symbol, global);
    for (const [id, info] of module.classes) joined.classes.set(id, info);
    for (const [symbol, data] of module.data) joined.data.set(symbol, data);
    for (const [name, symbol] of module.exports) joined.exports.set(`${module.name}#${name}`, symbol);
  }
  return joined;
}

/** Module initialisers in the order in which ECMAScript evaluates the modules: imports first, each once. */
export function initialisationOrder(modules: readonly Module[], entries: readonly string[]): Module[] {
  const byName = new Map(modules.map((module) => [module.name, module]));
  const order: Module[] = [];
  const seen = new Set<string>();
  const visit = (name: string): void => {
    if (seen.has(name)) return;
    seen.add(name);
    const module = byName.get(name);
    if (!module) return;
    module.imports.forEach(visit);
    order.push(module);
  };
  entries.forEach(visit);
  return order;
}
