/**
 * Type keys: strings that name contexts (grammar at the head of src/ir/js-ops.ts). They come from the checker, so they may be wrong;
 * they decide only which values are analysed together.
 */

/** Nesting beyond which a key becomes `any`: polymorphic recursion must end. */
const MAX_DEPTH = 3;
const MAX_LENGTH = 120;

/** Replaces $0, $1 … by the keys of the context, and cuts what grows too deep. */
export function substitute(key: string, context: readonly string[]): string {
  const replaced = key.includes('$') ? key.replace(/\$(\d+)/g, (_all, index: string) => context[Number(index)] ?? 'any') : key;
  return depth(replaced) > MAX_DEPTH || replaced.length > MAX_LENGTH ? 'any' : replaced;
}

function depth(key: string): number {
  let deepest = 0;
  let now = 0;
  for (const c of key) {
    if (c === '<' || c === '{') deepest = Math.max(deepest, ++now);
    else if (c === '>' || c === '}') now--;
  }
  return deepest;
}

/** `Array<K>` → K; `any` for other keys. */
export function elementKey(key: string): string {
  return key.startsWith('Array<') && key.endsWith('>') ? key.slice(6, -1) : 'any';
}

/**
 * A key as a library file wrote it, substituted: its own `any` is none of the program's, so that what console.log collects of all values
 * never meets a program's arrays.
 */
export function libraryKey(file: string, written: string, substituted: string): string {
  return written === 'any' ? `any${libraryFile(file)}` : substituted;
}

/** `@file` for a file of the library, '' for the program's. */
export function libraryFile(file: string): string {
  return file.startsWith('src/std/') ? `@${file}` : '';
}
