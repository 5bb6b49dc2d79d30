/** Compiles the native test program with the whole runtime for linux, without library or flow analysis. */
import { readdirSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { assemble } from '../../../src/codegen-x64/assemble.ts';
import { lowerDialect } from '../../../src/frontend/dialect/lower.ts';
import type { Module } from '../../../src/ir/module.ts';
import { link } from '../../../src/multiboot/link.ts';
import { finishDialect } from '../../../src/program/dialect.ts';
import { assembleImage, emitImage } from '../../../src/program/image.ts';
import { StaticData } from '../../../src/specialise/static-data.ts';

/** Returns the executable's path. */
export async function buildNative(folder: string, chaos: boolean): Promise<string> {
  const platform = readdirSync('src/platform-linux').filter((name) => name.endsWith('.ts')).map((name) => `src/platform-linux/${name}`);
  const modules = lowerDialect([...platform, 'test/runtime/native/program.ts', 'test/runtime/native/hooks.ts'].map((path) => resolve(path)), 'linux');
  bindHooks(modules);
  const options = { target: 'linux', chaos, debug: false, files: [] } as const;
  const dialect = finishDialect(modules, { target: 'linux', optimise: 1, debug: false });
  const image = assembleImage([], new StaticData(), dialect, options);
  const source = join(folder, `program-${chaos}.asm`);
  writeFileSync(source, emitImage(image, dialect, options, 0));
  const objects = [source, ...image.files].map((path, i) => ({ source: path, object: join(folder, `${chaos}-${i}.o`) }));
  for (const each of objects) await assemble({ ...each, debug: false });
  const output = join(folder, `program-${chaos}`);
  await link({ target: 'linux', objects: objects.map(({ object }) => object), output, debug: false });
  return output;
}

/** The functions of hooks.ts under the names by which the runtime calls them. */
function bindHooks(modules: readonly Module[]): void {
  const prefix = 'test/runtime/native/hooks#';
  for (const module of modules) {
    for (const [symbol, func] of [...module.functions]) {
      if (symbol.startsWith(prefix)) {
        module.functions.delete(symbol);
        module.functions.set(symbol.replace(prefix, 'toro:hooks#'), Object.assign(func, { symbol: symbol.replace(prefix, 'toro:hooks#') }));
      }
      for (const instr of func.blocks.flatMap((block) => block.instrs)) {
        const { target } = instr.attrs;
        if (typeof target === 'string') instr.attrs = { ...instr.attrs, target: target.replace(prefix, 'toro:hooks#') };
      }
    }
  }
}
