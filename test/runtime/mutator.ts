/** An image whose heap never fills in a test, and what turns node's strings and numbers into cells and boxed values and back. */
import type { ref, value } from 'toro:machine';
import { unboxNumber, boxNumber } from '../../src/layout/boxing.ts';
import { VALUE_FALSE, VALUE_NULL, VALUE_TRUE, VALUE_UNDEFINED } from '../../src/layout/value.ts';
import { SINGLE_CHARACTER_BYTES, STRING_HASH, STRING_LENGTH, STRING_UNITS } from '../../src/layout/string.ts';
import { stringHash } from '../../src/layout/string-hash.ts';
import { Image } from './image.ts';

/** Collections would need roots: space enough for all that one test file allocates. */
export function mutatorImage(heapBytes = 512 << 20): Image {
  const image = new Image(1 << 20, 256 << 20);
  const base = 0x4000_0000;
  image.machine.map(base, heapBytes);
  image.machine.core.setBigUint64(8, BigInt(base), true);
  image.machine.core.setBigUint64(16, BigInt(base + heapBytes), true);
  const singles = image.allocate(256 * SINGLE_CHARACTER_BYTES);
  for (let unit = 0; unit < 256; unit++) {
    const cell = singles + BigInt(unit * SINGLE_CHARACTER_BYTES);
    image.set64(cell, image.machine.symbols.get('shape_string8')!);
    image.set32(cell + BigInt(STRING_LENGTH), 1);
    image.set32(cell + BigInt(STRING_HASH), stringHash(String.fromCharCode(unit)));
    image.set8(cell + BigInt(STRING_UNITS), unit);
  }
  image.machine.symbols.set('single_characters', singles);
  return image;
}

/** The boxed value of a primitive. */
export function box(image: Image, x: unknown): value {
  if (x === undefined) return VALUE_UNDEFINED as value;
  if (x === null) return VALUE_NULL as value;
  if (typeof x === 'boolean') return (x ? VALUE_TRUE : VALUE_FALSE) as value;
  if (typeof x === 'number') return boxNumber(x) as value;
  return image.string(x as string) as value;
}

/** The primitive in a boxed value, strings by their text. */
export function unbox(image: Image, boxed: bigint): unknown {
  switch (boxed) {
    case VALUE_UNDEFINED: return undefined;
    case VALUE_NULL: return null;
    case VALUE_TRUE: return true;
    case VALUE_FALSE: return false;
    default: return boxed >= 2n << 48n ? unboxNumber(boxed) : image.read(boxed);
  }
}

export const heapString = (image: Image, text: string): ref => image.freshString(text, false, false) as ref;

/** A generator of 32-bit integers (xorshift) with a fixed seed. */
export function random(seed: number): () => number {
  let state = seed | 0 || 1;
  return () => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return state >>> 0;
  };
}
