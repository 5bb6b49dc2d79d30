/**
 * The second half of `npm run build`: lowers library, runtime and kernel with the compiler that tsc has just written, and keeps the result in
 * dist/shipped, where builds with default options find it. Other options fill the user's compile cache.
 */
import { rmSync } from 'node:fs';
import { openCache } from '../dist/src/host/compile-cache.js';
import { packageFile } from '../dist/src/host/package-root.js';
import { loadLibrary } from '../dist/src/program/library.js';

const shipped = packageFile('dist/shipped');
rmSync(shipped, { recursive: true, force: true });
for (const target of ['toro', 'linux']) await loadLibrary({ target, optimise: 1, debug: false }, openCache(shipped));
