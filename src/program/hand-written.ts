import { readdirSync, readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { packageFile } from '../host/package-root.ts';

/** A file of hand-written assembly: what it defines for others, and what it needs of them. */
interface AssemblyFile {
  readonly path: string;
  readonly defines: readonly string[];
  readonly needs: readonly string[];
}

export type Target = 'toro' | 'linux';

/** Where execution begins, per target; these files are always linked. */
const START: Readonly<Record<Target, string>> = { toro: 'src/multiboot/boot.asm', linux: 'src/runtime-asm/linux-start.asm' };

/** Assembly that only some programs reach: everything else in src/runtime-asm but the parts of the boot object. */
const BOOT_PARTS = new Set(['interrupt-stubs.asm', 'linux-start.asm']);

/** The hand-written assembly that a program for the target links, found from the names that its compiled code leaves undefined. */
export class HandWritten {
  private readonly optional: readonly AssemblyFile[];
  private readonly start: AssemblyFile;

  constructor(target: Target) {
    const folder = packageFile('src/runtime-asm');
    this.optional = readdirSync(folder).filter((name) => name.endsWith('.asm') && !BOOT_PARTS.has(name)).map((name) => read(`${folder}/${name}`));
    this.start = read(packageFile(START[target]));
  }

  /** Names of compiled functions that the first instructions go to. */
  get entryNames(): readonly string[] {
    return this.start.needs;
  }

  /** What compiled code must define when it refers to an external name. */
  needsOf(name: string): readonly string[] {
    return this.optional.find(({ defines }) => defines.includes(name))?.needs ?? [];
  }

  /** Files to assemble, for the external names of the program. */
  filesFor(external: ReadonlySet<string>): readonly string[] {
    return [this.start, ...this.optional.filter(({ defines }) => defines.some((name) => external.has(name)))].map(({ path }) => path);
  }
}

/** Reads a file's global and extern lines, those of the files that it includes too. */
function read(path: string): AssemblyFile {
  const defines: string[] = [];
  const needs: string[] = [];
  const folders = ['src/layout', 'src/multiboot', 'src/runtime-asm', 'src/platform-linux'];
  const scan = (file: string): void => {
    for (const line of readFileSync(file, 'utf8').split('\n')) {
      const [, directive, names] = /^\s*(global|extern)\s+([^;]+)/.exec(line) ?? [];
      if (directive) (directive === 'global' ? defines : needs).push(...names!.split(',').map((name) => name.trim()));
      const included = /^\s*%include\s+"([^"]+)"/.exec(line)?.[1];
      if (!included) continue;
      for (const folder of folders) {
        const candidate = packageFile(`${folder}/${included}`);
        try {
          scan(candidate);
          break;
        } catch {
          continue;
        }
      }
    }
  };
  scan(path);
  return { path, defines, needs: needs.filter((name) => !defines.includes(name) && name !== basename(path)) };
}
