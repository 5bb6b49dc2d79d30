/** Compiles a program in the systems dialect with one platform and nothing else: a kernel under test, without runtime and library. */
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { assemble } from '../../src/codegen-x64/assemble.ts';
import type { AssembledFunction } from '../../src/codegen-x64/assembled-function.ts';
import { generate } from '../../src/codegen-x64/generate.ts';
import { mangle } from '../../src/codegen-x64/mangle.ts';
import { emitProgram } from '../../src/codegen-x64/program.ts';
import { lowerDialect } from '../../src/frontend/dialect/lower.ts';
import type { DataInfo, Module } from '../../src/ir/module.ts';
import { STRING_UNITS } from '../../src/layout/string.ts';
import { link, type Target } from '../../src/multiboot/link.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));

const platforms = {
  toro: { main: 'src/kernel/main.ts', start: 'src/multiboot/boot.asm', entries: ['kernelMain', 'handleFault'] },
  linux: { main: 'src/platform-linux/main.ts', start: 'src/runtime-asm/linux-start.asm', entries: ['linuxMain'] },
} as const;

/** Compiles and links; returns the path of the executable in `directory`. */
export async function buildDialectImage(directory: string, program: string, target: Target): Promise<string> {
  const { main, start, entries } = platforms[target];
  const modules = lowerDialect([path.join(root, main), path.join(root, program)], target);
  const functions = reachable(modules.flatMap((module) => [...module.functions.values()].map((func) => generate(func))), [...entries, 'program_main']);
  const data = [...modules.flatMap((module) => [...module.data.values()]), ...staticTexts(modules), shapeOfWideStrings];
  const source = path.join(directory, `${target}.asm`);
  const objects = ['program', 'start'].map((name) => path.join(directory, `${target}-${name}.o`));
  const output = path.join(directory, `${target}.elf`);
  const traceStrings = {
    functionName: ({ name }: { name: string }) => defineText(data, name),
    file: ({ file }: { file: string }) => (file.startsWith('test/') ? defineText(data, file) : null),
  };
  emitProgram({ functions, data, traceStrings }); // defines the strings that traces show
  writeFileSync(source, emitProgram({ functions, data, traceStrings }));
  await assemble({ source, object: objects[0], debug: false });
  await assemble({ source: path.join(root, start), object: objects[1], debug: false });
  await link({ target, objects, output, debug: false });
  return output;
}

function reachable(functions: readonly AssembledFunction[], entries: readonly string[]): AssembledFunction[] {
  const byName = new Map(functions.flatMap((func) => [[func.name, func], [func.fixedName ?? func.name, func]] as const));
  const reached = new Set<AssembledFunction>();
  const visit = (name: string): void => {
    const func = byName.get(name);
    if (func === undefined || reached.has(func)) return;
    reached.add(func);
    func.references.forEach(visit);
  };
  entries.forEach(visit);
  return functions.filter((func) => reached.has(func));
}

/** The string cells of `text('…')`. The platforms read length and units only: the header's shape stays out. */
function staticTexts(modules: readonly Module[]): DataInfo[] {
  const texts = new Map<string, DataInfo>();
  for (const module of modules) {
    for (const func of module.functions.values()) {
      for (const { op, attrs } of func.blocks.flatMap((block) => block.instrs)) {
        if (op === 'ref.static') texts.set(String(attrs.symbol), textCell(String(attrs.symbol), String(attrs.text)));
      }
    }
  }
  return [...texts.values()];
}

/** No string here has it. */
const shapeOfWideStrings: DataInfo = { symbol: 'shape_string16', section: 'rodata', words: [0n], tracked: [] };

/** The symbol of a text's cell, which is added where it's missing. */
function defineText(data: DataInfo[], text: string): string {
  const symbol = `text:${text}`;
  if (!data.some((item) => item.symbol === symbol)) data.push(textCell(symbol, text));
  return mangle(symbol);
}

function textCell(symbol: string, text: string): DataInfo {
  const cell = Buffer.alloc(STRING_UNITS + ((text.length + 7) & ~7));
  cell.writeUInt32LE(text.length, 8);
  cell.write(text, STRING_UNITS, 'latin1');
  const words = Array.from({ length: cell.length / 8 }, (_, index) => cell.readBigUInt64LE(index * 8));
  return { symbol, section: 'rodata', words, tracked: [] };
}
