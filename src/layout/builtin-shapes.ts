/**
 * Shapes that the runtime names by symbol. The compiler emits those that something reaches, with the prototype of the language's
 * built-in object where the kind has one.
 */
import { KIND_ARRAY, KIND_BYTES, KIND_CAPTURED, KIND_DICTIONARY, KIND_ELEMENTS_F64, KIND_ELEMENTS_VALUE, KIND_ROPE, KIND_STRING16, KIND_STRING8, KIND_SYMBOL } from './cell.ts';

export interface BuiltinShape {
  readonly symbol: string;
  readonly kind: number;
  /** 0: variable payload. */
  readonly sizeWords: number;
  readonly pointerBitmap: number;
  readonly unitShift: number;
  readonly trackedPayload: 0 | 1;
}

const fixed = (symbol: string, kind: number, sizeWords: number, pointerBitmap: number): BuiltinShape => ({
  symbol, kind, sizeWords, pointerBitmap, unitShift: 0, trackedPayload: 0,
});

const variable = (symbol: string, kind: number, unitShift: number, trackedPayload: 0 | 1 = 0): BuiltinShape => ({
  symbol, kind, sizeWords: 0, pointerBitmap: 0, unitShift, trackedPayload,
});

export const BUILTIN_SHAPES: readonly BuiltinShape[] = [
  variable('shape_string8', KIND_STRING8, 0),
  variable('shape_string16', KIND_STRING16, 1),
  fixed('shape_rope', KIND_ROPE, 4, 0b1100),
  variable('shape_elements_f64', KIND_ELEMENTS_F64, 3),
  variable('shape_elements_value', KIND_ELEMENTS_VALUE, 3, 1),
  variable('shape_bytes', KIND_BYTES, 0),
  fixed('shape_array_f64', KIND_ARRAY, 3, 0b100),
  fixed('shape_array_value', KIND_ARRAY, 3, 0b100),
  fixed('shape_dictionary', KIND_DICTIONARY, 5, 0b1100),
  fixed('shape_symbol', KIND_SYMBOL, 2, 0b10),
  // One for each representation: code that reads a variable from several cells tells them apart by shape.
  fixed('shape_captured_f64', KIND_CAPTURED, 2, 0),
  fixed('shape_captured_f64u', KIND_CAPTURED, 2, 0),
  fixed('shape_captured_i64', KIND_CAPTURED, 2, 0),
  fixed('shape_captured_ref', KIND_CAPTURED, 2, 0b10),
  fixed('shape_captured_value', KIND_CAPTURED, 2, 0b10),
];
