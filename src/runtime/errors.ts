/** The errors of operators and property access, with V8's messages. Names and source texts come as strings from the compiler. */
import { addr, asRef, bitsOf, i32, load32, type ref, refOf, text, u32, u64, type value } from 'toro:machine';
import { throwRangeError, throwReferenceError, throwTypeError } from 'toro:hooks';
import { KIND_ARRAY } from '../layout/cell.ts';
import { VALUE_HOLE, VALUE_UNDEFINED } from '../layout/value.ts';
import { SHAPE_NAME } from '../layout/shape.ts';
import { valueToString, valueTypeOf } from './conversion.ts';
import { platformExit } from 'toro:platform';
import { EXIT_ABORTED } from './fatal.ts';
import { writeString } from './string-utf8.ts';
import { indexOfString } from './property.ts';
import { stringLength } from './string-cell.ts';
import { stringConcat } from './string-concat.ts';
import { cellKind, isBoolean, isNullish, isNumber, isObject, isString, isSymbol, shapeOf } from './value.ts';

export function throwNotAFunction(source: ref): never {
  throwTypeError(stringConcat(source, text(' is not a function')));
}

export function throwNotAConstructor(source: ref): never {
  throwTypeError(stringConcat(source, text(' is not a constructor')));
}

/** ECMA-262 7.4.3. */
export function throwIteratorIsNoObject(): never {
  throwTypeError(text('Result of the Symbol.iterator method is not an object'));
}

export function throwNotIterable(source: ref): never {
  throwTypeError(stringConcat(source, text(' is not iterable')));
}

/** The same where no source text stands for the value: patterns of parameters, iterables that the library is given. */
export function throwValueNotIterable(v: value): never {
  throwTypeError(stringConcat(describeIterated(v), text(' is not iterable (cannot read property Symbol(Symbol.iterator))')));
}

/** `number 5`, `object null`; what has no short text is named by its type alone. */
function describeIterated(v: value): ref {
  if (bitsOf(v) === VALUE_UNDEFINED || bitsOf(v) === VALUE_HOLE) return text('undefined');
  const type = valueTypeOf(v);
  if (isSymbol(v) || isObject(v)) return type;
  return stringConcat(stringConcat(type, text(' ')), valueToString(v));
}

/** f(...v) of what is no iterable. */
export function throwCannotSpread(v: value, source: ref): never {
  if (!isNullish(v)) throwTypeError(text('Spread syntax requires ...iterable[Symbol.iterator] to be a function'));
  throwTypeError(stringConcat(stringConcat(source, text(' is not iterable (cannot read property ')), stringConcat(valueToString(v), text(')'))));
}

export function throwNotCallableRight(): never {
  throwTypeError(text("Right-hand side of 'instanceof' is not callable"));
}

/** A call of a class (ECMA-262 10.2.1 step 2). */
export function throwClassCall(name: ref): never {
  throwTypeError(stringConcat(stringConcat(text('Class constructor '), name), text(" cannot be invoked without 'new'")));
}

/** A binding in its temporal dead zone. */
export function throwUninitialised(name: ref): never {
  throwReferenceError(stringConcat(stringConcat(text("Cannot access '"), name), text("' before initialization")));
}

/** base.name of undefined or null. */
export function throwCannotRead(base: value, name: ref): never {
  throwTypeError(quoteAccess(text('Cannot read properties of '), base, text(" (reading '"), name));
}

export function throwCannotReadIndex(base: value, key: value): never {
  throwCannotRead(base, describeKey(key));
}

/** A pattern of undefined or null; `name` is its first property or empty, `source` the text of what is taken apart or empty. */
export function throwCannotDestructure(base: value, name: ref, source: ref): never {
  const shown = stringLength(source) === u32(0) ? valueToString(base) : source;
  const property = stringLength(name) === u32(0) ? text('') : stringConcat(stringConcat(text("property '"), name), text("' of "));
  const start = stringConcat(stringConcat(text('Cannot destructure '), property), stringConcat(stringConcat(text("'"), shown), text("' as it is ")));
  throwTypeError(stringConcat(start, stringConcat(valueToString(base), text('.'))));
}

/** base.name = v of undefined or null. */
export function throwCannotSet(base: value, name: ref): never {
  throwTypeError(quoteAccess(text('Cannot set properties of '), base, text(" (setting '"), name));
}

export function throwCannotSetIndex(base: value, key: value): never {
  const name = describeKey(key);
  if (isPrimitiveBase(base)) throwCannotCreate(base, name);
  throwCannotSet(base, name);
}

function quoteAccess(start: ref, base: value, middle: ref, name: ref): ref {
  const message = stringConcat(stringConcat(start, valueToString(base)), middle);
  return stringConcat(stringConcat(message, name), text("')"));
}

function isPrimitiveBase(base: value): boolean {
  return isNumber(base) || isBoolean(base) || isString(base) || isSymbol(base);
}

/** A property set on a string, number or boolean, in strict code. */
export function throwCannotCreate(base: value, name: ref): never {
  const start = stringConcat(stringConcat(text("Cannot create property '"), name), text("' on "));
  const shown = isString(base) ? refOf(base) : valueToString(base);
  throwTypeError(stringConcat(stringConcat(stringConcat(start, valueTypeOf(base)), text(" '")), stringConcat(shown, text("'"))));
}

/** A set of a property that has a getter only. */
export function throwReadOnly(base: value, name: ref): never {
  const start = stringConcat(stringConcat(text('Cannot set property '), name), text(' of '));
  throwTypeError(stringConcat(stringConcat(start, describeObject(base)), text(' which has only a getter')));
}

/** The same of a getter that a class has, for its instances. */
export function throwReadOnlyOf(className: ref, name: ref): never {
  const start = stringConcat(stringConcat(text('Cannot set property '), name), text(' of #<'));
  throwTypeError(stringConcat(stringConcat(start, className), text('> which has only a getter')));
}

/** A write to a property that is not writable. */
export function throwNotWritable(base: value, name: ref): never {
  const start = stringConcat(stringConcat(text("Cannot assign to read only property '"), name), text("' of object '"));
  throwTypeError(stringConcat(stringConcat(start, describeObject(base)), text("'")));
}

/** A new property of an object that takes none. */
export function throwNotExtensible(name: ref): never {
  throwTypeError(stringConcat(stringConcat(text('Cannot add property '), name), text(', object is not extensible')));
}

/** A field of an object that takes no properties. */
export function throwNotDefinable(name: ref): never {
  throwTypeError(stringConcat(stringConcat(text('Cannot define property '), name), text(', object is not extensible')));
}

/** `#x` of an object whose class has none. */
export function throwNoPrivate(name: ref): never {
  throwTypeError(stringConcat(stringConcat(text('Cannot read private member '), name), text(' from an object whose class did not declare it')));
}

export function throwNoPrivateWrite(name: ref): never {
  throwTypeError(stringConcat(stringConcat(text('Cannot write private member '), name), text(' to an object whose class did not declare it')));
}

/** The right operand of `in` is no object. */
export function throwInOfPrimitive(key: value, base: value): never {
  const start = stringConcat(stringConcat(text("Cannot use 'in' operator to search for '"), describeKey(key)), text("' in "));
  throwTypeError(stringConcat(start, isString(base) ? refOf(base) : valueToString(base)));
}

/** `base[key] = v` of a primitive: a string's own units are read-only. */
export function throwCannotCreateIndex(base: value, key: value): never {
  const name = valueToString(key);
  if (isString(base) && indexOfString(name) < stringLength(refOf(base))) {
    const start = stringConcat(stringConcat(text('Cannot assign to read only property \''), name), text('\' of string \''));
    throwTypeError(stringConcat(stringConcat(start, refOf(base)), text('\'')));
  }
  throwCannotCreate(base, name);
}

/** The check on entry of a function that can recur. */
export function throwStackOverflow(): never {
  throwRangeError(text('Maximum call stack size exceeded'));
}

export function throwInvalidArrayLength(): never {
  throwRangeError(text('Invalid array length'));
}

/**
 * A write that the flow analysis had excluded, so that no slot was made for it. Not an exception: a program's `catch` would go on
 * with another meaning.
 */
export function refuseWrite(name: ref): never {
  writeString(i32(2), stringConcat(stringConcat(text('toroc: no place was made for the property '), name), text('\n')));
  platformExit(i32(EXIT_ABORTED));
}

/** delete of a property that is not configurable. */
export function throwNotDeletable(base: value, name: ref): never {
  const start = stringConcat(stringConcat(text("Cannot delete property '"), name), text("' of "));
  throwTypeError(stringConcat(start, describeObject(base)));
}

export function throwCannotConvert(): never {
  throwTypeError(text('Cannot convert undefined or null to object'));
}

/** What is given as a prototype is neither an object nor null. */
export function throwNoPrototype(given: value): never {
  throwTypeError(stringConcat(text('Object prototype may only be an Object or null: '), isSymbol(given) ? text('Symbol()') : valueToString(given)));
}

function describeKey(key: value): ref {
  if (isSymbol(key)) return text('Symbol()');
  return valueToString(key);
}

/** `#<Class>`, or [object Array] and the like for what has no class name. */
function describeObject(base: value): ref {
  if (!isObject(base)) return valueToString(base);
  if (cellKind(refOf(base)) === KIND_ARRAY) return text('[object Array]');
  const name = load32(shapeOf(refOf(base)), SHAPE_NAME);
  if (name === 0) return text('#<Object>');
  return stringConcat(stringConcat(text('#<'), asRef(addr(u64(name)))), text('>'));
}
