import { readdirSync } from 'node:fs';
import type { AssembledFunction } from '../codegen-x64/assembled-function.ts';
import { generate } from '../codegen-x64/generate.ts';
import { packageFile } from '../host/package-root.ts';
import type { Func } from '../ir/function.ts';
import type { DataInfo, Module } from '../ir/module.ts';
import { optimise } from '../optimise/passes.ts';
import type { Upcall } from '../specialise/program.ts';
import { stringSymbol } from '../specialise/static-data.ts';
import type { Target } from './hand-written.ts';

/** Runtime, and kernel or Linux platform, in their final form: they are the same for every program. */
export interface Dialect {
  /** Optimised typed functions by symbol: the program's code may inline small ones. */
  readonly functions: ReadonlyMap<string, Func>;
  /** Their machine code, by symbol. */
  readonly assembled: ReadonlyMap<string, AssembledFunction>;
  /** The symbols of functions that assembly calls, by the names that it calls them by. */
  readonly fixedNames: ReadonlyMap<string, string>;
  /** What it calls in src/std, by symbol. */
  readonly upcalls: ReadonlyMap<string, Upcall>;
  readonly data: readonly DataInfo[];
  /** Contents of the static strings that they name. */
  readonly texts: readonly string[];
}

export interface DialectOptions {
  readonly target: Target;
  readonly optimise: number;
  readonly debug: boolean;
}

/** Lowers, optimises and generates all dialect sources of a target. */
export async function compileDialect(options: DialectOptions): Promise<Dialect> {
  const { lowerDialect } = await import('../frontend/index.ts');
  const platform = options.target === 'toro' ? 'src/kernel' : 'src/platform-linux';
  return finishDialect(lowerDialect([...sources('src/runtime'), ...sources(platform)], options.target), options);
}

/** Optimises and generates lowered dialect modules. */
export function finishDialect(modules: readonly Module[], options: DialectOptions): Dialect {
  const functions = modules.flatMap((module) => [...module.functions.values()]);
  for (const func of functions) if (!func.blocks.some(({ term }) => term.op === 'return')) func.attrs.never = true;
  const texts = nameTexts(functions);
  optimise(functions, options.optimise);
  const assembled = new Map(functions.map((func) => [func.symbol, generate(func, { debugLines: options.debug })]));
  return {
    functions: new Map(functions.map((func) => [func.symbol, func])),
    assembled,
    fixedNames: new Map(functions.flatMap(({ symbol, attrs }) => (typeof attrs.symbol === 'string' ? [[attrs.symbol, symbol]] : []))),
    upcalls: upcallsOf(functions),
    data: modules.flatMap((module) => [...module.data.values()]),
    texts,
  };
}

/** Folders of the package that the result depends on, beside the compiler. */
export function dialectFolders(target: Target): readonly string[] {
  return ['src/runtime', target === 'toro' ? 'src/kernel' : 'src/platform-linux', 'src/layout', 'src/machine'];
}

function sources(folder: string): string[] {
  return readdirSync(packageFile(folder)).filter((name) => name.endsWith('.ts') && !name.endsWith('.d.ts')).sort().map((name) => packageFile(`${folder}/${name}`));
}

/** The calls of `toro:hooks`. */
function upcallsOf(functions: readonly Func[]): Map<string, Upcall> {
  const found = new Map<string, Upcall>();
  for (const func of functions) {
    for (const block of func.blocks) {
      for (const { op, attrs, args, result } of block.instrs) {
        const target = op === 'call' ? (attrs.target as string) : '';
        if (target.startsWith('toro:hooks#')) found.set(target, { params: args.map(({ rep }) => rep), result: result?.rep ?? null });
      }
    }
  }
  return found;
}

/** Gives the `text('…')` literals the symbols of their string cells; returns the texts. */
function nameTexts(functions: readonly Func[]): string[] {
  const texts = new Set<string>();
  for (const func of functions) {
    for (const block of func.blocks) {
      for (const instr of block.instrs) {
        const { symbol } = instr.attrs;
        if (typeof symbol !== 'string' || !symbol.startsWith('text:')) continue;
        const text = symbol.slice('text:'.length);
        texts.add(text);
        instr.attrs = { ...instr.attrs, symbol: stringSymbol(text) };
      }
    }
  }
  return [...texts];
}
