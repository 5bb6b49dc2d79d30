import { addr, i32, load16, load32, load8, type ref, store32, u32, u64 } from 'toro:machine';
import { HASH_MIX, HASH_PRIME, HASH_SEED } from '../layout/string-hash.ts';
import { STRING_HASH } from '../layout/string.ts';
import { isWide, stringLength, unitsOf } from './string-cell.ts';
import { flatten } from './string-rope.ts';

/** The hash of the code units, as src/layout/string-hash.ts; kept in the flat cell. Static cells have theirs from the compiler. */
export function hashOfString(s: ref): u32 {
  const flat = flatten(s);
  const known = load32(flat, STRING_HASH);
  if (known !== 0) return known;
  const hash = computeHash(flat);
  store32(flat, hash, STRING_HASH);
  return hash;
}

/** A non-negative int32, for the library. */
export function stringHash(s: ref): i32 {
  return i32(hashOfString(s) & 0x7fff_ffff);
}

/** @noalloc */
function computeHash(flat: ref): u32 {
  let hash = u32(HASH_SEED);
  let at = unitsOf(flat);
  if (isWide(flat)) {
    const end = addr(at + (u64(stringLength(flat)) << 1n));
    for (; at < end; at = addr(at + 2n)) hash = u32(Math.imul(hash ^ load16(at), HASH_PRIME));
  } else {
    const end = addr(at + u64(stringLength(flat)));
    for (; at < end; at = addr(at + 1n)) hash = u32(Math.imul(hash ^ load8(at), HASH_PRIME));
  }
  hash = u32(Math.imul(hash ^ (hash >>> 16), HASH_MIX));
  hash = u32(hash ^ (hash >>> 13));
  return hash === 0 ? u32(1) : hash;
}
