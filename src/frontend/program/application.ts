/** An application: its TypeScript program under its tsconfig, checked, then lowered module by module. */
import { existsSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { packageFile } from '../../host/package-root.ts';
import type { Module } from '../../ir/module.ts';
import { collectInto, type Diagnostic, diagnostics, type SourceSpan, spanInText, typeScriptDiagnostic } from '../diagnostic.ts';
import { topLevelAwait } from '../lowering/suspension.ts';
import { pathForUser, spanOf } from '../source-position.ts';
import { symbolOfFile } from '../symbols.ts';
import { checkerKeys } from '../type-keys.ts';
import { ts } from '../typescript.ts';
import { collectAssignedNames } from './assigned-names.ts';
import { createHost } from './compiler-host.ts';
import { lowerModule } from './lower-module.ts';
import { ModuleGraph, type Resolver } from './module-graph.ts';
import { isBuiltin, isIntrinsics, libraryModuleFile, parseFile, stdModule } from './std.ts';
import { readConfiguration } from './tsconfig.ts';

export interface ProgramResult {
  /** The application's modules; the entry is the last one initialised. Empty where there are errors. */
  modules: Module[];
  /** Name of the entry module. */
  entry: string;
  diagnostics: Diagnostic[];
}

/** Checks and lowers the program that starts with `entryFile`. */
export function lowerProgram(entryFile: string): ProgramResult {
  const path = resolve(entryFile);
  const { options, projectDirectory, diagnostics: configurationErrors } = readConfiguration(path);
  const program = ts.createProgram([path, packageFile('types/index.d.ts')], options, createHost(options));
  const result: ProgramResult = { modules: [], entry: moduleName(path, projectDirectory), diagnostics: configurationErrors.map(fromTypeScript) };
  const own = program.getSourceFiles().filter((source) => !source.isDeclarationFile && !isIntrinsics(source.fileName));
  for (const source of own) {
    const found = [...program.getSyntacticDiagnostics(source), ...program.getSemanticDiagnostics(source)];
    result.diagnostics.push(...found.map(fromTypeScript));
  }
  result.diagnostics.unshift(...program.getOptionsDiagnostics().map(fromTypeScript));
  if (result.diagnostics.some(({ severity }) => severity === 'error')) return result;
  lowerModules(program, options, path, projectDirectory, result);
  if (result.diagnostics.some(({ severity }) => severity === 'error')) result.modules = [];
  return result;
}

function lowerModules(program: ts.Program, options: ts.CompilerOptions, entry: string, root: string, result: ProgramResult): void {
  const checker = program.getTypeChecker(); // which binds all files, and so sets parents: `@ts-nocheck` spares a file the checks only
  const host = { fileExists: ts.sys.fileExists, readFile: ts.sys.readFile, directoryExists: ts.sys.directoryExists };
  const resolver: Resolver = {
    resolve(specifier, from) {
      if (from.library) {
        const inside = resolve(dirname(from.path), specifier);
        return specifier.startsWith('.') && existsSync(inside) ? stdModule(inside) : null;
      }
      const node = libraryModuleFile(specifier);
      if (node && !specifier.startsWith('.')) return stdModule(node);
      const found = ts.resolveModuleName(specifier, from.path, options, host, undefined, undefined, from.file.source.impliedNodeFormat).resolvedModule;
      if (!found || !/\.[mc]?ts$/.test(found.resolvedFileName) || /\.d\.[mc]?ts$/.test(found.resolvedFileName)) return null;
      return { path: found.resolvedFileName, name: moduleName(found.resolvedFileName, root), library: false };
    },
    sourceFile: (path) => program.getSourceFile(path) ?? parseFile(path),
    isIntrinsics,
  };
  const graph = new ModuleGraph(resolver);
  const collect = collectInto(result.diagnostics);
  const entryRecord = graph.load(entry, result.entry, false);
  collect(() => graph.link([entryRecord]));
  const assigned = { names: new Set<string>(), deletes: false };
  const records = [...graph.modules].filter(({ library }) => !library);
  for (const record of records) {
    const { source } = record.file;
    collectAssignedNames(source, assigned);
    const awaiting = record === entryRecord ? undefined : topLevelAwait(source);
    if (awaiting) result.diagnostics.push(diagnostics.unsupportedSyntax(spanOf(awaiting, source), 'await at the top level of a module that others import', 'export a function that awaits, or the promise'));
  }
  const keys = checkerKeys(checker);
  for (const record of records) {
    collect(() => result.modules.push(lowerModule(graph, record, {
      keys, isBuiltin, assignedNames: assigned.names, deletes: assigned.deletes,
      defineFields: options.useDefineForClassFields ?? (options.target ?? ts.ScriptTarget.ES2022) >= ts.ScriptTarget.ES2022,
      displayFile: pathForUser(record.path),
      report: (diagnostic) => result.diagnostics.push(diagnostic),
    })));
  }
}

/** Names of toroc's own folders are kept apart from an application's. */
const OWN_FOLDERS = /^src\/(std|runtime|kernel|platform-linux|layout|machine)\//;

function moduleName(path: string, root: string): string {
  const name = symbolOfFile(path, root);
  return OWN_FOLDERS.test(name) ? `app/${name}` : name;
}

function fromTypeScript(diagnostic: ts.Diagnostic): Diagnostic {
  const message = ts.flattenDiagnosticMessageText(diagnostic.messageText, '\n');
  const { file, start, length } = diagnostic;
  const span: SourceSpan | undefined = file && start !== undefined ? spanInText(pathForUser(file.fileName), file.text, start, length ?? 1) : undefined;
  return typeScriptDiagnostic(diagnostic.code, diagnostic.category === ts.DiagnosticCategory.Error ? 'error' : 'warning', message, span);
}

