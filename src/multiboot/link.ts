import { packageFile } from '../host/package-root.ts';
import { runTool } from '../host/run-tool.ts';

export type Target = 'toro' | 'linux';

export interface LinkOptions {
  target: Target;
  objects: readonly string[];
  output: string;
  /** Keep symbols and DWARF sections; they are never loaded. */
  debug: boolean;
  /** Where to write the linker's map, if anywhere. */
  map?: string;
}

const scripts: Readonly<Record<Target, string>> = {
  toro: 'src/multiboot/toro.ld',
  linux: 'src/platform-linux/linux.ld',
};

/**
 * Links objects into a bootable image (`toro`) or a static executable (`linux`). Nothing in the output depends on time
 * or on paths: there is no build id. Throws a CompileError where ld is missing or the disk is full.
 */
export function link({ target, objects, output, debug, map }: LinkOptions): Promise<void> {
  // The multiboot loader copies the file to one address, so its segments must not be moved apart by padding pages.
  const layout = ['-static', '-z', 'max-page-size=4096', '-z', 'noseparate-code', '-z', 'noexecstack', '--build-id=none'];
  const symbols = debug ? [] : ['--strip-all'];
  const mapFile = map === undefined ? [] : [`-Map=${map}`];
  return runTool('ld', [...layout, ...symbols, ...mapFile, '-T', packageFile(scripts[target]), '-o', output, ...objects], output);
}
