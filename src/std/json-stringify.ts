/** JSON.stringify: ECMA-262 section 25.5.2, with V8's messages. */

import { clamp, toIntegerOrInfinity } from './conversion.ts';
import { TypeError } from './error.ts';
import { classNameOf, getProperty, isArray, numberToString, ownKeys, stringSlice } from './intrinsics.ts';
import { quoteJson } from './json-text.ts';
import { Set } from './set.ts';

type Replacer = (this: unknown, key: string, value: unknown) => unknown;

const CIRCULAR_MESSAGE = 'Converting circular structure to JSON';

/** What the abstract operations share: 25.5.2.1's record. */
class Serialization {
  replacer: Replacer | undefined = undefined;
  /** The keys to write, if a list of them was given. */
  allowed: string[] | undefined = undefined;
  gap = '';
  indentation = '';
  /** Objects that are being written, outermost first, and the key under which each was met. */
  readonly open: object[] = [];
  readonly keys: string[] = [];
  /** The open objects beyond the first SEARCHED, of which only whether they are there is asked until the end. */
  deep: Set<object> | undefined = undefined;
}

/** So many open objects are looked through one by one; that is quicker for most structures, and quadratic for the deepest. */
const SEARCHED = 32;

/** 25.5.2. */
export function stringify(value: unknown, replacer?: Replacer | readonly (string | number)[] | null, space?: string | number | null): string | undefined {
  const state = new Serialization();
  if (typeof replacer === 'function') state.replacer = replacer;
  else if (isArray(replacer)) state.allowed = allowedKeys(replacer);
  if (typeof space === 'number') {
    const count = clamp(toIntegerOrInfinity(space), 0, 10);
    for (let i = 0; i < count; i++) state.gap += ' ';
  } else if (typeof space === 'string') {
    state.gap = stringSlice(space, 0, space.length < 10 ? space.length : 10);
  }
  return serializeProperty(state, state.replacer === undefined ? undefined : { '': value }, '', value);
}

/** As stringify of one argument, but a structure that contains itself is '[Circular]'. */
export function stringifyOrCircular(value: unknown): string | undefined {
  try {
    return stringify(value);
  } catch (error) {
    if (error instanceof TypeError && error.message.startsWith(CIRCULAR_MESSAGE)) return '[Circular]';
    throw error;
  }
}

function allowedKeys(list: readonly unknown[]): string[] {
  const keys: string[] = [];
  for (let i = 0; i < list.length; i++) {
    const item = list[i];
    if (typeof item !== 'string' && typeof item !== 'number') continue;
    const key = `${item}`;
    if (!keys.includes(key)) keys.push(key);
  }
  return keys;
}

/** 25.5.2.2, SerializeJSONProperty. The holder is made only where a replacer sees it. */
function serializeProperty(state: Serialization, holder: object | undefined, key: string, given: unknown): string | undefined {
  let value = given;
  if ((typeof value === 'object' && value !== null) || typeof value === 'bigint') {
    const toJSON = (value as { toJSON?: unknown }).toJSON;
    if (typeof toJSON === 'function') value = toJSON.call(value, key);
  }
  if (state.replacer !== undefined) value = state.replacer.call(holder, key, value);
  if (typeof value === 'string') return quoteJson(value);
  if (typeof value === 'number') return value - value === 0 ? numberToString(value) : 'null';
  if (typeof value === 'boolean') return value ? 'true' : 'false';
  if (value === null) return 'null';
  if (typeof value === 'bigint') throw new TypeError('Do not know how to serialize a BigInt');
  if (typeof value !== 'object') return undefined;
  return isArray(value) ? serializeArray(state, key, value) : serializeObject(state, key, value);
}

/** 25.5.2.5, SerializeJSONObject. */
function serializeObject(state: Serialization, key: string, value: object): string {
  enter(state, key, value);
  const outer = state.indentation;
  state.indentation = outer + state.gap;
  const keys = state.allowed ?? ownKeys(value);
  let result = '';
  for (let i = 0; i < keys.length; i++) {
    const text = serializeProperty(state, value, keys[i], getProperty(value, keys[i]));
    if (text === undefined) continue;
    if (result !== '') result += ',';
    if (state.gap === '') result += `${quoteJson(keys[i])}:${text}`;
    else result += `\n${state.indentation}${quoteJson(keys[i])}: ${text}`;
  }
  if (result !== '' && state.gap !== '') result += `\n${outer}`;
  leave(state, outer);
  return `{${result}}`;
}

/** 25.5.2.6, SerializeJSONArray. */
function serializeArray(state: Serialization, key: string, value: unknown[]): string {
  enter(state, key, value);
  const outer = state.indentation;
  state.indentation = outer + state.gap;
  let result = '';
  for (let i = 0; i < value.length; i++) {
    if (i > 0) result += ',';
    if (state.gap !== '') result += `\n${state.indentation}`;
    result += serializeProperty(state, value, numberToString(i), value[i]) ?? 'null';
  }
  if (value.length > 0 && state.gap !== '') result += `\n${outer}`;
  leave(state, outer);
  return `[${result}]`;
}

function enter(state: Serialization, key: string, value: object): void {
  const { open } = state;
  const isOpen = open.length <= SEARCHED ? open.includes(value) : state.deep!.has(value) || includesBelow(open, value, SEARCHED);
  if (isOpen) throw new TypeError(circularMessage(state, open.indexOf(value), key));
  if (open.length >= SEARCHED) (state.deep ??= new Set<object>()).add(value);
  open.push(value);
  state.keys.push(key);
}

function includesBelow(list: readonly object[], value: object, end: number): boolean {
  for (let i = 0; i < end; i++) if (list[i] === value) return true;
  return false;
}

function leave(state: Serialization, outer: string): void {
  const left = state.open.pop()!;
  if (state.open.length >= SEARCHED) state.deep!.delete(left);
  state.keys.pop();
  state.indentation = outer;
}

/** V8 shows where the circle starts, its first two steps and its last, and the property that closes it. */
function circularMessage(state: Serialization, start: number, key: string): string {
  const steps = state.open.length;
  let message = `${CIRCULAR_MESSAGE}\n    --> starting at object with constructor ${constructorOf(state.open[start])}`;
  for (let i = start + 1; i < steps && i < start + 3; i++) message += stepLine(state, i);
  if (start + 4 < steps) message += '\n    |     ...';
  if (start + 3 < steps) message += stepLine(state, steps - 1);
  return `${message}\n    --- ${keyText(state.open[steps - 1], key)} closes the circle`;
}

function stepLine(state: Serialization, i: number): string {
  return `\n    |     ${keyText(state.open[i - 1], state.keys[i])} -> object with constructor ${constructorOf(state.open[i])}`;
}

function keyText(holder: object, key: string): string {
  return isArray(holder) ? `index ${key}` : `property '${key}'`;
}

function constructorOf(value: object): string {
  return `'${classNameOf(value) || 'Object'}'`;
}
