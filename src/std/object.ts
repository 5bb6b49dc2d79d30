/** Statics of Object: ECMA-262 section 20.1.2. */

import { describe } from './callable.ts';
import { sameValue } from './conversion.ts';
import { TypeError } from './error.ts';
import { unsupported } from './unsupported.ts';
import {
  createDataProperty, definePropertyWith, getMember, getProperty, hasOwnProperty, hasProperty, integrityLevel, isTypedArray, newArray, ownKeys, ownNames, ownPropertyAttributes, ownSymbols,
  prototypeOf, setIntegrityLevel, setProperty,
} from './intrinsics.ts';

/** An object that has the properties of the value: ToObject, 7.1.18. Numbers, booleans and symbols have no enumerable ones. */
function toObject(value: unknown): object {
  if (value === undefined || value === null) throw new TypeError('Cannot convert undefined or null to object');
  if (typeof value === 'string') return charactersOf(value);
  if (typeof value === 'object' || typeof value === 'function') return value;
  return {};
}

function charactersOf(s: string): string[] {
  const characters = newArray<string>(s.length);
  for (let i = 0; i < s.length; i++) characters[i] = s[i];
  return characters;
}

/** 20.1.2.19. */
export function keys(value: object): string[] {
  return ownKeys(toObject(value));
}

/** 20.1.2.24. */
export function values<T>(value: { readonly [key: string]: T }): T[] {
  const object = toObject(value);
  const names = ownKeys(object);
  const result: T[] = [];
  for (let i = 0; i < names.length; i++) {
    // A getter before it may have removed a property.
    if (hasOwnProperty(object, names[i])) result[result.length] = getProperty(object, names[i]) as T;
  }
  return result;
}

/** 20.1.2.5. */
export function entries<T>(value: { readonly [key: string]: T }): [string, T][] {
  const object = toObject(value);
  const names = ownKeys(object);
  const result: [string, T][] = [];
  for (let i = 0; i < names.length; i++) {
    if (hasOwnProperty(object, names[i])) result[result.length] = [names[i], getProperty(object, names[i]) as T];
  }
  return result;
}

function assignFrom(target: object, source: unknown): void {
  if (source === undefined || source === null) return;
  const object = toObject(source);
  const names = ownKeys(object);
  for (let i = 0; i < names.length; i++) {
    if (hasOwnProperty(object, names[i])) setProperty(target, names[i], getProperty(object, names[i]));
  }
  const symbols = ownSymbols(object);
  for (let i = 0; i < symbols.length; i++) setProperty(target, symbols[i], getProperty(object, symbols[i]));
}

/** 20.1.2.1 from one source. */
export function assign_2<T extends object>(target: T, source: unknown): T {
  requireObject(target);
  assignFrom(target, source);
  return target;
}

/** 20.1.2.1. */
export function assign<T extends object>(target: T, ...sources: unknown[]): T {
  requireObject(target);
  for (let i = 0; i < sources.length; i++) assignFrom(target, sources[i]);
  return target;
}

function requireObject(target: unknown): void {
  if (target === undefined || target === null) throw new TypeError('Cannot convert undefined or null to object');
}

/** 20.1.2.7. */
export function fromEntries<T>(source: Iterable<readonly [string | number, T]>): { [key: string]: T } {
  if (source === undefined || source === null) throw new TypeError('undefined is not iterable');
  const result: { [key: string]: T } = {};
  for (const entry of source) {
    if (typeof entry !== 'object' || entry === null) throw new TypeError(`Iterator value ${describe(entry)} is not an entry object`);
    createDataProperty(result, `${entry[0]}`, entry[1]);
  }
  return result;
}

/** 20.1.2.15. */
export function is(a: unknown, b: unknown): boolean {
  return sameValue(a, b);
}

/** 20.1.2.14. */
export function hasOwn(value: object, key: string | number | symbol): boolean {
  return hasOwnProperty(toObject(value), typeof key === 'symbol' ? key : `${key}`);
}

/** 20.1.2.12, of an object. */
export function getPrototypeOf(value: object): object | null {
  return prototypeOf(value);
}

const NOT_EXTENSIBLE = 1;
const SEALED = 2;
const FROZEN = 3;

function isObject(value: unknown): value is object {
  return (typeof value === 'object' && value !== null) || typeof value === 'function';
}

/** 20.1.2.6. */
export function freeze<T>(value: T): T {
  if (!isObject(value)) return value;
  if (isTypedArray(value) && value.length > 0) throw new TypeError('Cannot freeze array buffer views with elements');
  setIntegrityLevel(value, FROZEN);
  return value;
}

/** 20.1.2.22. */
export function seal<T>(value: T): T {
  if (isObject(value)) setIntegrityLevel(value, SEALED);
  return value;
}

/** 20.1.2.20. */
export function preventExtensions<T>(value: T): T {
  if (isObject(value)) setIntegrityLevel(value, NOT_EXTENSIBLE);
  return value;
}

/** 20.1.2.15, of any value. */
export function isExtensible(value: unknown): boolean {
  return isObject(value) && integrityLevel(value) === 0;
}

/** 20.1.2.16. */
export function isFrozen(value: unknown): boolean {
  return !isObject(value) || hasIntegrity(value, FROZEN);
}

/** 20.1.2.17. */
export function isSealed(value: unknown): boolean {
  return !isObject(value) || hasIntegrity(value, SEALED);
}

/** TestIntegrityLevel, 7.3.16: an object without properties that takes none is frozen. */
function hasIntegrity(value: object, level: number): boolean {
  const found = integrityLevel(value);
  return found >= level || (found !== 0 && ownNames(value).length === 0);
}

/** 20.1.2.10. */
export function getOwnPropertyNames(value: object): string[] {
  return ownNames(toObject(value));
}

const WRITABLE = 1;
const ENUMERABLE = 2;
const CONFIGURABLE = 4;
const ACCESSOR = 8;

interface Descriptor {
  value?: unknown;
  writable?: unknown;
  enumerable?: unknown;
  configurable?: unknown;
  get?: unknown;
  set?: unknown;
}

/** 20.1.2.4, of data properties. */
export function defineProperty<T>(target: T, key: string | number | symbol, descriptor: Descriptor): T {
  if (!isObject(target)) throw new TypeError('Object.defineProperty called on non-object');
  if (!isObject(descriptor)) throw new TypeError(`Property description must be an object: ${describe(descriptor)}`);
  defineFrom(target, typeof key === 'symbol' ? key : `${key}`, descriptor);
  return target;
}

/** 20.1.2.3, of data properties. */
export function defineProperties<T>(target: T, descriptors: { readonly [key: string]: Descriptor }): T {
  if (!isObject(target)) throw new TypeError('Object.defineProperties called on non-object');
  const names = ownKeys(toObject(descriptors));
  for (let i = 0; i < names.length; i++) defineFrom(target, names[i], descriptors[names[i]]);
  return target;
}

/** ValidateAndApplyPropertyDescriptor, 10.1.6.3: what the descriptor lacks stays, or is false. */
function defineFrom(target: object, key: string | symbol, descriptor: Descriptor): void {
  if (descriptor.get !== undefined || descriptor.set !== undefined) unsupported('an accessor defined by Object.defineProperty');
  const known = ownPropertyAttributes(target, key);
  const before = known < 0 ? 0 : known;
  if ((before & ACCESSOR) !== 0) unsupported('Object.defineProperty of an accessor');
  if (known < 0 && integrityLevel(target) !== 0) throw new TypeError(`Cannot define property ${keyText(key)}, object is not extensible`);
  const attributes = attribute(descriptor, 'writable', before, WRITABLE) + attribute(descriptor, 'enumerable', before, ENUMERABLE)
    + attribute(descriptor, 'configurable', before, CONFIGURABLE);
  const hasValue = hasProperty(descriptor, 'value');
  const value = hasValue ? descriptor.value : known < 0 ? undefined : getMember(target, key);
  if (known >= 0 && (before & CONFIGURABLE) === 0) {
    const raises = (attributes & ~before) !== 0 || (attributes & ENUMERABLE) !== (before & ENUMERABLE);
    const changes = (before & WRITABLE) === 0 && !sameValue(value, getMember(target, key));
    if (raises || changes) throw new TypeError(`Cannot redefine property: ${keyText(key)}`);
    if ((before & WRITABLE) === 0) return;
  }
  definePropertyWith(target, key, value, attributes);
}

function keyText(key: string | symbol): string {
  return typeof key === 'symbol' ? describe(key) : key;
}

function attribute(descriptor: Descriptor, name: 'writable' | 'enumerable' | 'configurable', before: number, bit: number): number {
  const given = name === 'writable' ? descriptor.writable : name === 'enumerable' ? descriptor.enumerable : descriptor.configurable;
  if (!hasProperty(descriptor, name)) return before & bit;
  return given ? bit : 0;
}

/** 20.1.2.9, of data properties. */
export function getOwnPropertyDescriptors(target: object): object {
  const object = toObject(target);
  const names = ownNames(object);
  const result: { [key: string]: Descriptor | undefined } = {};
  for (let i = 0; i < names.length; i++) createDataProperty(result, names[i], getOwnPropertyDescriptor(object, names[i]));
  const symbols = ownSymbols(object);
  for (let i = 0; i < symbols.length; i++) createDataProperty(result, symbols[i] as unknown as string, getOwnPropertyDescriptor(object, symbols[i]));
  return result;
}

/** 20.1.2.8, of data properties. */
export function getOwnPropertyDescriptor(target: object, key: string | number | symbol): Descriptor | undefined {
  const object = toObject(target);
  const name = typeof key === 'symbol' ? key : `${key}`;
  const found = ownPropertyAttributes(object, name);
  if (found < 0) return undefined;
  if ((found & ACCESSOR) !== 0) unsupported('the descriptor of an accessor');
  return {
    value: getMember(object, name), writable: (found & WRITABLE) !== 0, enumerable: (found & ENUMERABLE) !== 0, configurable: (found & CONFIGURABLE) !== 0,
  };
}
