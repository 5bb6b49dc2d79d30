import { emitProgram } from '../codegen-x64/program.ts';
import { generate } from '../codegen-x64/generate.ts';
import { mangle } from '../codegen-x64/mangle.ts';
import type { SourceFunction } from '../codegen-x64/assembled-function.ts';
import type { Func } from '../ir/function.ts';
import type { DataInfo, Module } from '../ir/module.ts';
import type { StaticData } from '../specialise/static-data.ts';
import { HandWritten, type Target } from './hand-written.ts';
import { imageData } from './image-data.ts';
import { reachableFrom } from './reachable.ts';

/** Everything that goes into an image: typed functions and data that its entry reaches, and the hand-written assembly beside them. */
export interface Image {
  readonly functions: readonly Func[];
  readonly data: DataInfo[];
  readonly files: readonly string[];
  readonly statics: StaticData;
}

export interface ImageOptions {
  readonly target: Target;
  readonly chaos: boolean;
  readonly debug: boolean;
  readonly files: readonly { path: string; content: Uint8Array }[];
}

/** Puts program and dialect together and leaves out what nothing reaches. */
export function assembleImage(functions: readonly Func[], statics: StaticData, dialect: readonly Module[], options: ImageOptions): Image {
  const fileData = imageData(statics, options);
  const hand = new HandWritten(options.target);
  const allFunctions = new Map([...dialect.flatMap((module) => [...module.functions]), ...functions.map((func) => [func.symbol, func] as const)]);
  const allData = new Map([...dialect.flatMap((module) => [...module.data]), ...[...statics.data, ...fileData].map((item) => [item.symbol, item] as const)]);
  nameTexts(allFunctions.values(), statics);
  for (const item of statics.data) allData.set(item.symbol, item);
  const reached = reachableFrom(hand.entryNames, allFunctions, allData, implied, (name) => hand.needsOf(name));
  return { functions: reached.functions, data: reached.data, files: hand.filesFor(reached.external), statics };
}

/** Gives the dialect's `text('…')` literals their string cells. */
function nameTexts(functions: Iterable<Func>, statics: StaticData): void {
  for (const func of functions) {
    for (const block of func.blocks) {
      for (const instr of block.instrs) {
        const { symbol } = instr.attrs;
        if (typeof symbol === 'string' && symbol.startsWith('text:')) instr.attrs = { ...instr.attrs, symbol: statics.string(symbol.slice('text:'.length)) };
      }
    }
  }
}

/** Functions that generated code calls without a call instruction in the IR. */
function implied(func: Func): string[] {
  const names: string[] = [];
  for (const block of func.blocks) {
    if (block.term.op === 'throw') names.push('throw_value');
    for (const { op } of block.instrs) if (op === 'alloc') names.push('src/runtime/heap#allocateSlow');
  }
  return names;
}

/** NASM text of the image. `buildEpochSeconds`: what the clock starts from where nothing better is known. */
export function emitImage(image: Image, options: ImageOptions, buildEpochSeconds: number): string {
  const assembled = image.functions.map((func) => generate(func, { debugLines: options.debug }));
  const before = image.statics.data.length;
  const isOwn = ({ file }: SourceFunction): boolean => !file.startsWith('src/std/') && !file.startsWith('src/runtime/') && !file.startsWith('src/kernel/') && !file.startsWith('src/platform-linux/');
  const traceStrings = {
    functionName: (source: SourceFunction) => (source.name ? mangle(image.statics.string(source.name)) : null),
    file: (source: SourceFunction) => (isOwn(source) && source.file ? mangle(image.statics.string(source.file)) : null),
  };
  // The names become string cells: they must exist before the data is emitted.
  for (const func of assembled) {
    const named = [func.source, ...func.chunks.flatMap(({ sites }) => sites.flatMap(({ position }) => position.inlined.map((each) => each.function)))];
    for (const source of named) {
      traceStrings.functionName(source);
      traceStrings.file(source);
    }
  }
  const data = [...image.data, ...image.statics.data.slice(before).filter((item) => !image.data.includes(item))];
  for (const item of image.statics.data) if (item.symbol.startsWith('string$') && !data.includes(item)) data.push(item);
  const text = emitProgram({ functions: assembled, data, traceStrings, debug: options.debug });
  return `${text}\nglobal build_epoch_seconds\nbuild_epoch_seconds equ ${buildEpochSeconds}\n`;
}
