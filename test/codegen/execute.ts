/** Assembles, links and runs IR functions on Linux with the harness of harness.asm. */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { generate, type GenerateOptions } from '../../src/codegen-x64/generate.ts';
import { mangle } from '../../src/codegen-x64/mangle.ts';
import { emitProgram } from '../../src/codegen-x64/program.ts';
import { argumentPlaces } from '../../src/codegen-x64/registers.ts';
import type { Func } from '../../src/ir/function.ts';
import type { DataInfo } from '../../src/ir/module.ts';
import { isFloat } from '../../src/ir/rep.ts';
import { verify } from '../../src/ir/verify.ts';

export interface Case {
  readonly symbol: string;
  /** Bit patterns, 64 bits each. */
  readonly args: readonly bigint[];
}

const root = fileURLToPath(new URL('../../', import.meta.url));

/** The bits that each case returns in rax or xmm0 (of a function that throws: the complement of the exception). */
export function execute(functions: readonly Func[], cases: readonly Case[], options: GenerateOptions = {}, data: readonly DataInfo[] = []): bigint[] {
  functions.forEach(verify);
  const bySymbol = new Map(functions.map((func) => [func.symbol, func]));
  const program = emitProgram({ functions: functions.map((func) => generate(func, options)), data });
  const text = cases.map(({ symbol, args }) => caseText(bySymbol.get(symbol)!, args)).join('\n');
  return runText(`${program}\nextern run_case, stack_arguments, register_arguments, float_arguments, float_result\nsection .text\nglobal cases\ncases:\n${text}\nret\n`);
}

function caseText(func: Func, args: readonly bigint[]): string {
  const lines: string[] = [];
  argumentPlaces(func.params.map(({ rep }) => isFloat(rep))).forEach((place, i) => {
    const target =
      'stackWord' in place ? `stack_arguments + ${8 * place.stackWord}`
      : place.register >= 16 ? `float_arguments + ${8 * (place.register - 16)}`
      : `register_arguments + ${8 * [7, 6, 2, 1, 8, 9].indexOf(place.register)}`;
    lines.push(`mov rax, 0x${BigInt.asUintN(64, args[i]).toString(16)}`, `mov [${target}], rax`);
  });
  const float = func.result !== null && isFloat(func.result) ? 1 : 0;
  return [...lines, `mov byte [float_result], ${float}`, `mov rbx, ${mangle(func.symbol)}`, 'call run_case'].join('\n');
}

/** The harness is assembled once per test file. */
let harness: string | null = null;

function assembleHarness(): string {
  const folder = mkdtempSync(join(tmpdir(), 'toroc-harness-'));
  const object = join(folder, 'harness.o');
  execFileSync('nasm', ['-f', 'elf64', '-I', join(root, 'src/layout/'), '-o', object, join(root, 'test/codegen/harness.asm')]);
  process.on('exit', () => rmSync(folder, { recursive: true, force: true }));
  return object;
}

function runText(text: string): bigint[] {
  harness ??= assembleHarness();
  const folder = mkdtempSync(join(tmpdir(), 'toroc-codegen-'));
  try {
    const source = join(folder, 'program.asm');
    writeFileSync(source, text);
    execFileSync('nasm', ['-f', 'elf64', '-o', join(folder, 'program.o'), source]);
    execFileSync('ld', ['-o', join(folder, 'program'), join(folder, 'program.o'), harness], { stdio: ['ignore', 'ignore', 'inherit'] });
    const output = execFileSync(join(folder, 'program'), { maxBuffer: 1 << 24, timeout: 20_000 });
    return Array.from({ length: output.length / 8 }, (_, i) => output.readBigUInt64LE(8 * i));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
