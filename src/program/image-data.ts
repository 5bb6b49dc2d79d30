import type { DataInfo, DataWord } from '../ir/module.ts';
import { TYPED_ARRAY_BYTES, TYPED_ARRAY_NAMES } from '../layout/array.ts';
import { BUILTIN_SHAPES } from '../layout/builtin-shapes.ts';
import { KIND_TYPED_ARRAY } from '../layout/cell.ts';
import { shapeWords, type StaticData } from '../specialise/static-data.ts';

/** Data that the runtime refers to by name and every program may need: shapes, flags, included files. What nothing reaches is left out. */
export function imageData(statics: StaticData, options: { chaos: boolean; files: readonly { path: string; content: Uint8Array }[] }): DataInfo[] {
  for (const shape of BUILTIN_SHAPES) {
    statics.once(shape.symbol, () => shapeWords({ ...shape, pointerBitmap: BigInt(shape.pointerBitmap) }));
  }
  TYPED_ARRAY_NAMES.forEach((name, i) => statics.once(`shape_${name}`, () => shapeWords({
    kind: KIND_TYPED_ARRAY, sizeWords: TYPED_ARRAY_BYTES / 8, pointerBitmap: 0b100n, unitShift: i, name: { symbol: statics.string(name) },
  })));
  statics.once('chaos_flag', () => [options.chaos ? 1n : 0n]);
  const files: DataInfo[] = options.files.map(({ content }, i) => ({ symbol: `included$${i}`, section: 'rodata', words: bytesToWords(content), tracked: [] }));
  statics.once('included_files', () => [
    BigInt(files.length),
    ...options.files.flatMap(({ path, content }, i): DataWord[] => [
      { low: { symbol: statics.string(path) }, high: { symbol: files[i]!.symbol } }, { low: BigInt(content.length), high: 0n },
    ]),
  ]);
  return files;
}

function bytesToWords(bytes: Uint8Array): bigint[] {
  const padded = new Uint8Array(Math.max(8, Math.ceil(bytes.length / 8) * 8));
  padded.set(bytes);
  return [...new BigUint64Array(padded.buffer)];
}
