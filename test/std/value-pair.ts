/** Random values made twice: of std's classes and of node's own. */
import * as errors from '../../src/std/error.ts';
import { Map as StdMap } from '../../src/std/map.ts';
import { Set as StdSet } from '../../src/std/set.ts';
import type { Random } from './random.ts';

export interface Pair {
  std: unknown;
  native: unknown;
}

const same = (value: unknown): Pair => ({ std: value, native: value });

class Point {
  x = 1;
  y: unknown = 2;
}
class Tagged extends Point {
  get [Symbol.toStringTag]() {
    return 'Tag';
  }
  get hidden() {
    return 1;
  }
}
const words = ['a', 'name', 'some text', "it's", `"both" 'quotes'`, '`all` \'three\' "kinds"', 'line\nbreak', '\x00\x1b\x7f', '', 'äöü', '日本語',
  '\ud800', '\u{1f600}', 'x'.repeat(30), 'y'.repeat(90), 'many words that go\nover several\nlines and are longer than what fits, I think', 'tab\t', '\\'];
const keys = ['a', 'b', 'key', 'a-b', '1', '42', 'ünï', "it's", '', 'longerPropertyName', '_x9', '9x'];

function primitive(random: Random): unknown {
  return random.pick<unknown>([
    undefined, null, true, false, 0, -0, 1, 1.5, NaN, -Infinity, random.int(-1000, 1000), random.int(0, 10), random.next(), random.bits(),
    random.pick(words), random.pick(words), Symbol('sym'), Symbol(), 12n,
  ]);
}

function error(random: Random, depth: number): Pair {
  const name = random.pick(['Error', 'TypeError', 'RangeError', 'SyntaxError'] as const);
  const message = random.pick(['', 'bad', 'two\nlines']);
  const Std = class extends errors[name] {};
  const Native = class extends globalThis[name] {};
  const className = random.pick([name, 'MyError', 'Failure', `${name}Sub`]);
  Object.defineProperty(Std, 'name', { value: className });
  Object.defineProperty(Native, 'name', { value: className });
  const cause = random.next() < 0.3 && depth > 0 ? pair(random, depth - 1) : undefined;
  const make = (Made: new (message: string, options?: ErrorOptions) => Error, Base: new (m: string, o?: ErrorOptions) => Error, value: unknown) =>
    new (className === name ? Base : Made)(message, cause === undefined ? undefined : { cause: value });
  const std = make(Std as never, errors[name] as never, cause?.std) as Error & { extra?: unknown };
  const native = make(Native as never, globalThis[name], cause?.native) as Error & { extra?: unknown };
  const frames = random.pick(['', '\n    at f (file.ts:1:2)\n    at g (file.ts:3:4)\n    at h (file.ts:5:6)\n    at i (x.ts:1:1)\n    at j (y.ts:1:1)']);
  const header = message === '' ? name : `${name}: ${message}`;
  for (const made of [std, native]) {
    made.stack = random.next() < 0 ? '' : header + frames;
    if (frames === '' && message === '') Object.defineProperty(made, 'stack', { value: header, enumerable: false });
  }
  if (random.next() < 0.3) {
    const extra = pair(random, depth - 1);
    std.extra = extra.std;
    native.extra = extra.native;
  }
  if (random.next() < 0.3) std.name = native.name = random.pick(['MyError', 'Custom', 'error']);
  return { std, native };
}

const functions = [
  function named() {}, () => {}, async function later() {}, function* many() {}, async function* both() {}, class A {}, class extends Point {}, class B extends Tagged {},
  Object.assign(() => {}, { extra: 1 }), Math.max,
];

/** A value of at most that depth of containers. */
export function pair(random: Random, depth: number): Pair {
  const kind = depth <= 0 ? 0 : random.int(0, 13);
  const length = random.pick([0, 1, 2, 3, 5, 7, 8, 12, 30, 105]);
  switch (kind) {
    case 1: case 2: case 3: {
      const std: unknown[] = [];
      const native: unknown[] = [];
      const style = random.int(0, 5);
      for (let i = 0; i < length; i++) {
        if (style === 0 && random.next() < 0.3) std.length = native.length = i + 1;
        else {
          const made = style === 1 ? same(random.int(-100, 10 ** random.int(0, 6))) : style === 2 ? same(random.pick(words).slice(0, 12)) : length > 12 ? same(primitive(random)) : pair(random, depth - 1);
          std[i] = made.std;
          native[i] = made.native;
        }
      }
      if (style === 5 && random.next() < 0.4) {
        (std as unknown as Record<string, unknown>)['extra'] = 1;
        (native as unknown as Record<string, unknown>)['extra'] = 1;
      }
      return { std, native };
    }
    case 4: case 5: case 6: {
      const style = random.int(0, 6);
      const make = () => (style === 0 ? Object.create(null) : style === 1 ? new Point() : style === 2 ? new Tagged() : {}) as Record<string | symbol, unknown>;
      const std = make();
      const native = make();
      for (let i = 0; i < Math.min(length, 8); i++) {
        const key = random.next() < 0.05 ? Symbol('key\n') : random.pick(keys);
        const made = random.next() < 0.08 ? { std, native } : pair(random, depth - 1);
        std[key] = made.std;
        native[key] = made.native;
      }
      if (style === 3) {
        for (const o of [std, native]) {
          Object.defineProperty(o, 'got', { get: () => 1, enumerable: true, configurable: true });
          Object.defineProperty(o, 'set', { set: () => {}, enumerable: true, configurable: true });
          Object.defineProperty(o, 'both', { get: () => 1, set: () => {}, enumerable: true, configurable: true });
        }
      }
      return { std, native };
    }
    case 7: case 8: {
      const std = new StdMap<unknown, unknown>();
      const native = new Map<unknown, unknown>();
      for (let i = 0; i < length; i++) {
        const key = random.next() < 0.2 ? pair(random, depth - 1) : same(random.pick<unknown>([random.int(0, 200), random.pick(words)]));
        const value = random.next() < 0.05 ? { std, native } : pair(random, length > 12 ? 0 : depth - 1);
        std.set(key.std, value.std);
        native.set(key.native, value.native);
      }
      const which = random.int(0, 9);
      if (which === 0) return { std: std.keys(), native: native.keys() };
      if (which === 1) return { std: std.entries(), native: native.entries() };
      if (which === 2) return { std: std.values(), native: native.values() };
      return { std, native };
    }
    case 9: {
      const std = new StdSet<unknown>();
      const native = new Set<unknown>();
      for (let i = 0; i < length; i++) {
        const value = pair(random, length > 12 ? 0 : depth - 1);
        std.add(value.std);
        native.add(value.native);
      }
      const which = random.int(0, 7);
      if (which === 0) return { std: std.values(), native: native.values() };
      if (which === 1) return { std: std.entries(), native: native.entries() };
      return { std, native };
    }
    case 10: return error(random, depth);
    case 11: return same(random.pick<unknown>(functions));
    case 12: {
      const array = new (random.pick<new (n: number) => Float64Array>([Uint8Array as never, Float64Array, Int32Array as never, Uint8ClampedArray as never]))(length);
      for (let i = 0; i < length; i++) array[i] = random.bits();
      return same(random.next() < 0.1 ? array.buffer : array);
    }
    default: return same(primitive(random));
  }
}
