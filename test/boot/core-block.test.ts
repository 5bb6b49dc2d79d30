import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { core, coreBlockBytes } from '../../src/layout/core.ts';

test('assembly and compiler agree on the per-core block', () => {
  const text = readFileSync(new URL('../../src/layout/core.inc', import.meta.url), 'utf8');
  const assembly = Object.fromEntries([...text.matchAll(/^(CORE_\w+) +equ (\d+)$/gm)].map(([, name, offset]) => [name, Number(offset)]));
  const compiler = Object.fromEntries(Object.entries(core).map(([name, offset]) =>
    [`CORE_${name.replace(/[A-Z]/g, (letter) => `_${letter}`).toUpperCase()}`, offset]));
  expect(assembly).toEqual({ ...compiler, CORE_BLOCK_BYTES: coreBlockBytes });
});
