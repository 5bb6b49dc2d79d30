/**
 * Exact assembly and frames, for selection, calling convention and stack maps: golden/NAME.ir gives golden/NAME.asm.
 * `npm run bless` rewrites the latter; the diff is reviewed.
 */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { generate } from '../../src/codegen-x64/generate.ts';
import { printFrames } from '../../src/codegen-x64/print-frames.ts';
import { parseFunctions } from '../../src/ir/parse.ts';
import { verify } from '../../src/ir/verify.ts';

const folder = fileURLToPath(new URL('golden/', import.meta.url));

for (const file of readdirSync(folder).filter((name) => name.endsWith('.ir'))) {
  test(`assembly of ${file}`, () => {
    const text = parseFunctions(readFileSync(folder + file, 'utf8')).map((func) => {
      verify(func);
      const assembled = generate(func);
      return `${assembled.name}:\n${assembled.text}\n; ${printFrames(assembled).trimEnd().replaceAll('\n', '\n; ')}\n`;
    }).join('\n');
    const golden = folder + file.replace('.ir', '.asm');
    if (process.env.BLESS) writeFileSync(golden, text);
    expect(text).toBe(readFileSync(golden, 'utf8'));
  });
}
