/**
 * The package's own sources in lowered form. They are the same for every program, so what they become is kept: in the package since it was
 * built, and in the compile cache for sources or options that it wasn't built for. The key is the content of the sources and of the compiler.
 */
import { readdirSync, readFileSync } from 'node:fs';
import type { AssembledFunction } from '../codegen-x64/assembled-function.ts';
import { cacheKey, type CompileCache, noCache } from '../host/compile-cache.ts';
import { packageFile } from '../host/package-root.ts';
import { Func } from '../ir/function.ts';
import { LazyMap, union } from '../ir/lazy-map.ts';
import type { Module } from '../ir/module.ts';
import { splitSuspending } from '../suspend/split.ts';
import { pack, unpack } from './archive.ts';
import { compileDialect, type Dialect, dialectFolders, type DialectOptions } from './dialect.ts';

export interface Library {
  /** src/std, JS-level. */
  readonly std: readonly Module[];
  readonly dialect: Dialect;
}

export async function loadLibrary({ target, optimise, debug }: DialectOptions, store: CompileCache): Promise<Library> {
  const options = { target, optimise, debug };
  const std = await kept(store, 'library', ['src/std'], async () => {
    const lowered = (await import('../frontend/index.ts')).lowerStd();
    lowered.forEach(splitSuspending);
    return packModules(lowered);
  }, unpackModules);
  const dialect = await kept(store, `dialect ${target} -O${optimise} ${debug}`, dialectFolders(target), async () => packDialect(await compileDialect(options)), unpackDialect);
  return { std, dialect };
}

/**
 * What all sources of some folders of the package become: `make`'s bytes, or those that the store has for the same sources. What was just
 * made is decoded too, so that builds with and without a store go the same way.
 */
async function kept<T>(store: CompileCache, kind: string, folders: readonly string[], make: () => Promise<Uint8Array>, decode: (bytes: Uint8Array) => T): Promise<T> {
  const parts = folders.flatMap((folder) => readdirSync(packageFile(folder), { recursive: true, encoding: 'utf8' }).sort()
    .filter((name) => name.endsWith('.ts')).flatMap((name) => [`${folder}/${name}`, readFileSync(packageFile(`${folder}/${name}`))]));
  const key = cacheKey(kind, ...parts);
  const known = store === noCache ? undefined : (decoded.get(key) as T | undefined);
  if (known) return known;
  const keep = (result: T): T => {
    decoded.set(key, result);
    return result;
  };
  const found = store.get(key);
  if (found) {
    try {
      return keep(decode(found));
    } catch {
      // Another version of node wrote it in a form that this one cannot read.
    }
  }
  const made = await make();
  store.put(key, made);
  return keep(decode(made));
}

/** What this process has decoded: compiling a program leaves it as it is, and the next program needs it again. */
const decoded = new Map<string, unknown>();

/** A module with the symbols of its functions in place of the functions. */
type Shell = Omit<Module, 'functions'> & { functions: string[] };

function packModules(modules: readonly Module[]): Uint8Array {
  const shells = modules.map((module): Shell => ({ ...module, functions: [...module.functions.keys()] }));
  return pack<Shell[], Func>({ head: shells, values: union(modules.map(({ functions }) => functions)) });
}

function unpackModules(bytes: Uint8Array): Module[] {
  const { head, values } = unpack<Shell[], Func>(bytes, reviveFunction);
  return head.map((shell) => ({ ...shell, functions: new LazyMap(shell.functions, (symbol) => values.get(symbol)!) }));
}

type DialectHead = Omit<Dialect, 'functions' | 'assembled'>;

interface DialectFunction {
  func: Func;
  assembled: AssembledFunction;
}

function packDialect({ functions, assembled, ...head }: Dialect): Uint8Array {
  const both = new LazyMap(functions.keys(), (symbol): DialectFunction => ({ func: functions.get(symbol)!, assembled: assembled.get(symbol)! }));
  return pack<DialectHead, DialectFunction>({ head, values: both });
}

function unpackDialect(bytes: Uint8Array): Dialect {
  const { head, values } = unpack<DialectHead, DialectFunction>(bytes, ({ func, assembled }) => ({ func: reviveFunction(func), assembled }));
  return {
    ...head,
    functions: new LazyMap(values.keys(), (symbol) => values.get(symbol)!.func),
    assembled: new LazyMap(values.keys(), (symbol) => values.get(symbol)!.assembled),
  };
}

function reviveFunction(func: Func): Func {
  return Object.setPrototypeOf(func, Func.prototype) as Func;
}
