/**
 * The hash of strings, for static cells and static tables; src/runtime/string-hash.ts computes the same at run time.
 * FNV-1a over 16-bit code units (so that both widths of cell agree), then a final mix, since tables use the low bits; never 0.
 */
export const HASH_SEED = 0x811c9dc5;
export const HASH_PRIME = 0x01000193;
export const HASH_MIX = 0x85ebca6b;

export function stringHash(text: string): number {
  let hash = HASH_SEED;
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), HASH_PRIME);
  hash = Math.imul(hash ^ (hash >>> 16), HASH_MIX);
  hash = (hash ^ (hash >>> 13)) >>> 0;
  return hash === 0 ? 1 : hash;
}
