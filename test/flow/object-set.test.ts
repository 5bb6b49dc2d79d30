import { describe, expect, test } from 'vitest';
import { AbstractObject } from '../../src/flow/object.ts';
import { ObjectSet } from '../../src/flow/object-set.ts';

const [a, b, c, d] = [0, 1, 2, 3].map((id) => new AbstractObject(id, 'literal', `o${id}`, [])) as [AbstractObject, AbstractObject, AbstractObject, AbstractObject];
const keys = (set: ObjectSet): string => [...set].map(({ key }) => key).join(' ');

describe('a set of abstract objects', () => {
  test('holds each object once, in the order of ids', () => {
    expect(keys(ObjectSet.of(c, a, c))).toBe('o0 o2');
    expect(ObjectSet.of(c, a, c).size).toBe(2);
  });

  test('knows its members', () => {
    const set = ObjectSet.of(a, c);
    expect([a, b, c, d].map((o) => set.has(o))).toEqual([true, false, true, false]);
    expect(ObjectSet.EMPTY.has(a)).toBe(false);
  });

  test('joins with another', () => {
    expect(keys(ObjectSet.of(a, d).union(ObjectSet.of(b, c, d)))).toBe('o0 o1 o2 o3');
    expect(keys(ObjectSet.EMPTY.union(ObjectSet.of(b)))).toBe('o1');
  });

  test('stays the same set when nothing is new', () => {
    const set = ObjectSet.of(a, b, c);
    expect(set.union(ObjectSet.of(b))).toBe(set);
    expect(ObjectSet.of(b).union(set)).toBe(set);
    expect(set.union(ObjectSet.EMPTY)).toBe(set);
    expect(set.filter(() => true)).toBe(set);
    expect(set.filter(() => false)).toBe(ObjectSet.EMPTY);
    expect(keys(set.filter((o) => o !== b))).toBe('o0 o2');
  });
});
