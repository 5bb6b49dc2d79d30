import { test } from 'vitest';
import { readdirSync, writeFileSync } from 'node:fs';
import { lowerDialect } from '../../src/frontend/index.ts';
import { CompileError } from '../../src/frontend/diagnostic.ts';
import { printFunction } from '../../src/ir/print.ts';
import { verify } from '../../src/ir/verify.ts';
test('all', () => {
  const dir = process.env.DIALECT_DIR ?? '/work/main/src/runtime';
  const files = readdirSync(dir).filter(f=>f.endsWith('.ts')).map(f=>dir+'/'+f);
  try {
    const t = performance.now();
    const modules = lowerDialect(files, 'linux');
    console.log(performance.now()-t);
    let out='';
    for (const m of modules) { for (const f of m.functions.values()) { out += printFunction(f); try { verify(f);} catch (e) { console.log((e as Error).message);} }
     for (const d of m.data.values()) out += `data ${d.symbol} ${d.section} ${d.words.length}\n`; }
    writeFileSync('/tmp/dialect.ir', out);
  } catch (e) { if (e instanceof CompileError) for (const d of e.diagnostics.slice(0,40)) console.log(`${d.file}:${d.line}:${d.column} ${d.message} [${d.hint}]\n   ${d.sourceLine}`); else throw e; }
});
