/** One bound module to IR. */
import { emptyModule, type Module } from '../../ir/module.ts';
import type { Diagnostic } from '../diagnostic.ts';
import type { FileLowering, Linkage } from '../lowering/context.ts';
import { lowerFunction } from '../lowering/function.ts';
import type { TypeKeys } from '../type-keys.ts';
import { ts } from '../typescript.ts';
import type { ModuleGraph, ModuleRecord } from './module-graph.ts';

export interface ModuleSettings {
  keys: TypeKeys;
  isBuiltin(name: string): boolean;
  assignedNames: ReadonlySet<string>;
  deletes: boolean;
  defineFields: boolean;
  displayFile: string;
  report(diagnostic: Diagnostic): void;
}

export function lowerModule(graph: ModuleGraph, record: ModuleRecord, settings: ModuleSettings): Module {
  const module = emptyModule(record.name);
  const { file } = record;
  const { keys, displayFile, report, ...rest } = settings;
  const linkage: Linkage = {
    ...rest,
    imported: (binding) => graph.imported(record, binding),
    member: (path, name) => graph.member(record, path, name),
  };
  const unit: FileLowering = { file, module, linkage, keys, lowered: new Map(), displayFile, report };
  module.imports = record.dependencies.map(({ name }) => name);
  const initSymbol = `${record.name}#<init>`;
  for (const { node, binding, info } of file.moduleScope.functions) {
    const symbol = lowerFunction(unit, info, binding.name, initSymbol);
    module.globals.set(`${record.name}#${binding.name}`, {
      symbol: `${record.name}#${binding.name}`, name: binding.name, mutable: binding.assignments.length > 0, init: binding.node === node ? symbol : undefined,
    });
  }
  for (const binding of file.moduleScope.bindings.values()) {
    const symbol = `${record.name}#${binding.name}`;
    if (binding.storage !== 'global' || binding.kind === 'import' || binding.kind === 'this' || module.globals.has(symbol)) continue;
    module.globals.set(symbol, { symbol, name: binding.name, mutable: binding.assignments.length > 0 });
  }
  if (file.source.statements.some((statement) => ts.isExportAssignment(statement)))
    module.globals.set(`${record.name}#default`, { symbol: `${record.name}#default`, name: 'default', mutable: false });
  module.init = lowerFunction(unit, file.module, '', initSymbol);
  module.exports = graph.exportSymbols(record);
  return module;
}
