/** Symbols: `path-relative-to-root-without-.ts#name`; nested functions `…#outer/inner@line:col`. */
import { relative, sep } from 'node:path';

/** The module part of a symbol, e.g. `src/runtime/string`. */
export function symbolOfFile(path: string, root: string): string {
  return relative(root, path).split(sep).join('/').replace(/\.[mc]?[tj]s$/, '').replace(/\s/g, '_');
}
