import { existsSync, readFileSync, statSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { CompileError, type Diagnostic } from '../frontend/diagnostic.ts';
import type { CompileCache } from '../host/compile-cache.ts';
import type { Module } from '../ir/module.ts';
import type { Dialect, DialectOptions } from './dialect.ts';
import { splitSuspending } from '../suspend/split.ts';
import { initialisationOrder, joinModules } from './join-modules.ts';
import { loadLibrary } from './library.ts';

export interface Lowered {
  /** Application and library as one module of JS-level functions. */
  readonly modules: Module;
  readonly dialect: Dialect;
  /** Modules of the library and of the application, each in the order of their initialisation. */
  readonly library: readonly Module[];
  readonly application: readonly Module[];
  /** The entry file is an ECMAScript module under node. */
  readonly mainIsModule: boolean;
  /** Seconds since 1970 of the newest source file: what a clock without a source starts from. */
  readonly entryModified: number;
  readonly warnings: readonly Diagnostic[];
}

/**
 * Sources to IR. The application is lowered anew; library and dialect are kept in lowered form (library.ts). Throws a CompileError.
 */
export async function lower({ entry, store, ...options }: DialectOptions & { entry: string; store: CompileCache }): Promise<Lowered> {
  const { lowerProgram } = await import('../frontend/index.ts');
  const { modules: own, entry: entryName, diagnostics } = lowerProgram(entry);
  if (diagnostics.some(({ severity }) => severity === 'error')) throw new CompileError(diagnostics);
  own.forEach(splitSuspending);
  const { std, dialect } = await loadLibrary(options, store);
  // What V8 calls the top level of a CommonJS module in traces.
  const mainIsModule = isModule(entry);
  for (const { init, functions } of own) if (init !== null && !mainIsModule) functions.get(init)!.displayName = 'Object.<anonymous>';
  const modules = joinModules([...std, ...own]);
  return {
    modules, dialect,
    library: initialisationOrder(std, std.map(({ name }) => name)),
    application: initialisationOrder(own, [entryName]),
    mainIsModule,
    entryModified: Math.floor(statSync(entry).mtimeMs / 1000),
    warnings: diagnostics,
  };
}

/** What node decides from the extension, and from `type` of the nearest package.json. */
function isModule(entry: string): boolean {
  if (/\.m[jt]s$/.test(entry)) return true;
  if (/\.c[jt]s$/.test(entry)) return false;
  for (let folder = dirname(resolve(entry)); ; folder = dirname(folder)) {
    const manifest = join(folder, 'package.json');
    if (existsSync(manifest)) return (JSON.parse(readFileSync(manifest, 'utf8')) as { type?: string }).type === 'module';
    if (dirname(folder) === folder) return false;
  }
}
