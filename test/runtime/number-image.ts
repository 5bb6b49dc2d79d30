import { pow10Bases, pow5Factors } from '../../src/layout/pow10-table.ts';
import type { Image } from './image.ts';
import { mutatorImage } from './mutator.ts';

/** An image with the tables of number conversion. */
export function numberImage(): Image {
  const image = mutatorImage();
  for (const [name, words] of [['pow10_bases', pow10Bases()], ['pow5_factors', pow5Factors()]] as const) {
    const at = image.allocate(words.length * 8);
    words.forEach((word, i) => image.set64(at + BigInt(8 * i), word));
    image.machine.symbols.set(name, at);
  }
  return image;
}
