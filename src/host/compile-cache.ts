/**
 * The compile cache: a content-addressed store of byte strings under `~/.cache/toroc`.
 *
 * It can only make a build faster, never wrong and never fail: an entry that is missing, cut short or damaged is a
 * miss, and where the directory cannot be written (read-only, full disk) compilation goes on without it.
 *
 *   DIR/ab/cdef…   one entry; the name is the hex SHA-256 key, split after two digits
 *
 *   0        32                 entry file
 *   [ SHA-256 of content : 32 bytes ][ content ]
 *
 * Entries are written to a temporary name and renamed, so that concurrent builds see whole entries only.
 * Entries that no build has used for `maximumAgeMs` are removed, at most once a day.
 */
import { createHash, randomBytes } from 'node:crypto';
import { mkdirSync, readFileSync, readdirSync, renameSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { dirname, join } from 'node:path';
import { compilerIdentity, packageFile } from './package-root.ts';

export interface CompileCache {
  /** The bytes stored under `key`, or undefined. */
  get(key: string): Uint8Array | undefined;
  /** Stores `bytes` under `key` if it can. */
  put(key: string, bytes: Uint8Array): void;
}

const digestBytes = 32;
const dayMs = 24 * 60 * 60 * 1000;
const maximumAgeMs = 30 * dayMs;

/** The cache that `--no-cache` selects. */
export const noCache: CompileCache = { get: () => undefined, put: () => {} };

/** TOROC_CACHE, else XDG_CACHE_HOME/toroc, else ~/.cache/toroc. */
export function cacheDirectory(environment: NodeJS.ProcessEnv = process.env): string {
  if (environment.TOROC_CACHE) return environment.TOROC_CACHE;
  return join(environment.XDG_CACHE_HOME || join(homedir(), '.cache'), 'toroc');
}

/**
 * A key for a result of this compiler: hex SHA-256 over the compiler's identity, the `kind` of result and all that it
 * is computed from.
 */
export function cacheKey(kind: string, ...parts: (string | Uint8Array)[]): string {
  return lastingKey(kind, compilerIdentity(), ...parts);
}

/**
 * A key for what does not depend on the compiler. Parts are length-prefixed, so that ('ab', 'c') and ('a', 'bc')
 * differ.
 */
export function lastingKey(kind: string, ...parts: (string | Uint8Array)[]): string {
  const hash = createHash('sha256');
  for (const part of [kind, ...parts]) {
    const bytes = typeof part === 'string' ? Buffer.from(part) : part;
    hash.update(`${bytes.length}:`).update(bytes);
  }
  return hash.digest('hex');
}

export function openCache(directory: string = cacheDirectory()): CompileCache {
  const pathOf = (key: string) => join(directory, key.slice(0, 2), key.slice(2));
  return {
    get(key) {
      try {
        const path = pathOf(key);
        const entry = readFileSync(path);
        const content = entry.subarray(digestBytes);
        if (!digest(content).equals(entry.subarray(0, digestBytes))) return undefined;
        markUsed(path);
        return content;
      } catch {
        return undefined;
      }
    },
    put(key, bytes) {
      const path = pathOf(key);
      const temporary = `${path}.${process.pid}.${randomBytes(4).toString('hex')}`;
      try {
        makeDirectory(dirname(path));
        writeFileSync(temporary, Buffer.concat([digest(bytes), bytes]));
        renameSync(temporary, path);
        removeUnused(directory);
      } catch {
        removeIfThere(temporary);
      }
    },
  };
}

/** Read-only: what this package was built with (`npm run build`), for the sources that it was built from. */
export function shippedEntries(): CompileCache {
  const { get } = openCache(packageFile('dist/shipped'));
  return { get, put: () => {} };
}

/** Asks `first`, then `second`, and stores in both. */
export function layered(first: CompileCache, second: CompileCache): CompileCache {
  return {
    get: (key) => first.get(key) ?? second.get(key),
    put(key, bytes) {
      first.put(key, bytes);
      second.put(key, bytes);
    },
  };
}

function digest(bytes: Uint8Array): Buffer {
  return createHash('sha256').update(bytes).digest();
}

/** mkdir -p. Node's own `recursive: true` never returns where a parent refuses with ENOENT, as below /proc. */
function makeDirectory(path: string): void {
  for (const missing of [() => makeDirectory(dirname(path)), undefined]) {
    try {
      return mkdirSync(path);
    } catch (error) {
      const { code } = error as NodeJS.ErrnoException;
      if (code === 'EEXIST') return;
      if (code !== 'ENOENT' || missing === undefined) throw error;
      missing();
    }
  }
}

function removeIfThere(path: string): void {
  try {
    rmSync(path, { force: true });
  } catch {
    // A directory that takes no writes may also refuse removal; what is left is a miss for everybody.
  }
}

/** An entry's modification time says when it was last used, to within a day. */
function markUsed(path: string): void {
  const now = new Date();
  try {
    if (now.getTime() - statSync(path).mtimeMs > dayMs) utimesSync(path, now, now);
  } catch {
    // Read-only cache: entries age, and nobody can remove them either.
  }
}

/** Removes what nobody has used for `maximumAgeMs`; the stamp file `pruned` limits this to once a day. */
function removeUnused(directory: string): void {
  const stamp = join(directory, 'pruned');
  const now = Date.now();
  if (now - (statSync(stamp, { throwIfNoEntry: false })?.mtimeMs ?? 0) < dayMs) return;
  writeFileSync(stamp, '');
  for (const entry of readdirSync(directory, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue;
    const path = join(entry.parentPath ?? entry.path, entry.name);
    if (now - (statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? now) > maximumAgeMs) removeIfThere(path);
  }
}
