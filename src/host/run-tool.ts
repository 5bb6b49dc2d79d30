/** Runs the assembler and the linker. */
import { CompileError, diagnostics } from '../frontend/diagnostic.ts';

/** The Debian package that each tool comes in. */
const aptPackages = { nasm: 'nasm', ld: 'binutils', 'qemu-system-x86_64': 'qemu-system-x86' } as const;

export type Tool = keyof typeof aptPackages;

export function missingTool(tool: Tool): CompileError {
  return new CompileError([diagnostics.missingTool(tool, aptPackages[tool])]);
}

/**
 * Runs a tool to its end. Throws a CompileError where it is not installed or the disk is full; any other failure is a
 * fault of the compiler's own output and throws an Error with what the tool said.
 * @param output the file that it writes, for messages
 */
export async function runTool(tool: Tool, args: readonly string[], output: string): Promise<void> {
  const { execa } = await import('execa');
  const result = await execa(tool, args, { reject: false, stdin: 'ignore', all: true });
  if (!result.failed) return;
  if (result.code === 'ENOENT') throw missingTool(tool);
  const said = result.all ?? '';
  if (/no space left|disk quota exceeded/i.test(said)) throw new CompileError([diagnostics.noSpace(output)]);
  throw new Error(`${tool} failed: ${said || result.shortMessage}`);
}
