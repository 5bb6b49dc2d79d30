import { expect, test } from 'vitest';
import type { ref } from 'toro:machine';
import { TYPED_ARRAY_NAMES } from '../../src/layout/array.ts';
import { KIND_TYPED_ARRAY } from '../../src/layout/cell.ts';
import * as typed from '../../src/runtime/typed-array.ts';
import { random, unbox } from './mutator.ts';
import { numberImage } from './number-image.ts';

const image = numberImage();
TYPED_ARRAY_NAMES.forEach((name, type) => {
  image.machine.symbols.set(`shape_${name}`, image.shape({ kind: KIND_TYPED_ARRAY, sizeWords: 3, pointerBitmap: 0b100, unitShift: type }));
});
const next = random(21);
const index = (i: number): never => BigInt(i) as never;
const NUMBERS = [0, -0, 1, -1, 0.5, 1.5, 2.5, 254.5, 255.5, 300, NaN, Infinity, -Infinity, 2 ** 31, 2 ** 32 + 7, -(2 ** 40) - 5, 2 ** 53 + 2, 2 ** 70 + 2 ** 20, 1e300, -1e300, 5e-324, 1e-45, 1.1754943508222875e-38,
  3.4028234663852886e38, 3.4028235677973366e38, 3.4028235677973362e38, 7e-46, 7.1e-46, 1.4e-45, 0.1, 16777217, 16777219];

test.each(TYPED_ARRAY_NAMES.filter((name) => name !== 'Buffer'))('%s converts and reads as in node', (name) => {
  const make = (typed as unknown as Record<string, (length: never) => ref>)[`new${name}`]!;
  const mine = make(index(4));
  const reference = new (globalThis as unknown as Record<string, new (length: number) => number[]>)[name]!(4);
  const word = new DataView(new ArrayBuffer(8));
  for (let i = 0; i < 20_000; i++) {
    word.setUint32(0, next());
    word.setUint32(4, next());
    const x = i < NUMBERS.length ? NUMBERS[i]! : i % 3 === 0 ? word.getFloat64(0) : i % 3 === 1 ? word.getFloat32(0) + (i & 1 ? word.getFloat32(0) * 2 ** -25 : 0) : (next() - 2 ** 31) / 8;
    typed.setTypedArrayElement(mine, (i & 3) as never, x);
    reference[i & 3] = x;
    expect(unbox(image, typed.typedArrayElement(mine, (i & 3) as never)), String(x)).toBe(reference[i & 3]);
  }
  expect(typed.elementByteSize(mine)).toBe((reference as unknown as Uint8Array).BYTES_PER_ELEMENT);
});

test('views share memory, moves may overlap, text goes through bytes', () => {
  const bytes = typed.newUint8Array(index(16));
  for (let i = 0; i < 16; i++) typed.setTypedArrayElement(bytes, i as never, i);
  const view = typed.viewLike(bytes, index(4), index(4));
  expect(unbox(image, typed.typedArrayElement(view, 0 as never))).toBe(4);
  typed.moveBytes(bytes, index(5), bytes, index(4), index(8));
  expect(Array.from({ length: 16 }, (_, i) => unbox(image, typed.typedArrayElement(bytes, i as never)))).toEqual([0, 1, 2, 3, 4, 4, 5, 6, 7, 8, 9, 10, 11, 13, 14, 15]);
  expect(typed.bufferOf(view)).toBe(typed.bufferOf(bytes));
  const buffer = typed.asBuffer(view);
  typed.setTypedArrayElement(buffer, 1 as never, 513);
  expect(unbox(image, typed.typedArrayElement(bytes, 5 as never))).toBe(1);
  expect(unbox(image, typed.typedArrayElement(buffer, 1 as never))).toBe(1);
  expect(typed.typedArrayKind(buffer)).not.toBe(typed.typedArrayKind(bytes));
  const encoded = typed.encodeUtf8(image.string('aé\u4e00') as ref);
  expect(image.read(typed.decodeUtf8(encoded, index(1), index(6)))).toBe('é\u4e00');
});
