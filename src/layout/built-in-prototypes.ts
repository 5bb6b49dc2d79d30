/**
 * `built_in_prototypes`: where a value whose shape names no prototype of its own (SHAPE_PROTOTYPE is undefined) goes on looking. A u32 address
 * of a static cell by cell kind (cell.ts), 0 where the program needs none; then numbers, booleans, and typed arrays by element type (array.ts).
 */
import { TYPED_ARRAY_NAMES } from './array.ts';
import { KIND_ARRAY, KIND_BYTES, KIND_FUNCTION, KIND_OBJECT, KIND_ROPE, KIND_STRING16, KIND_STRING8, KIND_SYMBOL } from './cell.ts';

export const PROTOTYPE_OF_NUMBERS = 10;
export const PROTOTYPE_OF_BOOLEANS = 11;
export const PROTOTYPES_OF_TYPED_ARRAYS = 12;

/** The library's module of each entry. */
export const BUILT_IN_PROTOTYPE_MODULES: ReadonlyMap<number, string> = new Map([
  ...[KIND_STRING8, KIND_STRING16, KIND_ROPE].map((kind) => [kind, 'src/std/string.prototype'] as const),
  [KIND_SYMBOL, 'src/std/symbol.prototype'],
  [KIND_OBJECT, 'src/std/object.prototype'],
  [KIND_ARRAY, 'src/std/array.prototype'],
  [KIND_FUNCTION, 'src/std/function.prototype'],
  [KIND_BYTES, 'src/std/array-buffer.prototype'],
  [PROTOTYPE_OF_NUMBERS, 'src/std/number.prototype'],
  [PROTOTYPE_OF_BOOLEANS, 'src/std/boolean.prototype'],
  ...TYPED_ARRAY_NAMES.map((name, i) => [PROTOTYPES_OF_TYPED_ARRAYS + i, prototypeOfTypedArrays(name)] as const),
]);

export const BUILT_IN_PROTOTYPE_ENTRIES = PROTOTYPES_OF_TYPED_ARRAYS + TYPED_ARRAY_NAMES.length;

/** The library's module with the prototype of typed arrays of a name: Uint8Array in uint8-array.prototype.ts. */
export function prototypeOfTypedArrays(name: string): string {
  return `src/std/${name.replace(/(?<=[a-z0-9])[A-Z]/g, (c) => `-${c}`).toLowerCase()}.prototype`;
}
