import { basename } from 'node:path';
import { build, type CompileOptions, type Target } from '../driver.ts';
import { formatDiagnostics, useColour } from './print-diagnostic.ts';

/** `toroc build`: silent but for warnings. Rejects with a CompileError. */
export async function buildCommand(options: CompileOptions, output: string | undefined): Promise<void> {
  const { warnings } = await build({ ...options, output: output ?? defaultOutput(options.entry, options.target) });
  process.stderr.write(formatDiagnostics(warnings, useColour(process.stderr)));
}

/** In the working directory, `app.elf` for an image and `app` for an executable. */
export function defaultOutput(entry: string, target: Target = 'toro'): string {
  const name = basename(entry).replace(/\.[mc]?ts$/, '');
  return target === 'toro' ? `${name}.elf` : name;
}
