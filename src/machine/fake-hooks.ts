/**
 * `toro:hooks` under node: what the runtime calls upwards, bound to functions of src/std by the compiler. The fake throws
 * ordinary node errors, so that tests compare classes and messages.
 */
import type { ref, value } from './types.ts';

export interface Hooks {
  /** The message's code units, read from a string cell. */
  readString(text: ref): string;
  /** ToPrimitive (ECMA-262 7.1.1) of an object; hint 0 default, 1 number, 2 string. */
  toPrimitive(object: value, hint: number): value;
  callGetter(getter: value, receiver: value): value;
  callSetter(setter: value, receiver: value, v: value): void;
  /** Prints what node prints for an uncaught exception. */
  uncaught(thrown: value): void;
}

const unset = (): never => {
  throw new Error('no fake hooks are installed');
};

let hooks: Hooks = { readString: unset, toPrimitive: unset, callGetter: unset, callSetter: unset, uncaught: unset };

/** Replaces the hooks, for one test. */
export function installHooks(next: Hooks): void {
  hooks = next;
}

/** What a computed name has found in a prototype is used: the program ends. */
export function builtInMember(): never {
  throw new Error('a built-in member is used');
}

/** Object.setPrototypeOf of a prototype that the object does not have: the program ends. */
export function otherPrototype(): never {
  throw new Error('another prototype is set');
}

export function throwTypeError(message: ref): never {
  throw new TypeError(hooks.readString(message));
}

export function throwRangeError(message: ref): never {
  throw new RangeError(hooks.readString(message));
}

export function throwReferenceError(message: ref): never {
  throw new ReferenceError(hooks.readString(message));
}

export function toPrimitive(object: value, hint: number): value {
  return hooks.toPrimitive(object, hint);
}

export function callGetter(getter: value, receiver: value): value {
  return hooks.callGetter(getter, receiver);
}

export function callSetter(setter: value, receiver: value, v: value): void {
  hooks.callSetter(setter, receiver, v);
}

export function uncaught(thrown: value): void {
  hooks.uncaught(thrown);
}

/** Throws the fault of the processor that the vector names. */
export function throwFault(vector: number, errorCode: number, address: number, instruction: number): never {
  throw new Error(`fault ${vector}, error code ${errorCode}, address ${address}, at ${instruction}`);
}

/** base ** exponent, as Math.pow. */
export function power(base: number, exponent: number): number {
  return base ** exponent;
}
