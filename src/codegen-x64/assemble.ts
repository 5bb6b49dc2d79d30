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
