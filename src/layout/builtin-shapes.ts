/**
 * Shapes that the runtime names by symbol. The compiler emits those that something reaches, with the prototype of the language's
 * built-in object where the kind has one.
 */
import { KIND_BYTES, KIND_CAPTURED, KIND_ELEMENTS_F64, KIND_ELEMENTS_VALUE, KIND_ROPE, KIND_STRING16, KIND_STRING8 } from './cell.ts';

export interface BuiltinShape {
  readonly symbol: string;
  readonly kind: number;
  /** 0: variable payload. */
  readonly sizeWords: number;
  readonly pointerBitmap: number;
  readonly unitShift: number;
  readonly trackedPayload: 0 | 1;
}

const variable = (symbol: string, kind: number, unitShift: number, trackedPayload: 0 | 1 = 0): BuiltinShape => ({
  symbol, kind, sizeWords: 0, pointerBitmap: 0, unitShift, trackedPayload,
});

export const BUILTIN_SHAPES: readonly BuiltinShape[] = [
  variable('shape_string8', KIND_STRING8, 0),
  variable('shape_string16', KIND_STRING16, 1),
  { symbol: 'shape_rope', kind: KIND_ROPE, sizeWords: 4, pointerBitmap: 0b1100, unitShift: 0, trackedPayload: 0 },
  variable('shape_elements_f64', KIND_ELEMENTS_F64, 3),
  variable('shape_elements_value', KIND_ELEMENTS_VALUE, 3, 1),
  variable('shape_bytes', KIND_BYTES, 0),
  { symbol: 'shape_captured_raw', kind: KIND_CAPTURED, sizeWords: 2, pointerBitmap: 0, unitShift: 0, trackedPayload: 0 },
  { symbol: 'shape_captured_value', kind: KIND_CAPTURED, sizeWords: 2, pointerBitmap: 0b10, unitShift: 0, trackedPayload: 0 },
];
