import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { type CompileCache, lastingKey } from '../host/compile-cache.ts';
import { writing } from '../host/file-error.ts';
import { packageFile } from '../host/package-root.ts';
import { runTool } from '../host/run-tool.ts';

/** Where `%include` looks: all hand-written assembly, and the layout constants that it shares with the compiler. */
const includeFolders = ['src/layout', 'src/multiboot', 'src/runtime-asm', 'src/platform-linux'];

export interface AssembleOptions {
  /** Path of the NASM source. */
  source: string;
  /** Path of the ELF64 object to write. */
  object: string;
  /** DWARF line numbers, from `%line` directives where there are any. */
  debug: boolean;
}

/** Assembles one file with NASM. Throws a CompileError where nasm is missing or the disk is full. */
export function assemble({ source, object, debug }: AssembleOptions): Promise<void> {
  const includes = includeFolders.flatMap((folder) => ['-I', `${packageFile(folder)}/`]);
  const debugFormat = debug ? ['-g', '-F', 'dwarf'] : [];
  return runTool('nasm', ['-f', 'elf64', ...debugFormat, ...includes, '-o', object, source], object);
}

/** As `assemble`, for a file of the package, whose object the cache may have. */
export async function assembleHandWritten({ source, object, debug }: AssembleOptions, store: CompileCache): Promise<void> {
  const included = includeFolders.flatMap((folder) => readdirSync(packageFile(folder)).sort()
    .filter((name) => /\.(asm|inc)$/.test(name)).flatMap((name) => [name, readFileSync(packageFile(`${folder}/${name}`))]));
  const key = lastingKey('object', source, String(debug), ...included);
  const found = store.get(key);
  if (found) return writing(object, () => writeFileSync(object, found));
  await assemble({ source, object, debug });
  store.put(key, readFileSync(object));
}
