/**
 * The functions that std can't express in the language: the compiler replaces each by the dialect function of the same name in
 * src/runtime. The bodies here are the reference: they say what each means, and let std be tested under node. Nothing else of this module
 * is compiled.
 *
 * Preconditions hold by construction (std checks arguments before the call), so the runtime need not repeat them: indices and lengths
 * are integers in range unless the docstring says otherwise.
 */

import type { NumberArray } from './typed-array-type.ts';

// ---------------------------------------------------------------------------------------------------------------- strings

/** The code units of s in [start, end); 0 <= start <= end <= s.length. */
export function stringSlice(s: string, start: number, end: number): string {
  return s.substring(start, end);
}

/** The code unit at index; 0 <= index < s.length. */
export function stringCharCode(s: string, index: number): number {
  return s.charCodeAt(index);
}

/** Index of the first occurrence of search in s at or after from (0 <= from <= s.length), or -1. An empty search is found at from. */
export function stringIndexOf(s: string, search: string, from: number): number {
  return s.indexOf(search, from);
}

/** Index of the last occurrence of search in s that starts at or before from (0 <= from <= s.length), or -1. */
export function stringLastIndexOf(s: string, search: string, from: number): number {
  return s.lastIndexOf(search, from);
}

/** The string of one code unit, 0 <= code <= 0xffff. */
export function stringFromCharCode(code: number): string {
  return String.fromCharCode(code);
}

/** -1, 0 or 1 by code units. */
export function stringCompare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** A hash of the code units, an integer in [0, 2^31); equal strings have equal hashes whatever their representation. */
export function stringHash(s: string): number {
  let hash = 0;
  for (let i = 0; i < s.length; i++) hash = (Math.imul(hash, 31) + s.charCodeAt(i)) | 0;
  return hash & 0x7fffffff;
}

/** The parts in [0, count) with the separator between them. Every part is a string. */
export function stringJoin(parts: readonly string[], count: number, separator: string): string {
  return parts.slice(0, count).join(separator);
}

// ---------------------------------------------------------------------------------------------------------------- numbers

/** Number::toString(n, 10): the shortest digits that round trip. ECMA-262 6.1.6.1.20. */
export function numberToString(n: number): string {
  return String(n);
}

/** n finite, |n| < 1e21, 0 <= digits <= 100. ECMA-262 21.1.3.3. */
export function numberToFixed(n: number, digits: number): string {
  return n.toFixed(digits);
}

/** n finite, 1 <= precision <= 100. ECMA-262 21.1.3.5. */
export function numberToPrecision(n: number, precision: number): string {
  return n.toPrecision(precision);
}

/** n finite; 0 <= digits <= 100, or -1 for as many as necessary. ECMA-262 21.1.3.2. */
export function numberToExponential(n: number, digits: number): string {
  return digits < 0 ? n.toExponential() : n.toExponential(digits);
}

/** n finite, 2 <= radix <= 36, radix not 10; with as many fraction digits as V8's DoubleToRadixCString gives. ECMA-262 21.1.3.6. */
export function numberToRadix(n: number, radix: number): string {
  return n.toString(radix);
}

/** StringToNumber: the whole string or NaN. ECMA-262 7.1.4.1.1. */
export function stringToNumber(s: string): number {
  return Number(s);
}

/** The longest prefix of s (white space at its start already removed) that is a StrDecimalLiteral, else NaN. ECMA-262 19.2.4. */
export function parseFloatPrefix(s: string): number {
  return parseFloat(s);
}

/** The upper 32 bits of x, as a signed integer. */
export function f64High(x: number): number {
  words.setFloat64(0, x);
  return words.getInt32(0);
}

/** The lower 32 bits of x, as a signed integer. */
export function f64Low(x: number): number {
  words.setFloat64(0, x);
  return words.getInt32(4);
}

/** The double with these words; each is taken modulo 2^32. */
export function f64FromWords(high: number, low: number): number {
  words.setInt32(0, high);
  words.setInt32(4, low);
  return words.getFloat64(0);
}

const words = new DataView(new ArrayBuffer(8));

export function f64Sqrt(x: number): number {
  return Math.sqrt(x);
}

export function f64Floor(x: number): number {
  return Math.floor(x);
}

export function f64Ceil(x: number): number {
  return Math.ceil(x);
}

export function f64Trunc(x: number): number {
  return Math.trunc(x);
}

export function f64Abs(x: number): number {
  return Math.abs(x);
}

/** x rounded to the nearest single, ties to even. */
export function f64RoundToSingle(x: number): number {
  return Math.fround(x);
}

/** The lower 32 bits of the product of two 32-bit integers, signed. */
export function i32Multiply(a: number, b: number): number {
  return Math.imul(a, b);
}

/** Leading zero bits of a 32-bit integer, 0 to 32. */
export function i32CountLeadingZeros(a: number): number {
  return Math.clz32(a);
}

/** 32 bits from a source that differs from run to run, as a signed integer. For seeds only. */
export function entropy(): number {
  return (Math.random() * 0x1_0000_0000) | 0;
}

// ---------------------------------------------------------------------------------------------------------------- values

/** A hash in [0, 2^31) of any value but a number or string, by identity; the same for the life of an object. */
export function hashValue(value: unknown): number {
  if (value === undefined) return 1;
  if (value === null) return 2;
  if (typeof value === 'boolean') return value ? 3 : 4;
  if (typeof value !== 'object' && typeof value !== 'function') return 5;
  let hash = identityHashes.get(value);
  if (hash === undefined) {
    hash = (Math.random() * 0x8000_0000) | 0;
    identityHashes.set(value, hash);
  }
  return hash;
}

const identityHashes = new WeakMap<object, number>();

/** A new array of that length, all holes. 0 <= length < 2^32. */
export function newArray<T>(length: number): T[] {
  const array: T[] = [];
  array.length = length;
  return array;
}

/** Whether index is absent: a hole, or at or beyond the length. */
export function isHole(array: readonly unknown[], index: number): boolean {
  return !(index in array);
}

/** Makes index a hole; 0 <= index < array.length. */
export function makeHole(array: unknown[], index: number): void {
  delete array[index];
}

/** Moves count elements from source to target inside the array, as if all were read first; holes move as holes. All lie below the length. */
export function moveElements(array: unknown[], target: number, source: number, count: number): void {
  const moved = array.slice(source, source + count);
  for (let i = 0; i < count; i++) {
    if (i in moved) array[target + i] = moved[i];
    else delete array[target + i];
  }
}

export function isArray(value: unknown): value is unknown[] {
  return Array.isArray(value);
}

export function isTypedArray(value: unknown): value is NumberArray {
  return ArrayBuffer.isView(value) && !(value instanceof DataView);
}

export function isArrayBuffer(value: unknown): value is ArrayBuffer {
  return value instanceof ArrayBuffer;
}

// ---------------------------------------------------------------------------------------------------------------- objects

/** Own enumerable string keys in property order: indices ascending, then by creation. Elements of arrays and typed arrays are included. */
export function ownKeys(object: object): string[] {
  return Object.keys(object);
}

/** As ownKeys without the array indices: what an array has beside its elements. */
export function ownNamedKeys(object: object): string[] {
  return Object.keys(object).filter((key) => String(+key >>> 0) !== key || key === '4294967295');
}

/** Own enumerable symbol keys in property order. */
export function ownSymbols(object: object): symbol[] {
  return Object.getOwnPropertySymbols(object).filter((key) => Object.prototype.propertyIsEnumerable.call(object, key));
}

/** The value of an own enumerable property (a getter is called), or of one whose name the source says. */
export function getProperty(object: object, key: string | symbol): unknown {
  return (object as Record<string | symbol, unknown>)[key];
}

/** The value of any own property: methods of prototypes and classes too. */
export function getMember(object: object, key: string | symbol): unknown {
  return (object as Record<string | symbol, unknown>)[key];
}

/** object[key] = value, as in strict code (a setter is called; a failure throws). */
export function setProperty(object: object, key: string | symbol, value: unknown): void {
  (object as Record<string | symbol, unknown>)[key] = value;
}

export function hasOwnProperty(object: object, key: string | symbol): boolean {
  return Object.prototype.hasOwnProperty.call(object, key);
}

/** Whether the own property exists and is enumerable. */
export function isEnumerable(object: object, key: string | symbol): boolean {
  return Object.prototype.propertyIsEnumerable.call(object, key);
}

/** The key in object or in its chain of prototypes: the `in` operator. */
export function hasProperty(object: object, key: string | symbol): boolean {
  return key in object;
}

/** 0 a data property (or none), 1 an accessor with a getter only, 2 with a setter only, 3 with both. Own properties only. */
export function accessorKind(object: object, key: string | symbol): number {
  const descriptor = Object.getOwnPropertyDescriptor(object, key);
  if (descriptor === undefined) return 0;
  return (descriptor.get === undefined ? 0 : 1) + (descriptor.set === undefined ? 0 : 2);
}

/** 0 none, 1 not extensible, 2 sealed, 3 frozen: as far as preventExtensions, seal and freeze were called on the object. */
export function integrityLevel(object: object): number {
  return Object.isFrozen(object) ? 3 : Object.isSealed(object) ? 2 : Object.isExtensible(object) ? 0 : 1;
}

/** Raises the integrity level. SetIntegrityLevel, ECMA-262 7.3.15. */
export function setIntegrityLevel(object: object, level: number): void {
  if (level === 1) Object.preventExtensions(object);
  else if (level === 2) Object.seal(object);
  else Object.freeze(object);
}

/** 1 writable + 2 enumerable + 4 configurable + 8 accessor, of an own property; -1 for none. */
export function ownPropertyAttributes(object: object, key: string | symbol): number {
  const found = Object.getOwnPropertyDescriptor(object, key);
  if (found === undefined) return -1;
  return (found.writable ? 1 : 0) + (found.enumerable ? 2 : 0) + (found.configurable ? 4 : 0) + (found.get || found.set ? 8 : 0);
}

/** Defines an own data property with these attributes (as above), whatever is there. */
export function definePropertyWith(object: object, key: string | symbol, value: unknown, attributes: number): void {
  Object.defineProperty(object, key, { value, writable: (attributes & 1) !== 0, enumerable: (attributes & 2) !== 0, configurable: (attributes & 4) !== 0 });
}

/** Own string keys, enumerable or not. */
export function ownNames(object: object): string[] {
  return Object.getOwnPropertyNames(object);
}

/** CreateDataProperty: an own, enumerable, writable, configurable property, whatever the prototype has. ECMA-262 7.3.5. */
export function createDataProperty(object: object, key: string, value: unknown): void {
  Object.defineProperty(object, key, { value, writable: true, enumerable: true, configurable: true });
}

/** As createDataProperty, not enumerable. Where the key is a literal the compiler gives the property a slot of the layout. */
export function defineHidden(object: object, key: string, value: unknown): void {
  Object.defineProperty(object, key, { value, writable: true, enumerable: false, configurable: true });
}

/** The removal of an own property. */
export function deleteProperty(object: object, key: string): boolean {
  return delete (object as Record<string, unknown>)[key];
}

/**
 * The name of the constructor of an object: of the first prototype with an own `constructor` of which the object is an instance, and whose
 * name isn't empty. '' if the chain has none (a null prototype).
 */
export function classNameOf(object: object): string {
  for (let o = object; o !== null; o = Object.getPrototypeOf(o)) {
    const descriptor = Object.getOwnPropertyDescriptor(o, 'constructor');
    const made = descriptor?.value;
    if (typeof made === 'function' && made.name !== '' && object instanceof made) return made.name;
  }
  return '';
}

/** Whether String(object) would call nothing but built-in code: its toString, or Symbol.toPrimitive, is found on a built-in prototype. */
export function hasBuiltInToString(object: object): boolean {
  if (Object.prototype.hasOwnProperty.call(object, 'toString') || Object.prototype.hasOwnProperty.call(object, Symbol.toPrimitive)) return false;
  let holder = Object.getPrototypeOf(object);
  while (holder !== null && !Object.hasOwn(holder, 'toString') && !Object.hasOwn(holder, Symbol.toPrimitive)) holder = Object.getPrototypeOf(holder);
  return holder === null || Object.hasOwn(globalThis, holder.constructor.name);
}

/** Object.getPrototypeOf of an object. */
export function prototypeOf(object: object): object | null {
  return Object.getPrototypeOf(object);
}

/** 0 function (arrow, method and built-in class included), 1 class, 2 async function, 3 generator function, 4 async generator function. */
export function functionKind(f: Function): number {
  const text = Function.prototype.toString.call(f);
  if (text.startsWith('class') && text.endsWith('}')) return 1;
  switch (Object.prototype.toString.call(f)) {
    case '[object AsyncFunction]': return 2;
    case '[object GeneratorFunction]': return 3;
    case '[object AsyncGeneratorFunction]': return 4;
    default: return 0;
  }
}

/** The `name` of a function or class, '' if it has none. */
export function functionName(f: Function): string {
  return typeof f.name === 'string' ? f.name : '';
}

/** The name of the class that a class extends, '' if none. */
export function superclassName(f: Function): string {
  return Object.getPrototypeOf(f)?.name ?? '';
}

/** A getter called on one of the receivers that it was found for. */
export function callGetterOn(getter: Function, receiver: unknown): unknown {
  return getter.call(receiver);
}

export function callSetterOn(setter: Function, receiver: unknown, value: unknown): void {
  setter.call(receiver, value);
}

/** f called with thisArg and the elements of args (holes are undefined). */
export function applyFunction(f: Function, thisArg: unknown, args: readonly unknown[]): unknown {
  return Reflect.apply(f, thisArg, args);
}

/** A bound function. ECMA-262 20.2.3.2. */
export function bindFunction(f: Function, thisArg: unknown, args: readonly unknown[]): Function {
  return f.bind(thisArg, ...args);
}

/** A new symbol; the description may be undefined. */
export function newSymbol(description: string | undefined): symbol {
  return Symbol(description);
}

export function symbolDescription(symbol: symbol): string | undefined {
  return symbol.description;
}

// ---------------------------------------------------------------------------------------------------------------- bytes

/** A new buffer of zeros. */
export function newArrayBuffer(byteLength: number): ArrayBuffer {
  return new ArrayBuffer(byteLength);
}

export function bufferByteLength(buffer: ArrayBuffer): number {
  return buffer.byteLength;
}

/** A typed array of the same kind as `like`, of zeros, with a buffer of its own. */
export function newTypedArrayLike<T extends NumberArray>(like: T, length: number): T {
  return new (like.constructor as new (length: number) => T)(length);
}

/** A typed array of the same kind as `like` over its buffer; byteOffset counts from the buffer's start. */
export function viewLike<T extends NumberArray>(like: T, byteOffset: number, length: number): T {
  return new (like.constructor as new (buffer: ArrayBufferLike, byteOffset: number, length: number) => T)(like.buffer, byteOffset, length);
}

export function newInt8Array(length: number): Int8Array { return new Int8Array(length); }
export function newUint8Array(length: number): Uint8Array { return new Uint8Array(length); }
export function newUint8ClampedArray(length: number): Uint8ClampedArray { return new Uint8ClampedArray(length); }
export function newInt16Array(length: number): Int16Array { return new Int16Array(length); }
export function newUint16Array(length: number): Uint16Array { return new Uint16Array(length); }
export function newInt32Array(length: number): Int32Array { return new Int32Array(length); }
export function newUint32Array(length: number): Uint32Array { return new Uint32Array(length); }
export function newFloat32Array(length: number): Float32Array { return new Float32Array(length); }
export function newFloat64Array(length: number): Float64Array { return new Float64Array(length); }

/** Views over a buffer; the offset is a multiple of the element's size and the elements lie inside the buffer. */
export function viewInt8Array(buffer: ArrayBuffer, byteOffset: number, length: number): Int8Array { return new Int8Array(buffer, byteOffset, length); }
export function viewUint8Array(buffer: ArrayBuffer, byteOffset: number, length: number): Uint8Array { return new Uint8Array(buffer, byteOffset, length); }
export function viewUint8ClampedArray(buffer: ArrayBuffer, byteOffset: number, length: number): Uint8ClampedArray { return new Uint8ClampedArray(buffer, byteOffset, length); }
export function viewInt16Array(buffer: ArrayBuffer, byteOffset: number, length: number): Int16Array { return new Int16Array(buffer, byteOffset, length); }
export function viewUint16Array(buffer: ArrayBuffer, byteOffset: number, length: number): Uint16Array { return new Uint16Array(buffer, byteOffset, length); }
export function viewInt32Array(buffer: ArrayBuffer, byteOffset: number, length: number): Int32Array { return new Int32Array(buffer, byteOffset, length); }
export function viewUint32Array(buffer: ArrayBuffer, byteOffset: number, length: number): Uint32Array { return new Uint32Array(buffer, byteOffset, length); }
export function viewFloat32Array(buffer: ArrayBuffer, byteOffset: number, length: number): Float32Array { return new Float32Array(buffer, byteOffset, length); }
export function viewFloat64Array(buffer: ArrayBuffer, byteOffset: number, length: number): Float64Array { return new Float64Array(buffer, byteOffset, length); }

/** The buffer of a typed array: the same object at each call. */
export function bufferOf(array: NumberArray): ArrayBuffer {
  return array.buffer as ArrayBuffer;
}

/** Offset of the first element from the buffer's start. */
export function byteOffsetOf(array: NumberArray): number {
  return array.byteOffset;
}

/** A small number that is the same for arrays of the same kind only. */
export function typedArrayKind(array: NumberArray): number {
  return kinds.indexOf(array.constructor);
}

const kinds: Function[] = [
  Int8Array, Uint8Array, Uint8ClampedArray, Int16Array, Uint16Array, Int32Array, Uint32Array, Float32Array, Float64Array,
];

/** 1, 2, 4 or 8. */
export function elementByteSize(array: NumberArray): number {
  return array.BYTES_PER_ELEMENT;
}

/** Copies byteCount bytes between the memory of two typed arrays (offsets from their first elements), as memmove. */
export function moveBytes(target: NumberArray, targetByte: number, source: NumberArray, sourceByte: number, byteCount: number): void {
  const from = new Uint8Array(source.buffer, source.byteOffset + sourceByte, byteCount);
  new Uint8Array(target.buffer, target.byteOffset + targetByte, byteCount).set(from);
}

/**
 * The same bytes as an array of the class Buffer: a kind of typed array whose elements are those of Uint8Array, whose prototype is
 * buffer.prototype.ts and inherits from Uint8Array's. newTypedArrayLike and viewLike of a Buffer make Buffers.
 */
export function asBuffer(bytes: Uint8Array): Uint8Array {
  return new Buffer(bytes.buffer as ArrayBuffer, bytes.byteOffset, bytes.length);
}

class Buffer extends Uint8Array {}

/** UTF-8 to string, as the WHATWG decoder: each maximal invalid part becomes U+FFFD; a byte order mark is kept. */
export function decodeUtf8(bytes: Uint8Array, start: number, end: number): string {
  return new (host.TextDecoder)('utf-8', { ignoreBOM: true }).decode(bytes.subarray(start, end));
}

/** String to UTF-8; a lone surrogate becomes U+FFFD. */
export function encodeUtf8(s: string): Uint8Array {
  return new (host.TextEncoder)().encode(s);
}

// ---------------------------------------------------------------------------------------------------------------- platform

/** Writes the whole string as UTF-8 to file descriptor 1 or 2 before it returns. */
export function writeString(fd: number, s: string): void {
  host.written(fd, s);
}

/** Writes all the bytes to file descriptor 1 or 2 before it returns. */
export function writeBytes(fd: number, bytes: Uint8Array): void {
  host.written(fd, decodeUtf8(bytes, 0, bytes.length));
}

/** Ends the program; code in [0, 255]. */
export function platformExit(code: number): never {
  return host.exit(code);
}

/** Milliseconds since the program's start, with a fraction; never runs backwards. */
export function nowMs(): number {
  return host.nowMs();
}

/** Milliseconds since the Unix epoch, with a fraction. */
export function epochMs(): number {
  return host.epochMs();
}

/** Sleeps until nowMs() >= t, without using the processor. */
export function waitUntilMs(t: number): void {
  host.waitUntilMs(t);
}

/** Arguments of the program: the first is its own path. */
export function argumentCount(): number {
  return host.arguments.length;
}

export function argument(i: number): string {
  return host.arguments[i];
}

/** The bytes of a file that was built into the image, by its path as the program names it; a fresh array each time. */
export function includedFile(path: string): Uint8Array | undefined {
  return host.files.get(path);
}

// ---------------------------------------------------------------------------------------------------------------- traces

/** Raw return addresses of a stack. */
export interface Trace {
  readonly frames: string;
}

/** The stack at this point without the frames above and including the innermost call of newTarget; as far as it takes to show `limit` of them, at most 65535. */
export function captureTrace(newTarget: Function, limit: number): Trace {
  const holder = { stack: '' };
  host.captureStackTrace(holder, newTarget);
  const at = holder.stack.indexOf('\n    at ');
  return { frames: at < 0 ? '' : holder.stack.slice(at) };
}

/** As `captureTrace`; no frame at all where `hidden` isn't running. */
export function captureTraceAbove(hidden: Function, limit: number): Trace {
  return captureTrace(hidden, limit);
}

/** `\n    at f (file:line:column)` for each frame to show. */
export function formatTrace(trace: Trace): string {
  return trace.frames;
}

/** The text of a line of the program's source that an uncaught error may show, counted from 1; '' where it isn't known. */
export function sourceLine(file: string, line: number): string {
  return '';
}

// ---------------------------------------------------------------------------------------------------------------- faults

/**
 * Makes the processor raise the fault of this vector, which src/std/hooks throws; returns only if it didn't. A page fault accesses
 * `address`, by a store if `write`.
 */
export function raiseFault(vector: number, address: number, write: boolean): void {
  host.raiseFault(vector, address, write);
}

/** What tests of std put in the machine's place. Nothing compiled sees it. */
export interface Host {
  written(fd: number, s: string): void;
  exit(code: number): never;
  nowMs(): number;
  epochMs(): number;
  waitUntilMs(t: number): void;
  raiseFault(vector: number, address: number, write: boolean): void;
  captureStackTrace(holder: object, above: Function): void;
  arguments: string[];
  files: Map<string, Uint8Array>;
  TextDecoder: new (label: string, options: { ignoreBOM: boolean }) => { decode(bytes: Uint8Array): string };
  TextEncoder: new () => { encode(s: string): Uint8Array };
}

export const host = {
  TextDecoder: (globalThis as unknown as Host).TextDecoder,
  TextEncoder: (globalThis as unknown as Host).TextEncoder,
  captureStackTrace: (Error as unknown as Host).captureStackTrace,
  arguments: ['app'],
  files: new Map(),
} as unknown as Host;
