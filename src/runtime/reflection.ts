/** What console.log and friends ask about objects, functions and symbols (src/std/intrinsics.ts says what each gives). */
import { i32, load64, load8, loadValue, type ref, refOf, storeValue, symbol, text, u32, u64, type value } from 'toro:machine';
import { KIND_ARRAY, KIND_BYTES, KIND_FUNCTION } from '../layout/cell.ts';
import { SHAPE_FLAGS, SHAPE_FLAG_ASYNC, SHAPE_FLAG_CLASS, SHAPE_FLAG_GENERATOR, SHAPE_PROTOTYPE } from '../layout/shape.ts';
import { SYMBOL_BYTES, SYMBOL_DESCRIPTION } from '../layout/symbol.ts';
import { VALUE_NULL } from '../layout/value.ts';
import { allocate } from './heap.ts';
import { nameOfShape } from './own-property.ts';
import { prototypeValue } from './prototype.ts';
import { stringLength } from './string-cell.ts';
import { cellKind, isFunction, isPointer, shapeOf } from './value.ts';

export function isArray(v: value): boolean {
  return isPointer(v) && cellKind(refOf(v)) === KIND_ARRAY;
}

/** The class's name of an object, from its shape; that of its kind where its class, if it has one, has none; '' of an object without a prototype. */
export function classNameOf(object: ref): ref {
  const kind = cellKind(object);
  if (kind === KIND_FUNCTION) return text('Function');
  if (kind === KIND_ARRAY) return text('Array');
  if (kind === KIND_BYTES) return text('ArrayBuffer');
  const name = nameOfShape(object);
  if (stringLength(name) !== 0) return name;
  return load64(shapeOf(object), SHAPE_PROTOTYPE) !== VALUE_NULL ? text('Object') : text('');
}

/** 0 function, 1 class, 2 async function, 3 generator function, 4 async generator function. */
export function functionKind(f: ref): i32 {
  const flags = u32(load8(shapeOf(f), SHAPE_FLAGS));
  if ((flags & SHAPE_FLAG_CLASS) !== 0) return i32(1);
  if ((flags & SHAPE_FLAG_GENERATOR) !== 0) return (flags & SHAPE_FLAG_ASYNC) !== 0 ? i32(4) : i32(3);
  return (flags & SHAPE_FLAG_ASYNC) !== 0 ? i32(2) : i32(0);
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
