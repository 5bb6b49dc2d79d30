/**
 * The modules of a program or of the standard library: which module a specifier means, what an imported name means in the end
 * (through re-exports), and in which order modules are initialised.
 */
import { diagnostics } from '../diagnostic.ts';
import type { Binding, FileBindings } from '../scopes/bindings.ts';
import { bindFile } from '../scopes/binder.ts';
import { assignStorage } from '../scopes/storage.ts';
import { refuse, spanOf } from '../source-position.ts';
import { ts } from '../typescript.ts';
import type { ImportTarget } from '../lowering/context.ts';
import { type Export, type ExportTable, exportsOf } from './exports.ts';

const { SyntaxKind } = ts;

export interface ModuleRecord {
  /** Absolute path. */
  path: string;
  /** Symbol prefix: path without extension, relative to its root. */
  name: string;
  /** A module of the standard library, seen from an application: it is lowered elsewhere. */
  library: boolean;
  file: FileBindings;
  exports: ExportTable;
  /** Modules initialised before this one, in order. */
  dependencies: ModuleRecord[];
  /** Number of the strongly connected component; modules of one may see each other uninitialised. */
  component: number;
}

export interface Resolver {
  /** Absolute path and name of the module that `specifier` means in `from`; null: there is none. */
  resolve(specifier: string, from: ModuleRecord): { path: string; name: string; library: boolean } | null;
  sourceFile(path: string): ts.SourceFile;
  /** Functions of this module are intrinsics. */
  isIntrinsics(path: string): boolean;
}

export class ModuleGraph {
  private readonly records = new Map<string, ModuleRecord>();
  private readonly resolver: Resolver;

  constructor(resolver: Resolver) {
    this.resolver = resolver;
  }

  get modules(): Iterable<ModuleRecord> {
    return this.records.values();
  }

  /** The record of a file, bound, its dependencies not yet followed. */
  load(path: string, name: string, library: boolean): ModuleRecord {
    const known = this.records.get(path);
    if (known) return known;
    const file = bindFile(this.resolver.sourceFile(path));
    assignStorage(file);
    const record: ModuleRecord = { path, name, library, file, exports: exportsOf(file), dependencies: [], component: -1 };
    this.records.set(path, record);
    return record;
  }

  /** Loads all that a module needs, and numbers components (Tarjan). */
  link(entries: readonly ModuleRecord[]): void {
    const state = new Map<ModuleRecord, { index: number; low: number; onStack: boolean }>();
    const stack: ModuleRecord[] = [];
    let components = 0;
    const visit = (record: ModuleRecord): void => {
      const own = { index: state.size, low: state.size, onStack: true };
      state.set(record, own);
      stack.push(record);
      if (!record.library) record.dependencies = this.dependenciesOf(record);
      for (const next of record.dependencies) {
        const seen = state.get(next);
        if (!seen) visit(next);
        const other = state.get(next)!;
        if (other.onStack) own.low = Math.min(own.low, seen ? other.index : other.low);
      }
      if (own.low !== own.index) return;
      for (let member: ModuleRecord | undefined; member !== record; ) {
        member = stack.pop()!;
        member.component = components;
        state.get(member)!.onStack = false;
      }
      components++;
    };
    for (const entry of entries) if (!state.has(entry)) visit(entry);
  }

  /** Imports that tsc keeps: for their effect, or with a name that is used as a value. */
  private dependenciesOf(record: ModuleRecord): ModuleRecord[] {
    const found = new Set<ModuleRecord>();
    for (const statement of record.file.source.statements) {
      if (ts.isImportDeclaration(statement)) {
        if (!this.isKept(record, statement)) continue;
      } else if (!ts.isExportDeclaration(statement) || statement.isTypeOnly || !statement.moduleSpecifier) continue;
      const specifier = statement.moduleSpecifier as ts.StringLiteral;
      const target = this.moduleOf(record, specifier.text, specifier);
      if (!this.resolver.isIntrinsics(target.path)) found.add(target);
    }
    return [...found];
  }

  private isKept(record: ModuleRecord, { importClause }: ts.ImportDeclaration): boolean {
    if (!importClause) return true;
    if (importClause.phaseModifier === SyntaxKind.TypeKeyword) return false;
    const { namedBindings } = importClause;
    const names = [
      importClause.name,
      ...(namedBindings ? (ts.isNamespaceImport(namedBindings) ? [namedBindings.name] : namedBindings.elements.filter((element) => !element.isTypeOnly).map((element) => element.name)) : []),
    ];
    return names.some((name) => {
      const binding = name && record.file.meaning.get(name);
      return binding && (binding.references.length > 0 || (binding.exported && this.resolveImport(record, binding) !== null));
    });
  }

  private moduleOf(record: ModuleRecord, specifier: string, at: ts.Node): ModuleRecord {
    const target = this.resolver.resolve(specifier, record);
    if (!target) refuse(diagnostics.unsupportedMember(spanOf(at, record.file.source), specifier, 'import TypeScript modules, or those of node that toroc has'));
    return this.load(target.path, target.name, target.library);
  }

  /** The target of an import binding; refused where there is none. */
  imported(record: ModuleRecord, binding: Binding): ImportTarget {
    const target = this.resolveImport(record, binding);
    if (!target) refuse(diagnostics.unsupportedMember(spanOf(binding.node, record.file.source), binding.name));
    return target;
  }

  private resolveImport(record: ModuleRecord, binding: Binding): ImportTarget | null {
    const { node } = binding;
    let declaration: ts.Node = node;
    while (!ts.isImportDeclaration(declaration)) declaration = declaration.parent;
    const specifier = declaration.moduleSpecifier as ts.StringLiteral;
    const module = this.moduleOf(record, specifier.text, specifier);
    if (ts.isNamespaceImport(node)) return { kind: 'namespace', module: module.path };
    const name = ts.isImportSpecifier(node) ? (node.propertyName ?? node.name).text : 'default';
    return this.resolveExport(module, name, record);
  }

  /** A member of a namespace, by the module's path. */
  member(from: ModuleRecord, path: string, name: string): ImportTarget | undefined {
    return this.resolveExport(this.records.get(path)!, name, from) ?? undefined;
  }

  resolveExport(module: ModuleRecord, name: string, from: ModuleRecord, seen = new Set<string>()): ImportTarget | null {
    const key = `${module.path}#${name}`;
    if (seen.has(key)) return null;
    seen.add(key);
    if (this.resolver.isIntrinsics(module.path)) return { kind: 'intrinsic', name };
    const found = module.exports.named.get(name);
    if (found) return this.resolveFound(module, found, from, seen);
    if (name === 'default') return null;
    for (const specifier of module.exports.stars) {
      const target = this.resolveExport(this.moduleOf(module, specifier, module.file.source), name, from, seen);
      if (target) return target;
    }
    return null;
  }

  private resolveFound(module: ModuleRecord, found: Export, from: ModuleRecord, seen: Set<string>): ImportTarget | null {
    if (found.kind === 'namespace') return { kind: 'namespace', module: this.moduleOf(module, found.specifier, module.file.source).path };
    if (found.kind === 'from') return this.resolveExport(this.moduleOf(module, found.specifier, module.file.source), found.name, from, seen);
    const binding = module.file.moduleScope.bindings.get(found.name);
    if (binding?.kind === 'import') return this.resolveImport(module, binding);
    if (!binding && found.name !== 'default') return null; // a type
    const sameComponent = !module.library && !from.library && (module === from || module.component < 0 || from.component < 0 || module.component === from.component);
    const enumeration = binding?.kind === 'enum' ? (binding.node as ts.EnumDeclaration) : undefined;
    return { kind: 'global', symbol: `${module.name}#${found.name}`, mayBeUninitialised: sameComponent && binding?.kind !== 'function', enumeration };
  }

  /** Export names and what they mean, for Module.exports: symbols, or `namespace:MODULE`. */
  exportSymbols(record: ModuleRecord): Map<string, string> {
    const symbols = new Map<string, string>();
    const visit = (module: ModuleRecord, seen: Set<ModuleRecord>): void => {
      if (seen.has(module)) return;
      seen.add(module);
      for (const name of module.exports.named.keys()) {
        if (symbols.has(name) || (module !== record && name === 'default')) continue;
        const target = this.resolveExport(module, name, record);
        if (target?.kind === 'global') symbols.set(name, target.symbol);
        else if (target?.kind === 'namespace') symbols.set(name, `namespace:${this.records.get(target.module)!.name}`);
      }
      for (const specifier of module.exports.stars) visit(this.moduleOf(module, specifier, module.file.source), seen);
    };
    visit(record, new Set());
    return symbols;
  }
}
