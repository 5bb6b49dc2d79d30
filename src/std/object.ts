/** Statics of Object: ECMA-262 section 20.1.2. */

import { describe } from './callable.ts';
import { sameValue } from './conversion.ts';
import { TypeError } from './error.ts';
import { createDataProperty, getProperty, hasOwnProperty, newArray, ownKeys, ownSymbols, prototypeOf, setProperty } from './intrinsics.ts';

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
