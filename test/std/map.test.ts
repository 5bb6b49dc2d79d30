import './prototype-data.ts';
import util from 'node:util';
import { describe, expect, it } from 'vitest';
import { Map as StdMap } from '../../src/std/map.ts';
import { inspect } from '../../src/std/inspect.ts';
import { Set as StdSet } from '../../src/std/set.ts';
import { WeakMap as StdWeakMap } from '../../src/std/weak-map.ts';
import { WeakSet as StdWeakSet } from '../../src/std/weak-set.ts';
import { outcome } from './outcome.ts';
import { Random } from './random.ts';

const objects = [{}, {}, [], () => {}];
function key(random: Random, range: number): unknown {
  return random.pick<unknown>([
    random.int(0, range), random.int(0, range), `k${random.int(0, range)}`, random.int(0, range) / 4, 0, -0, NaN, undefined, null, true, false, '', 1, '1', random.pick(objects),
    -random.int(0, range), 2 ** 32 + random.int(0, range), Infinity,
  ]);
}

type Either = Map<unknown, unknown> | StdMap<unknown, unknown>;

/** The same random operations on a map, with iterators that stay open meanwhile; a log of all that could be seen. */
function play(make: () => Either, seed: number): unknown[] {
  const random = new Random(seed);
  const range = random.pick([2, 8, 40, 400]);
  const map = make();
  const log: unknown[] = [];
  const open: Iterator<unknown>[] = [];
  const deleteShare = random.next() * 0.5;
  for (let step = 0; step < 300; step++) {
    const roll = random.next();
    const k = key(random, range);
    if (roll < deleteShare) log.push(map.delete(k));
    else if (roll < 0.75) log.push(map.set(k, step) === (map as unknown));
    else if (roll < 0.85) log.push(map.get(k), map.has(k));
    else if (roll < 0.9) {
      open.push(random.pick([() => map.keys(), () => map.values(), () => map.entries(), () => map[Symbol.iterator]()])());
    } else if (roll < 0.91) map.clear();
    else if (roll < 0.93) {
      let visits = 0;
      map.forEach((value, k2, self) => {
        log.push(value, k2, self === (map as unknown));
        if (visits++ > 50) return;
        const inner = random.next();
        if (inner < 0.2) map.delete(key(random, range));
        else if (inner < 0.3) map.set(key(random, range), visits);
        else if (inner < 0.31) map.clear();
      });
    }
    for (const iterator of open) if (random.next() < 0.2) log.push(iterator.next());
    log.push(map.size);
  }
  return [log, [...map.entries()], open.map((iterator) => [iterator.next(), iterator.next()])];
}

describe('Map', () => {
  it('agrees with node under random operations and open iterators', () => {
    for (let seed = 1; seed <= 800; seed++) {
      expect(play(() => new StdMap(), seed), `seed ${seed}`).toStrictEqual(play(() => new Map(), seed));
    }
  });

  it('is made from entries', () => {
    for (const source of [undefined, null, [], [[1, 2], [1, 3], ['a', 4]], new Map([[1, 2]]), [1], ['ab'], [{ 0: 'k', 1: 'v' }]]) {
      const make = (Made: new (source: never) => Either) => outcome(() => [...new Made(source as never)]);
      expect(make(StdMap)).toEqual(make(Map));
    }
  });

  it('keeps working through many insertions and removals', () => {
    const map = new StdMap<number, number>();
    for (let i = 0; i < 100000; i++) {
      map.set(i, i * 2);
      if (i >= 10) map.delete(i - 10);
    }
    expect([...map.keys()]).toEqual([99990, 99991, 99992, 99993, 99994, 99995, 99996, 99997, 99998, 99999]);
    expect(map.get(99995)).toBe(199990);
  });

  it('has a tag and takes methods on subclasses', () => {
    class Counted extends StdMap<string, number> {
      sets = 0;
      override set(key: string, value: number): this {
        this.sets = (this.sets ?? 0) + 1;
        return super.set(key, value);
      }
    }
    const counted = new Counted([['a', 1], ['b', 2]]);
    counted.set('c', 3);
    expect(counted.size).toBe(3);
    expect(Object.prototype.toString.call(counted)).toBe('[object Map]');
  });
});

describe('WeakMap and WeakSet', () => {
  it('keep objects only', () => {
    const keys = [{}, () => {}, []];
    const run = (make: (entries: [object, number][]) => WeakMap<object, number>, makeSet: (values: object[]) => WeakSet<object>) => {
      const map = make([[keys[0]!, 1]]);
      const set = makeSet([keys[1]!]);
      return [
        map.get(keys[0]!), map.has(keys[1]!), map.set(keys[1]!, 2) === map, map.get(keys[1]!), map.delete(keys[0]!), map.delete(keys[0]!), map.get(3 as never), map.has('x' as never),
        outcome(() => map.set(3 as never, 1)), set.has(keys[1]!), set.add(keys[2]!) === set, set.delete(keys[1]!), set.has(keys[1]!), set.has(3 as never), outcome(() => set.add('x' as never)),
        String(map), String(set),
      ];
    };
    expect(run((entries) => new StdWeakMap(entries) as never, (values) => new StdWeakSet(values) as never)).toEqual(run((entries) => new WeakMap(entries), (values) => new WeakSet(values)));
    expect(inspect([new StdWeakMap(), new StdWeakSet()])).toBe(util.inspect([new WeakMap(), new WeakSet()]));
  });
});

describe('Set', () => {
  it('agrees with node under random operations and open iterators', () => {
    for (let seed = 1; seed <= 500; seed++) {
      const run = (make: () => Set<unknown> | StdSet<unknown>) => {
        const random = new Random(seed);
        const set = make();
        const log: unknown[] = [];
        const open: Iterator<unknown>[] = [];
        const range = random.pick([3, 20, 200]);
        for (let step = 0; step < 200; step++) {
          const k = key(random, range);
          const roll = random.next();
          if (roll < 0.5) log.push(set.add(k) === (set as unknown));
          else if (roll < 0.8) log.push(set.delete(k));
          else if (roll < 0.85) log.push(set.has(k));
          else if (roll < 0.9) open.push(random.pick([() => set.keys(), () => set.values(), () => set.entries(), () => set[Symbol.iterator]()])());
          else if (roll < 0.91) set.clear();
          else if (roll < 0.93) set.forEach((value, again) => log.push(value, again));
          for (const iterator of open) if (random.next() < 0.2) log.push(iterator.next());
          log.push(set.size);
        }
        return [log, [...set]];
      };
      expect(run(() => new StdSet()), `seed ${seed}`).toStrictEqual(run(() => new Set()));
    }
    expect([...new StdSet('hello')]).toEqual([...new Set('hello')]);
  });
});
