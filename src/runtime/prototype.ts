/** Prototypes: the one that a shape names, else that of the language for the kind of cell (src/layout/built-in-prototypes.ts). */
import { addr, asRef, bitsOf, load32, load64, load8, type ref, refOf, symbol, text, u32, u64, type value, valueFromBits, valueOf } from 'toro:machine';
import { otherPrototype, throwTypeError } from 'toro:hooks';
import { PROTOTYPE_OF_BOOLEANS, PROTOTYPE_OF_NUMBERS, PROTOTYPES_OF_TYPED_ARRAYS } from '../layout/built-in-prototypes.ts';
import { KIND_TYPED_ARRAY } from '../layout/cell.ts';
import { SHAPE_ELEMENT_TYPE, SHAPE_PROTOTYPE } from '../layout/shape.ts';
import { VALUE_NULL, VALUE_UNDEFINED } from '../layout/value.ts';
import { throwCannotConvert, throwNoPrototype } from './errors.ts';
import { cellKind, isBoolean, isNullish, isNumber, isObject, isPointer, shapeOf } from './value.ts';

/** The prototype of a cell: a pointer, or null. */
export function prototypeValue(cell: ref): value {
  const own = valueFromBits(load64(shapeOf(cell), SHAPE_PROTOTYPE));
  if (bitsOf(own) !== VALUE_UNDEFINED) return own;
  const kind = cellKind(cell);
  return builtInPrototype(kind === KIND_TYPED_ARRAY ? u32(load8(shapeOf(cell), SHAPE_ELEMENT_TYPE) + PROTOTYPES_OF_TYPED_ARRAYS) : kind);
}

/** Where properties of a number or boolean are found; null for other immediates. */
export function prototypeOfPrimitive(v: value): value {
  if (isNumber(v)) return builtInPrototype(u32(PROTOTYPE_OF_NUMBERS));
  return isBoolean(v) ? builtInPrototype(u32(PROTOTYPE_OF_BOOLEANS)) : valueFromBits(u64(VALUE_NULL));
}

function builtInPrototype(entry: u32): value {
  const address = load32(addr(symbol('built_in_prototypes') + u64(u32(entry << 2))));
  return address === 0 ? valueFromBits(u64(VALUE_NULL)) : valueOf(asRef(addr(u64(address))));
}

/** Object.getPrototypeOf (ECMA-262 20.1.2.12). */
export function prototypeOfValue(v: value): value {
  if (isNullish(v)) throwCannotConvert();
  return isPointer(v) ? prototypeValue(refOf(v)) : prototypeOfPrimitive(v);
}

/** Object.setPrototypeOf (20.1.2.23) of the prototype that the object has; of another one the program ends. */
export function requirePrototype(v: value, prototype: value): void {
  if (isNullish(v)) throwTypeError(text('Object.setPrototypeOf called on null or undefined'));
  if (bitsOf(prototype) !== VALUE_NULL && !isObject(prototype)) throwNoPrototype(prototype);
  if (isObject(v) && prototypeValue(refOf(v)) !== prototype) otherPrototype();
}

export function prototypeOf(object: ref): value {
  return prototypeValue(object);
}
