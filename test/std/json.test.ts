import './prototype-data.ts';
import { describe, expect, it } from 'vitest';
import * as json from '../../src/std/json.ts';
import { outcome } from './outcome.ts';
import { Random } from './random.ts';

function value(random: Random, depth: number): unknown {
  const kind = depth <= 0 ? 0 : random.int(0, 5);
  if (kind === 1 || kind === 2) return Array.from({ length: random.int(0, 4) }, () => value(random, depth - 1));
  if (kind >= 3) {
    const object: Record<string, unknown> = {};
    for (let i = random.int(0, 4); i > 0; i--) object[random.pick(['a', 'b', '"q"', '__proto_', '1', 'é', '\n'])] = value(random, depth - 1);
    if (random.next() < 0.1) object['toJSON'] = (key: string) => ({ from: key });
    return object;
  }
  return random.pick<unknown>([null, true, false, 0, -0, 1.5, NaN, Infinity, 1e21, 'x', '', 'q"\\\n\u0001\ud800é\u{1f600}', undefined, () => {}, Symbol('s'), random.int(-9, 9)]);
}

describe('JSON.stringify', () => {
  it('agrees with node', () => {
    const random = new Random(41);
    for (let round = 0; round < 5000; round++) {
      const v = value(random, 4);
      const space = random.pick<unknown>([undefined, 0, 2, 20, '', '\t', 'long indentation', null, 1.9]);
      const replacer = random.pick<unknown>([undefined, undefined, null, ['a', 'b', 1, 'a'], function (this: unknown, key: string, x: unknown) {
        return key === 'b' ? undefined : typeof x === 'number' ? `${x} in ${typeof this}` : x;
      }]);
      if (typeof replacer === 'function' && depthOf(v) > 3) continue;
      expect(json.stringify(v, replacer as never, space as never)).toBe(JSON.stringify(v, replacer as never, space as never));
    }
  });

  it('tells where a circle is', () => {
    class Node { next: unknown; }
    const one = new Node();
    one.next = one;
    const two: { list: unknown[] } = { list: [] };
    two.list.push(1, two);
    const deep: Record<string, unknown> = {};
    deep['a'] = { b: { c: { d: [deep] } } };
    const inner = { x: { y: {} as Record<string, unknown> } };
    inner.x.y['z'] = inner.x;
    const three: Record<string, unknown> = {};
    three['p'] = { q: [three] };
    for (const circle of [one, two, deep, inner, three, [1n]]) expect(outcome(() => json.stringify(circle))).toEqual(outcome(() => JSON.stringify(circle)));
  });
});

function depthOf(v: unknown): number {
  return typeof v === 'object' && v !== null ? 1 + Math.max(0, ...Object.values(v).map(depthOf)) : 0;
}

describe('JSON.parse', () => {
  it('agrees with node, errors included', () => {
    const random = new Random(42);
    const pieces = ['{', '}', '[', ']', ',', ':', '"a"', '"', '\\', '1', '-', '0', '.5', 'e', 'E+', 'true', 'tru', 'null', 'nul', 'x', ' ', '\n', '\\u00', '\\n', '\u0001', '\u00a0', 'é', '\\x', '\\u12G4', '+'];
    for (let round = 0; round < 40000; round++) {
      let text: string;
      if (random.next() < 0.5) {
        text = JSON.stringify(value(random, 3), null, random.pick([0, 1])) ?? 'undefined';
        for (let i = random.int(0, 2); i > 0; i--) {
          const at = random.int(0, text.length);
          text = text.slice(0, at) + random.pick(pieces) + text.slice(at + random.int(0, 1));
        }
      } else {
        text = Array.from({ length: random.int(0, 6) }, () => random.pick(pieces)).join('');
      }
      expect(outcome(() => json.parse(text)), JSON.stringify(text)).toStrictEqual(outcome(() => JSON.parse(text)));
    }
    for (const text of ['undefined', 'NaN', 'Infinity', '[object Object]', '{"__proto__": 1}', '-', '-x', '1.', '1e', '1e+', '01', '"abc', '"\\', '"\\u12', '{"a" 1}', '{"a":1,}', '[1 2]', 'nul', 'nulx', '1 2', '"a" "b"', '{"a":1 "b"']) {
      expect(outcome(() => json.parse(text)), text).toStrictEqual(outcome(() => JSON.parse(text)));
    }
  });

  it('revives', () => {
    const text = '{"a":[1,2,{"b":3}],"c":"x","d":null}';
    const reviver = function (this: unknown, key: string, v: unknown) {
      return key === '1' || key === 'c' ? undefined : typeof v === 'number' ? v + 1 : v;
    };
    expect(json.parse(text, reviver)).toStrictEqual(JSON.parse(text, reviver));
  });
});
