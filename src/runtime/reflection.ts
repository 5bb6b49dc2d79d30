/** What console.log and friends ask about objects, functions and symbols (src/std/intrinsics.ts says what each gives). */
import { bitsOf, i32, load8, loadValue, type ref, refOf, storeValue, symbol, text, u64, type value } from 'toro:machine';
import { KIND_ARRAY, KIND_BYTES, KIND_FUNCTION, KIND_OBJECT } from '../layout/cell.ts';
import { SHAPE_FLAGS, SHAPE_FLAG_CLASS } from '../layout/shape.ts';
import { SYMBOL_BYTES, SYMBOL_DESCRIPTION } from '../layout/symbol.ts';
import { VALUE_NULL } from '../layout/value.ts';
import { allocate } from './heap.ts';
import { nameOfShape, ownNamed } from './own-property.ts';
import { prototypeValue } from './property.ts';
import { stringLength } from './string-cell.ts';
import { cellKind, isFunction, isPointer, shapeOf } from './value.ts';

export function isArray(v: value): boolean {
  return isPointer(v) && cellKind(refOf(v)) === KIND_ARRAY;
}

/**
 * The class's name of an object: from its shape, else of the first prototype whose `constructor` has a name, else that of its kind.
 */
export function classNameOf(object: ref): ref {
  const kind = cellKind(object);
  if (kind === KIND_FUNCTION) return text('Function');
  if (kind === KIND_ARRAY) return text('Array');
  if (kind === KIND_BYTES) return text('ArrayBuffer');
  const name = nameOfShape(object);
  if (stringLength(name) !== 0) return name;
  for (let prototype = prototypeValue(object); isPointer(prototype); prototype = prototypeValue(refOf(prototype))) {
    const made = ownNamed(refOf(prototype), text('constructor'), prototype);
    if (isFunction(made) && stringLength(nameOfShape(refOf(made))) !== 0) return nameOfShape(refOf(made));
  }
  return kind === KIND_OBJECT && bitsOf(prototypeValue(object)) === VALUE_NULL ? text('Object') : text('');
}

/** 0 function, 1 class. */
export function functionKind(f: ref): i32 {
  return (load8(shapeOf(f), SHAPE_FLAGS) & SHAPE_FLAG_CLASS) !== 0 ? i32(1) : i32(0);
}

export function functionName(f: ref): ref {
  return nameOfShape(f);
}

/** The name of the class that a class extends, which is its prototype. */
export function superclassName(f: ref): ref {
  const parent = prototypeValue(f);
  return isFunction(parent) ? nameOfShape(refOf(parent)) : text('');
}

export function newSymbol(description: value): ref {
  const made = allocate(u64(SYMBOL_BYTES), u64(symbol('shape_symbol')));
  storeValue(made, description, SYMBOL_DESCRIPTION);
  return made;
}

export function symbolDescription(s: ref): value {
  return loadValue(s, SYMBOL_DESCRIPTION);
}
