/**
 * util.inspect of node 20 (lib/internal/util/inspect.js) with its default options: what console.log writes for a value that is no string.
 *
 * A value is written by the first formatter below that knows it. It gives a base (text in front), braces and entries; layOut sets these on
 * one line or several. An object that contains itself is numbered when it is met again.
 */

import { Arguments } from './arguments.ts';
import { ArrayEntryIterator, ArrayIterator, ArrayKeyIterator } from './array-iterator.ts';
import { Error } from './error.ts';
import { formatArrayBuffer, formatBuffer } from './inspect-bytes.ts';
import { formatError } from './inspect-error.ts';
import { describeFunction } from './inspect-function.ts';
import { layOut } from './inspect-layout.ts';
import { formatKey, formatNumber, formatSymbol, quote, spaces } from './inspect-text.ts';
import {
  accessorKind, classNameOf, getProperty, isArray, isArrayBuffer, isEnumerable, isHole, isTypedArray, ownKeys,
  ownNamedKeys, ownSymbols,
} from './intrinsics.ts';
import { Map, MapEntryIterator, MapKeyIterator, MapValueIterator } from './map.ts';
import { Set, SetEntryIterator, SetIterator } from './set.ts';
import { AsyncGenerator } from './async-generator.ts';
import { Generator } from './generator.ts';
import { Promise } from './promise.ts';
import { StringIterator } from './string-iterator.ts';
import type { NumberArray } from './typed-array-type.ts';
import { WeakMap } from './weak-map.ts';
import { WeakSet } from './weak-set.ts';

const DEFAULT_DEPTH = 2;
const DEFAULT_BREAK_LENGTH = 80;
const MAX_ITEMS = 100;
const MAX_STRING_LENGTH = 10000;
const MIN_LINE_LENGTH = 16;

/** What one inspection keeps while it descends. */
class Inspection {
  readonly depthLimit: number;
  readonly breakLength: number;
  indentation = 0;
  /** The level of the object that was entered last. */
  currentDepth = 0;
  /** Objects that are being written, outermost first. */
  readonly open: object[] = [];
  /** Objects that contain themselves, in the order in which that was found. */
  readonly circular: object[] = [];

  constructor(depthLimit: number, breakLength: number) {
    this.depthLimit = depthLimit;
    this.breakLength = breakLength;
  }
}

/** The parts of an object's text. */
class Parts {
  base = '';
  open = '{';
  close = '}';
  keys: (string | symbol)[] = [];
  isArray = false;
  hasMoreItems = false;
  allNumbers = false;
}

/** Text for any value; strings are quoted. */
export function inspect(value: unknown, depthLimit = DEFAULT_DEPTH, breakLength = DEFAULT_BREAK_LENGTH): string {
  return formatValue(new Inspection(depthLimit, breakLength), value, 0);
}

function formatValue(inspection: Inspection, value: unknown, depth: number): string {
  if (typeof value === 'string') return formatString(inspection, value);
  if (typeof value === 'number') return formatNumber(value);
  if (typeof value === 'boolean') return value ? 'true' : 'false';
  if (value === undefined) return 'undefined';
  if (value === null) return 'null';
  if (typeof value === 'symbol') return formatSymbol(value);
  if (typeof value === 'bigint') return `${value}n`;
  if (isTypedArray(value) && classNameOf(value) === 'Buffer') return formatBuffer(value);
  if (inspection.open.includes(value)) {
    let index = inspection.circular.indexOf(value);
    if (index < 0) {
      index = inspection.circular.length;
      inspection.circular.push(value);
    }
    return `[Circular *${index + 1}]`;
  }
  return formatObject(inspection, value, depth);
}

/** A long string is cut into its lines; a very long one ends early. */
function formatString(inspection: Inspection, value: string): string {
  let shown = value;
  let trailer = '';
  if (value.length > MAX_STRING_LENGTH) {
    const rest = value.length - MAX_STRING_LENGTH;
    shown = value.slice(0, MAX_STRING_LENGTH);
    trailer = `... ${rest} more character${rest > 1 ? 's' : ''}`;
  }
  if (shown.length <= MIN_LINE_LENGTH || shown.length <= inspection.breakLength - inspection.indentation - 4) return quote(shown) + trailer;
  const separator = ` +\n${spaces(inspection.indentation + 2)}`;
  let result = '';
  let start = 0;
  for (;;) {
    const end = shown.indexOf('\n', start) + 1;
    if (end === 0 || end === shown.length) return result + quote(shown.slice(start)) + trailer;
    result += quote(shown.slice(start, end)) + separator;
    start = end;
  }
}

function formatObject(inspection: Inspection, value: object, depth: number): string {
  const className = isTableIterator(value) || isSequenceIterator(value) || value instanceof Arguments ? 'Object' : classNameOf(value);
  const tag = tagOf(value);
  const parts = new Parts();
  const whole = describeObject(inspection, value, className, tag, parts);
  if (whole !== '') return whole;
  if (depth > inspection.depthLimit) {
    const prefix = prefixOf(className, tag, 'Object', '').slice(0, -1);
    return className === '' ? prefix : `[${prefix}]`;
  }

  const inner = depth + 1;
  inspection.open.push(value);
  inspection.currentDepth = inner;
  const output = formatContents(inspection, value, parts, inner);
  for (let i = 0; i < parts.keys.length; i++) output.push(formatProperty(inspection, value, parts.keys[i], inner));
  inspection.open.pop();

  const reference = inspection.circular.indexOf(value) + 1;
  if (reference > 0) parts.base = parts.base === '' ? `<ref *${reference}>` : `<ref *${reference}> ${parts.base}`;
  const entries = { output, isArray: parts.isArray, hasMoreItems: parts.hasMoreItems && output.length > MAX_ITEMS, allNumbers: parts.allNumbers };
  return layOut(
    entries, parts.base, parts.open, parts.close, inspection.indentation, inspection.breakLength, inspection.currentDepth - inner,
  );
}

/** Symbol.toStringTag, where it isn't a property that is shown anyway. */
function tagOf(value: object): string {
  const tag = (value as { [Symbol.toStringTag]?: unknown })[Symbol.toStringTag];
  return typeof tag !== 'string' || tag === '' || isEnumerable(value, Symbol.toStringTag) ? '' : tag;
}

/** `Class(size) [tag] `, with a fallback for an object without a class. */
function prefixOf(className: string, tag: string, fallback: string, size: string): string {
  const shownTag = tag !== '' && tag !== (className === '' ? fallback : className) ? `[${tag}] ` : '';
  return className === '' ? `[${fallback}${size}: null prototype] ${shownTag}` : `${className}${size} ${shownTag}`;
}

/** Fills in the parts for the kind of object. Text if that says all there is, else ''. */
function describeObject(inspection: Inspection, value: object, className: string, tag: string, parts: Parts): string {
  if (isArray(value)) {
    parts.keys = keysOf(ownNamedKeys(value), value);
    const prefix = className !== 'Array' || tag !== '' ? prefixOf(className, tag, 'Array', `(${value.length})`) : '';
    parts.open = `${prefix}[`;
    parts.close = ']';
    parts.isArray = true;
    return value.length === 0 && parts.keys.length === 0 ? `${parts.open}]` : '';
  }
  if (isTypedArray(value)) {
    parts.keys = keysOf(ownNamedKeys(value), value);
    parts.open = `${prefixOf(className, tag, tag, `(${value.length})`)}[`;
    parts.close = ']';
    parts.isArray = true;
    return value.length === 0 && parts.keys.length === 0 ? `${parts.open}]` : '';
  }
  parts.keys = keysOf(ownKeys(value), value);
  const isBare = parts.keys.length === 0;
  if (typeof value === 'function') {
    parts.base = describeFunction(value, tag);
    return isBare ? parts.base : '';
  }
  if (value instanceof Set || value instanceof Map) {
    parts.open = `${prefixOf(className, tag, value instanceof Set ? 'Set' : 'Map', `(${value.size})`)}{`;
    return value.size === 0 && isBare ? `${parts.open}}` : '';
  }
  if (value instanceof WeakMap || value instanceof WeakSet) {
    parts.open = `${prefixOf(className, tag, value instanceof WeakMap ? 'WeakMap' : 'WeakSet', '')}{`;
    return '';
  }
  if (value instanceof Arguments) {
    parts.open = '[Arguments] {';
    return isBare ? '[Arguments] {}' : '';
  }
  if (value instanceof Promise) {
    parts.open = `${prefixOf(className, tag, 'Promise', '')}{`;
    return '';
  }
  if (value instanceof Error) {
    parts.base = formatError(value, className, tag, parts.keys, inspection.indentation);
    return parts.keys.length === 0 ? parts.base : '';
  }
  if (isArrayBuffer(value)) {
    parts.open = `${prefixOf(className, tag, 'ArrayBuffer', '')}{`;
    return '';
  }
  if (isTableIterator(value)) {
    const isEntries = value instanceof MapEntryIterator || value instanceof SetEntryIterator;
    parts.open = `[${isEntries ? tag.replace('Iterator', 'Entries') : tag}] {`;
    return '';
  }
  if (className !== 'Object' || tag !== '') parts.open = `${prefixOf(className, tag, 'Object', '')}{`;
  return isBare ? `${parts.open}}` : '';
}

type TableIterator =
  | MapEntryIterator<unknown, unknown> | MapKeyIterator<unknown, unknown> | MapValueIterator<unknown, unknown>
  | SetEntryIterator<unknown> | SetIterator<unknown>;

function isTableIterator(value: object): value is TableIterator {
  return value instanceof MapEntryIterator || value instanceof MapKeyIterator || value instanceof MapValueIterator ||
    value instanceof SetEntryIterator || value instanceof SetIterator;
}

/** Iterators whose prototype has no constructor of its own. */
function isSequenceIterator(value: object): boolean {
  return value instanceof ArrayIterator || value instanceof ArrayKeyIterator || value instanceof ArrayEntryIterator ||
    value instanceof StringIterator || value instanceof Generator || value instanceof AsyncGenerator;
}

function keysOf(names: string[], value: object): (string | symbol)[] {
  const keys: (string | symbol)[] = names;
  const symbols = ownSymbols(value);
  for (let i = 0; i < symbols.length; i++) keys.push(symbols[i]);
  return keys;
}

/** Entries for what an object holds beside its properties. */
function formatContents(inspection: Inspection, value: object, parts: Parts, depth: number): string[] {
  if (isArray(value)) return formatArray(inspection, value, parts, depth);
  if (isTypedArray(value)) return formatTypedArray(value, parts);
  if (value instanceof Set) return formatSet(inspection, value, depth);
  if (value instanceof Map) return formatMap(inspection, value, depth);
  if (isArrayBuffer(value)) return formatArrayBuffer(value);
  if (value instanceof WeakMap || value instanceof WeakSet) return ['<items unknown>'];
  if (isTableIterator(value)) return formatTableIterator(inspection, value, depth);
  if (value instanceof Promise) return [formatPromise(inspection, value, depth)];
  return [];
}

function formatPromise(inspection: Inspection, promise: Promise<unknown>, depth: number): string {
  if (Promise.isPending(promise)) return '<pending>';
  const isRejected = Promise.isRejected(promise);
  inspection.indentation += 2;
  const text = formatValue(inspection, isRejected ? Promise.reasonOf(promise) : Promise.valueOf_(promise), depth);
  inspection.indentation -= 2;
  return isRejected ? `<rejected> ${text}` : text;
}

function moreItems(count: number): string {
  return `... ${count} more item${count > 1 ? 's' : ''}`;
}

function formatArray(inspection: Inspection, array: unknown[], parts: Parts, depth: number): string[] {
  const output: string[] = [];
  const length = array.length;
  let allNumbers = true;
  let i = 0;
  while (i < length && output.length < MAX_ITEMS) {
    const start = i;
    while (i < length && isHole(array, i)) i++;
    if (i > start) {
      output.push(`<${i - start} empty item${i - start > 1 ? 's' : ''}>`);
      continue;
    }
    inspection.indentation += 2;
    output.push(formatValue(inspection, array[i], depth));
    inspection.indentation -= 2;
    i++;
  }
  if (i < length) {
    output.push(moreItems(length - i));
    parts.hasMoreItems = true;
  }
  for (let j = 0; j < output.length + parts.keys.length; j++) {
    if (typeof array[j] !== 'number' && typeof array[j] !== 'bigint') allNumbers = false;
  }
  parts.allNumbers = allNumbers;
  return output;
}

function formatTypedArray(array: NumberArray, parts: Parts): string[] {
  const output: string[] = [];
  const count = array.length < MAX_ITEMS ? array.length : MAX_ITEMS;
  for (let i = 0; i < count; i++) output.push(formatNumber(array[i]));
  if (array.length > count) {
    output.push(moreItems(array.length - count));
    parts.hasMoreItems = true;
  }
  parts.allNumbers = output.length + parts.keys.length <= array.length;
  return output;
}

function formatSet(inspection: Inspection, set: Set<unknown>, depth: number): string[] {
  const output: string[] = [];
  inspection.indentation += 2;
  const values = set.values();
  for (let step = values.next(); step.done !== true && output.length < MAX_ITEMS; step = values.next()) {
    output.push(formatValue(inspection, step.value, depth));
  }
  inspection.indentation -= 2;
  if (set.size > MAX_ITEMS) output.push(moreItems(set.size - MAX_ITEMS));
  return output;
}

function formatMap(inspection: Inspection, map: Map<unknown, unknown>, depth: number): string[] {
  const output: string[] = [];
  inspection.indentation += 2;
  const entries = map.entries();
  for (let step = entries.next(); step.done !== true && output.length < MAX_ITEMS; step = entries.next()) {
    output.push(`${formatValue(inspection, step.value[0], depth)} => ${formatValue(inspection, step.value[1], depth)}`);
  }
  inspection.indentation -= 2;
  if (map.size > MAX_ITEMS) output.push(moreItems(map.size - MAX_ITEMS));
  return output;
}

/** What an iterator of a Map or Set has yet to visit. */
function formatTableIterator(inspection: Inspection, iterator: TableIterator, depth: number): string[] {
  let rest: unknown[];
  let isEntries = false;
  if (iterator instanceof MapEntryIterator) {
    rest = MapEntryIterator.preview(iterator);
    isEntries = true;
  } else if (iterator instanceof SetEntryIterator) {
    rest = SetEntryIterator.preview(iterator);
    isEntries = true;
  } else if (iterator instanceof MapKeyIterator) rest = MapKeyIterator.preview(iterator);
  else if (iterator instanceof MapValueIterator) rest = MapValueIterator.preview(iterator);
  else rest = SetIterator.preview(iterator);

  const output: string[] = [];
  inspection.indentation += 2;
  for (let i = 0; i < rest.length && i < MAX_ITEMS; i++) {
    if (!isEntries) {
      output.push(formatValue(inspection, rest[i], depth));
      continue;
    }
    const [key, value] = rest[i] as [unknown, unknown];
    const pair = {
      output: [formatValue(inspection, key, depth), formatValue(inspection, value, depth)],
      isArray: true, hasMoreItems: false, allNumbers: false,
    };
    output.push(layOut(pair, '', '[', ']', inspection.indentation, inspection.breakLength, inspection.currentDepth - depth));
  }
  inspection.indentation -= 2;
  if (rest.length > MAX_ITEMS) output.push(moreItems(rest.length - MAX_ITEMS));
  return output;
}

function formatProperty(inspection: Inspection, object: object, key: string | symbol, depth: number): string {
  const name = formatKey(key, isEnumerable(object, key));
  switch (accessorKind(object, key)) {
    case 1: return `${name}: [Getter]`;
    case 2: return `${name}: [Setter]`;
    case 3: return `${name}: [Getter/Setter]`;
  }
  inspection.indentation += 2;
  const text = formatValue(inspection, getProperty(object, key), depth);
  inspection.indentation -= 2;
  return `${name}: ${text}`;
}
