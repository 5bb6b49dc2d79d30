import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { deserialize, serialize } from 'node:v8';
import { CompileError, type Diagnostic } from '../frontend/diagnostic.ts';
import { cacheKey, type CompileCache } from '../host/compile-cache.ts';
import { packageFile } from '../host/package-root.ts';
import { Func } from '../ir/function.ts';
import type { Module } from '../ir/module.ts';
import { compileDialect, type Dialect, dialectFolders, type DialectOptions } from './dialect.ts';
import { initialisationOrder, joinModules } from './join-modules.ts';

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
 * Sources to IR. The application is lowered anew; library and dialect come from the cache where their sources and the compiler are
 * those of before. Throws a CompileError.
 */
export async function lower({ entry, store, ...options }: DialectOptions & { entry: string; store: CompileCache }): Promise<Lowered> {
  const { lowerProgram } = await import('../frontend/index.ts');
  const { modules: own, entry: entryName, diagnostics } = lowerProgram(entry);
  if (diagnostics.some(({ severity }) => severity === 'error')) throw new CompileError(diagnostics);
  const std = await cached(store, 'library', ['src/std'], async () => (await import('../frontend/index.ts')).lowerStd());
  const { target, optimise, debug } = options;
  const dialect = await cached(store, `dialect ${target} -O${optimise} ${debug}`, dialectFolders(target), () => compileDialect({ target, optimise, debug }));
  revive(std);
  revive(dialect.modules);
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

/** What is computed from all sources of some folders of the package, or the cache's copy of it. */
async function cached<T>(store: CompileCache, kind: string, folders: readonly string[], make: () => Promise<T>): Promise<T> {
  const parts = folders.flatMap((folder) => readdirSync(packageFile(folder), { recursive: true, encoding: 'utf8' }).sort()
    .filter((name) => name.endsWith('.ts')).flatMap((name) => [`${folder}/${name}`, readFileSync(packageFile(`${folder}/${name}`))]));
  const key = cacheKey(kind, ...parts);
  const found = store.get(key);
  if (found) return deserialize(found) as T;
  const made = await make();
  store.put(key, serialize(made));
  return made;
}

/** Structured cloning keeps the data of a Func and loses its class. */
function revive(modules: readonly Module[]): void {
  for (const module of modules) for (const func of module.functions.values()) Object.setPrototypeOf(func, Func.prototype);
}
