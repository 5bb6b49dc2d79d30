/**
 * Lets a script import the repository's TypeScript without a build: registers module hooks that strip types (with source maps inline).
 * Imported for its effect, before any `.ts` import: `import './load-typescript.mjs'`, then `await import('../test/…ts')`.
 */
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { isMainThread } from 'node:worker_threads';
import { register } from 'node:module';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const cacheFolder = fileURLToPath(new URL('../build/stripped', import.meta.url));

if (isMainThread) {
  process.setSourceMapsEnabled(true);
  register(import.meta.url);
}

/** Node's `load` hook, which runs on the loader's own thread. */
export async function load(url, context, nextLoad) {
  if (!url.endsWith('.ts') || url.includes('/node_modules/')) return nextLoad(url, context);
  const source = readFileSync(fileURLToPath(url), 'utf8');
  const cached = join(cacheFolder, `${createHash('sha256').update(url).update(source).digest('hex')}.js`);
  if (!existsSync(cached)) {
    const { default: ts } = await import('typescript');
    const compilerOptions = { target: ts.ScriptTarget.ES2023, module: ts.ModuleKind.ESNext, inlineSourceMap: true, inlineSources: true, verbatimModuleSyntax: true };
    mkdirSync(cacheFolder, { recursive: true });
    writeFileSync(`${cached}.${process.pid}`, ts.transpileModule(source, { fileName: fileURLToPath(url), compilerOptions }).outputText);
    renameSync(`${cached}.${process.pid}`, cached);
  }
  return { format: 'module', source: readFileSync(cached, 'utf8'), shortCircuit: true };
}
