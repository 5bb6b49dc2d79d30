import { expect, test } from 'vitest';
import { LazyMap, union } from '../../src/ir/lazy-map.ts';
import { pack, unpack } from '../../src/program/archive.ts';

test('an archive gives back its head and values, each decoded once and only when it is asked for', () => {
  const bytes = pack({ head: { n: 12n }, values: new Map([['a', { x: [1] }], ['b', { x: [2, 3] }], ['c', { x: [] }]]) });
  const decoded: number[] = [];
  // At an odd offset, as a file's content behind a header can lie.
  const moved = Buffer.concat([Buffer.alloc(33), bytes]).subarray(33);
  const { head, values } = unpack<{ n: bigint }, { x: number[] }>(moved, (value) => {
    decoded.push(value.x.length);
    return value;
  });
  expect(head).toEqual({ n: 12n });
  expect([...values.keys()]).toEqual(['a', 'b', 'c']);
  expect(decoded).toEqual([]);
  expect(values.get('b')).toBe(values.get('b'));
  expect(values.get('b')).toEqual({ x: [2, 3] });
  expect(decoded).toEqual([2]);
  expect(values.get('d')).toBeUndefined();
  expect([...values.values()].map(({ x }) => x.length)).toEqual([1, 2, 0]);
  expect(decoded).toEqual([2, 1, 0]);
});

test('an archive that is cut short is an error, not another value', () => {
  const bytes = pack({ head: 1, values: new Map([['a', { x: 'some text' }]]) });
  expect(() => unpack(bytes.subarray(0, bytes.length - 4), (value: object) => value).values.get('a')).toThrow();
  expect(() => unpack(bytes.subarray(0, 12), (value: object) => value)).toThrow();
});

test('a lazy map is a Map: size, has, set, order, forEach', () => {
  const made: string[] = [];
  const map = new LazyMap(['x', 'y'], (name) => {
    made.push(name);
    return { name };
  });
  map.set('z', { name: 'set' });
  map.set('x', { name: 'other' });
  expect([map.size, map.has('y'), map.has('w'), made]).toEqual([3, true, false, []]);
  const seen: string[] = [];
  map.forEach(({ name }, key) => seen.push(`${key}=${name}`));
  expect(seen).toEqual(['x=other', 'y=y', 'z=set']);
  expect(new Map(map).get('y')).toEqual({ name: 'y' });
  expect(made).toEqual(['y']);
});

test('a union makes no value, and of equal names the last counts', () => {
  const lazy = new LazyMap(['a', 'b'], (name) => (name === 'a' ? { from: 'lazy' } : expect.fail('made')));
  const both = union([lazy, new Map([['b', { from: 'second' }]])]);
  expect([...both.keys()]).toEqual(['a', 'b']);
  expect(both.get('b')).toEqual({ from: 'second' });
  expect(both.get('a')).toBe(lazy.get('a'));
});
