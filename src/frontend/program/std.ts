/** The standard library as a set of modules (src/std/README.md): what globals there are, which file a node module is. */
import { existsSync, readdirSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import type { Module } from '../../ir/module.ts';
import { packageFile, packageRoot } from '../../host/package-root.ts';
import { CompileError, collectInto, type Diagnostic } from '../diagnostic.ts';
import { symbolOfFile } from '../symbols.ts';
import { checkerKeys } from '../type-keys.ts';
import { ts } from '../typescript.ts';
import { collectAssignedNames } from './assigned-names.ts';
import { createHost } from './compiler-host.ts';
import { lowerModule } from './lower-module.ts';
import { ModuleGraph, type Resolver } from './module-graph.ts';

export const STD = 'src/std';

/** The file of `node:fs`, `fs` or `toro:fault`; null: toroc has none. */
export function libraryModuleFile(specifier: string): string | null {
  const [, own, name] = /^(toro:)?(?:node:)?(.*)$/.exec(specifier)!;
  const path = packageFile(`${STD}/${own === undefined ? 'node' : 'toro'}/${name}.ts`);
  return existsSync(path) ? path : null;
}

export function parseFile(path: string): ts.SourceFile {
  const text = ts.sys.readFile(path) ?? '';
  return ts.createSourceFile(path, text, { languageVersion: ts.ScriptTarget.ES2022, jsDocParsingMode: ts.JSDocParsingMode.ParseNone }, true);
}

let globals: Set<string> | undefined;

/** Whether src/std/globals.ts exports the name. */
export function isBuiltin(name: string): boolean {
  if (!globals) {
    globals = new Set();
    for (const statement of parseFile(packageFile(`${STD}/globals.ts`)).statements) {
      if (!ts.isExportDeclaration(statement) || !statement.exportClause) continue;
      if (ts.isNamespaceExport(statement.exportClause)) globals.add(statement.exportClause.name.text);
      else for (const element of statement.exportClause.elements) globals.add(element.name.text);
    }
  }
  return globals.has(name);
}

export function isIntrinsics(path: string): boolean {
  return path === packageFile(`${STD}/intrinsics.ts`);
}

export function stdModule(path: string): { path: string; name: string; library: boolean } {
  return { path, name: symbolOfFile(path, packageRoot()), library: true };
}

/** All files of the library but the intrinsics. */
function stdFiles(): string[] {
  const folder = packageFile(STD);
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts') && !name.endsWith('.d.ts'))
    .map((name) => join(folder, name))
    .filter((path) => !isIntrinsics(path))
    .sort();
}

/** Its modules import each other by relative path only, which needs no search. */
function createLibraryHost(options: ts.CompilerOptions): ts.CompilerHost {
  const host = createHost(options);
  host.resolveModuleNameLiterals = (literals, from) =>
    literals.map(({ text }) => {
      const resolvedFileName = text.startsWith('.') ? resolve(dirname(from), text) : libraryModuleFile(text);
      return { resolvedModule: resolvedFileName ? { resolvedFileName, extension: ts.Extension.Ts, isExternalLibraryImport: false } : undefined };
    });
  return host;
}

/** Lowers the whole library. Throws a CompileError with all diagnostics. */
export function lowerStd(): Module[] {
  const files = stdFiles();
  const options: ts.CompilerOptions = {
    strict: true, target: ts.ScriptTarget.ES2022, module: ts.ModuleKind.NodeNext, lib: ['lib.es2023.d.ts'], types: [],
    noEmit: true, allowImportingTsExtensions: true, skipLibCheck: true,
  };
  const program = ts.createProgram(files, options, createLibraryHost(options));
  const keys = checkerKeys(program.getTypeChecker());
  const found: Diagnostic[] = [];
  const resolver: Resolver = {
    resolve: (specifier, from) => {
      const path = specifier.startsWith('.') ? resolve(dirname(from.path), specifier) : libraryModuleFile(specifier);
      return path && existsSync(path) ? { ...stdModule(path), library: false } : null;
    },
    sourceFile: (path) => program.getSourceFile(path) ?? parseFile(path),
    isIntrinsics,
  };
  const graph = new ModuleGraph(resolver);
  const assigned = { names: new Set<string>(), deletes: false };
  const modules: Module[] = [];
  const collect = collectInto(found);
  const records = files.map((path) => graph.load(path, stdModule(path).name, false));
  records.forEach(({ file }) => collectAssignedNames(file.source, assigned));
  collect(() => graph.link(records));
  for (const record of records) {
    collect(() => modules.push(lowerModule(graph, record, {
      keys, isBuiltin, assignedNames: assigned.names, deletes: assigned.deletes, defineFields: true, displayFile: `${record.name}.ts`, report: (diagnostic) => found.push(diagnostic),
    })));
  }
  if (found.length > 0) throw new CompileError(found);
  return modules;
}
