import { chmodSync, mkdtempSync, readFileSync, readdirSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { cacheDirectory, cacheKey, layered, noCache, openCache } from '../../src/host/compile-cache.ts';

let directory: string;
beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), 'toroc-cache-test-'));
});
afterEach(() => {
  rmSync(directory, { recursive: true, force: true });
});

const bytes = (text: string) => new TextEncoder().encode(text);
const text = (content: Uint8Array | undefined) => content && new TextDecoder().decode(content);
const entryPath = (key: string) => join(directory, key.slice(0, 2), key.slice(2));

describe('compile cache', () => {
  test('gives back what was put, in another process too', () => {
    const key = cacheKey('test', 'one');
    openCache(directory).put(key, bytes('content'));
    expect(text(openCache(directory).get(key))).toBe('content');
    expect(openCache(directory).get(cacheKey('test', 'two'))).toBeUndefined();
  });

  test('empty content is content', () => {
    const key = cacheKey('test', 'empty');
    openCache(directory).put(key, bytes(''));
    expect(openCache(directory).get(key)?.length).toBe(0);
  });

  test('keys depend on kind and on where one part ends', () => {
    const keys = [cacheKey('k', 'ab', 'c'), cacheKey('k', 'a', 'bc'), cacheKey('ka', 'b', 'c'), cacheKey('k', 'abc')];
    expect(new Set(keys).size).toBe(4);
    expect(cacheKey('k', 'ab', 'c')).toBe(keys[0]);
    expect(cacheKey('k', bytes('ab'), 'c')).toBe(keys[0]);
  });

  test.each(['damaged', 'cut short', 'empty'])('a %s entry is a miss and can be replaced', (damage) => {
    const key = cacheKey('test', damage);
    const cache = openCache(directory);
    cache.put(key, bytes('some content'));
    const whole = readFileSync(entryPath(key));
    if (damage === 'damaged') whole[40] ^= 1;
    writeFileSync(entryPath(key), damage === 'damaged' ? whole : whole.subarray(0, damage === 'empty' ? 0 : 35));
    expect(cache.get(key)).toBeUndefined();
    cache.put(key, bytes('again'));
    expect(text(cache.get(key))).toBe('again');
  });

  test('leaves no temporary files', () => {
    const key = cacheKey('test', 'x');
    openCache(directory).put(key, bytes('x'));
    expect(readdirSync(join(directory, key.slice(0, 2)))).toEqual([key.slice(2)]);
  });

  test('a directory that cannot be written is a cache that misses', () => {
    const file = join(directory, 'file');
    writeFileSync(file, '');
    for (const impossible of [join(file, 'below'), '/proc/toroc']) {
      const cache = openCache(impossible);
      cache.put(cacheKey('test'), bytes('x'));
      expect(cache.get(cacheKey('test'))).toBeUndefined();
    }
  });

  test.runIf(process.getuid?.() !== 0)('a read-only cache still answers', () => {
    const key = cacheKey('test', 'read-only');
    openCache(directory).put(key, bytes('x'));
    chmodSync(directory, 0o555);
    openCache(directory).put(cacheKey('test', 'other'), bytes('y'));
    expect(text(openCache(directory).get(key))).toBe('x');
    chmodSync(directory, 0o755);
  });

  test('entries unused for more than 30 days go, used ones stay', () => {
    const [old, used, fresh] = ['old', 'used', 'fresh'].map((name) => cacheKey('test', name));
    const cache = openCache(directory);
    for (const key of [old, used]) cache.put(key, bytes(key));
    const longAgo = new Date(Date.now() - 31 * 24 * 3600 * 1000);
    for (const key of [old, used]) utimesSync(entryPath(key), longAgo, longAgo);
    utimesSync(join(directory, 'pruned'), longAgo, longAgo);
    expect(cache.get(used)).toBeDefined();
    cache.put(fresh, bytes('fresh'));
    expect(cache.get(old)).toBeUndefined();
    expect(cache.get(used)).toBeDefined();
    expect(statSync(join(directory, 'pruned')).mtimeMs).toBeGreaterThan(longAgo.getTime());
  });

  test('a layered cache asks the first, then the second, and stores in both', () => {
    const [one, two] = [openCache(join(directory, 'one')), openCache(join(directory, 'two'))];
    const both = layered(one, two);
    const key = cacheKey('test', 'layered');
    expect(both.get(key)).toBeUndefined();
    two.put(key, bytes('second'));
    expect(text(both.get(key))).toBe('second');
    one.put(key, bytes('first'));
    expect(text(both.get(key))).toBe('first');
    both.put(key, bytes('new'));
    expect([one, two].map((store) => text(store.get(key)))).toEqual(['new', 'new']);
  });

  test('--no-cache neither reads nor writes', () => {
    noCache.put(cacheKey('test'), bytes('x'));
    expect(noCache.get(cacheKey('test'))).toBeUndefined();
  });

  test('the directory follows TOROC_CACHE, then XDG_CACHE_HOME', () => {
    expect(cacheDirectory({ TOROC_CACHE: '/a', XDG_CACHE_HOME: '/b' })).toBe('/a');
    expect(cacheDirectory({ XDG_CACHE_HOME: '/b' })).toBe('/b/toroc');
    expect(cacheDirectory({})).toMatch(/\/\.cache\/toroc$/);
  });
});
