/**
 * What `npm run build` does after tsc. Copies what tsc leaves where it is. Then lowers library, runtime and kernel with the compiler that tsc has
 * just written, and keeps the result in dist/shipped, where builds with default options find it; other options fill the user's compile cache.
 */
import { copyFileSync, rmSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
for (const file of ['src/frontend/load-ts-morph.cjs']) copyFileSync(`${root}${file}`, `${root}dist/${file}`);

const { openCache } = await import('../dist/src/host/compile-cache.js');
const { loadLibrary } = await import('../dist/src/program/library.js');
const shipped = `${root}dist/shipped`;
rmSync(shipped, { recursive: true, force: true });
for (const target of ['toro', 'linux']) await loadLibrary({ target, optimise: 1, debug: false }, openCache(shipped));
