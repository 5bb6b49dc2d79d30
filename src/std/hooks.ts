/** What the runtime and compiled code call in the library: `toro:hooks` of the systems dialect, and loops too long to be inlined. */
import { describe } from './callable.ts';
import { type Error, RangeError, ReferenceError, TypeError } from './error.ts';
import { callGetterOn, callSetterOn } from './intrinsics.ts';
import { unsupported } from './unsupported.ts';
import { pow } from './math-power.ts';
import { faultOf } from './toro/fault.ts';

export function throwTypeError(message: string): never {
  throw new TypeError(message);
}

export function throwRangeError(message: string): never {
  throw new RangeError(message);
}

export function throwReferenceError(message: string): never {
  throw new ReferenceError(message);
}

/** A fault of the processor in an instruction that is there to fault (src/runtime/fault-sites.ts). */
export function throwFault(vector: number, errorCode: number, address: number, instruction: number): never {
  throw faultOf(vector, errorCode, address, instruction);
}

/** The heritage of a class is no class. ClassDefinitionEvaluation, 15.7.14 step 8. */
export function throwNoParent(heritage: unknown): never {
  throw new TypeError(`Class extends value ${describe(heritage)} is not a constructor or null`);
}

/** Stands for the members of a class that a function makes, where they are looked for by names known at run time only. */
export function unreadableMember(): never {
  unsupported('reading a method or accessor of a class declared in a function by a computed name');
}

/** What a computed name has found in a built-in prototype is called, or asked for more than its identity and name (src/flow/built-in-members.ts). */
export function builtInMember(): never {
  unsupported('use of a method or constructor that a computed name has found in a prototype');
}

/** Object.setPrototypeOf of another prototype than the object has. */
export function otherPrototype(): never {
  unsupported('Object.setPrototypeOf of a prototype that the object does not have');
}

/** Stands for members of built-in objects and prototypes that the library lacks or that no static cell can hold, where they are looked for by names known at run time only. */
export function missingMember(): never {
  unsupported('this member of a built-in object, found by a computed name,');
}

/** The data properties that prototypes of errors have, where a computed name asks for them. */
export function inherited_name(this: Error): unknown {
  return this.name;
}

export function inherited_message(this: Error): unknown {
  return this.message;
}

/** A getter of an object whose class the compiled code does not know. */
export function callGetter(getter: Function, receiver: unknown): unknown {
  return callGetterOn(getter, receiver);
}

export function callSetter(setter: Function, receiver: unknown, value: unknown): void {
  callSetterOn(setter, receiver, value);
}

/** `[...iterable]` for what is no array. 13.2.4.1, ArrayAccumulation. */
export function appendAll<T>(array: T[], iterable: Iterable<T>): void {
  for (const value of iterable) array[array.length] = value;
}

/** ToPrimitive of an object, 7.1.1; hint 0 is default, 1 number, 2 string. */
export function toPrimitive(object: any, hint: number): unknown {
  const exotic = object[Symbol.toPrimitive];
  if (exotic === undefined || exotic === null) return ordinaryToPrimitive(object, hint);
  if (typeof exotic !== 'function') throw new TypeError(`${named(exotic)} is not a function`);
  const primitive = object[Symbol.toPrimitive](hint === 0 ? 'default' : hint === 1 ? 'number' : 'string');
  if (typeof primitive !== 'object' && typeof primitive !== 'function') return primitive;
  throw new TypeError('Cannot convert object to primitive value');
}

/** How V8 names a value that no source text stands for. */
function named(value: unknown): string {
  if (typeof value === 'object' || typeof value === 'symbol') return typeof value;
  return typeof value === 'string' ? `string "${value}"` : `${typeof value} ${value as string}`;
}

/** 7.1.1.1. */
function ordinaryToPrimitive(object: any, hint: number): unknown {
  if (typeof (hint === 2 ? object.toString : object.valueOf) === 'function') {
    const first = hint === 2 ? object.toString() : object.valueOf();
    if (typeof first !== 'object' && typeof first !== 'function') return first;
  }
  if (typeof (hint === 2 ? object.valueOf : object.toString) === 'function') {
    const second = hint === 2 ? object.valueOf() : object.toString();
    if (typeof second !== 'object' && typeof second !== 'function') return second;
  }
  throw new TypeError('Cannot convert object to primitive value');
}

/** base ** exponent. */
export function power(base: number, exponent: number): number {
  return pow(base, exponent);
}

/** What `bind` makes of a function that is bound already: its receiver stays, arguments are added. 20.2.3.2. */
export function bindAgain(bound: Function, given: unknown[]): Function {
  return (...rest: unknown[]) => bound(...given, ...rest);
}
