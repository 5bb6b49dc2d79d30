import { emitProgram } from '../codegen-x64/program.ts';
import { generate } from '../codegen-x64/generate.ts';
import { mangle } from '../codegen-x64/mangle.ts';
import type { SourceFunction } from '../codegen-x64/assembled-function.ts';
import type { Func } from '../ir/function.ts';
import { union } from '../ir/lazy-map.ts';
import type { DataInfo, DataWord, Half } from '../ir/module.ts';
import type { Dialect } from './dialect.ts';
import type { StaticData } from '../specialise/static-data.ts';
import { HandWritten, type Target } from './hand-written.ts';
import { imageData } from './image-data.ts';
import { isOfProgram } from './own-source.ts';
import { reachableFrom } from './reachable.ts';
import { linesOfErrors } from './source-lines.ts';

/** Everything that goes into an image: typed functions and data that its entry reaches, and the hand-written assembly beside them. */
export interface Image {
  readonly functions: readonly Func[];
  readonly data: DataInfo[];
  readonly files: readonly string[];
  readonly statics: StaticData;
  /** What first referred to each symbol; null for the roots. */
  readonly reachedFrom: ReadonlyMap<string, string | null>;
}

export interface ImageOptions {
  readonly target: Target;
  readonly chaos: boolean;
  readonly debug: boolean;
  readonly files: readonly { path: string; content: Uint8Array }[];
}

/** Puts program and dialect together and leaves out what nothing reaches. All functions are in their final form. */
export function assembleImage(functions: readonly Func[], statics: StaticData, dialect: Dialect, options: ImageOptions): Image {
  const fileData = imageData(statics, options);
  for (const text of dialect.texts) statics.string(text);
  const hand = new HandWritten(options.target);
  const allFunctions = union([dialect.functions, new Map(functions.map((func) => [func.symbol, func]))]);
  const fixedNames = new Map([...dialect.fixedNames, ...functions.flatMap(({ symbol, attrs }) => (typeof attrs.symbol === 'string' ? [[attrs.symbol, symbol] as const] : []))]);
  const allData = new Map([...dialect.data, ...statics.data, ...fileData].map((item) => [item.symbol, item]));
  const reached = reachableFrom(hand.entryNames, {
    function: (name) => allFunctions.get(name) ?? allFunctions.get(fixedNames.get(name) ?? ''),
    data: (name) => allData.get(name),
    impliedBy: implied,
    neededBy: (external) => hand.needsOf(external),
  });
  return { functions: reached.functions, data: reached.data, files: hand.filesFor(reached.external), statics, reachedFrom: reached.from };
}

/** Functions that generated code calls without a call instruction in the IR. */
function implied(func: Func): string[] {
  const names: string[] = typeof func.attrs.stackcheck === 'string' ? [func.attrs.stackcheck] : [];
  for (const block of func.blocks) {
    if (block.term.op === 'throw') names.push('throw_value');
    for (const { op } of block.instrs) if (op === 'alloc') names.push('src/runtime/heap#allocateSlow');
  }
  return names;
}

/** `source_lines` (src/layout/source-lines.ts). `include` puts the cell of a string into the image. */
function sourceLines({ functions, statics }: Image, include: (text: string) => void): DataInfo {
  const entry = (low: Half, high: Half): DataWord => ({ low, high });
  const words = linesOfErrors(functions, new Map(functions.map((func) => [func.symbol, func]))).flatMap(({ file, line, text }) => {
    include(file);
    include(text);
    return [entry({ symbol: statics.string(file) }, BigInt(line)), entry({ symbol: statics.string(text) }, 0n)];
  });
  return { symbol: 'source_lines', section: 'rodata', words: [...words, 0n, 0n], tracked: [] };
}

/** NASM text of the image. `buildEpochSeconds`: what the clock starts from where nothing better is known. */
export function emitImage(image: Image, dialect: Dialect, options: ImageOptions, buildEpochSeconds: number): string {
  const assembled = image.functions.map((func) => dialect.assembled.get(func.symbol) ?? generate(func, { debugLines: options.debug }));
  const present = new Set(image.data.map(({ symbol }) => symbol));
  const data = [...image.data];
  const shown = (text: string): string => {
    const symbol = image.statics.string(text);
    if (!present.has(symbol)) {
      present.add(symbol);
      data.push(image.statics.stringData(text));
    }
    return mangle(symbol);
  };
  // Traces show the program's own frames; those of library, runtime and kernel have no file.
  const traceStrings = {
    functionName: (source: SourceFunction) => (source.name ? shown(source.name) : isOfProgram(source) ? shown('<anonymous>') : null),
    file: (source: SourceFunction) => (isOfProgram(source) ? shown(source.file) : null),
  };
  // Before the data is emitted: both add string cells to it.
  if (image.reachedFrom.has('source_lines')) data.push(sourceLines(image, shown));
  for (const func of assembled) {
    const inlined = func.chunks.flatMap(({ sites }) => sites.flatMap(({ position }) => position.inlined.map((each) => each.function)));
    for (const source of [func.source, ...inlined]) {
      traceStrings.functionName(source);
      traceStrings.file(source);
    }
  }
  return emitProgram({ functions: assembled, data, constants: { build_epoch_seconds: buildEpochSeconds }, traceStrings, debug: options.debug });
}
