import { readdirSync } from 'node:fs';
import { resolve } from 'node:path';
import { expect, test } from 'vitest';
import { CompileError } from '../../src/frontend/diagnostic.ts';
import { lowerDialect } from '../../src/frontend/dialect/lower.ts';

/** The compiler names runtime functions without their modules. */
test('the whole runtime lowers, and no two of its functions have one name', () => {
  const files = readdirSync('src/runtime').map((file) => resolve('src/runtime', file));
  try {
    const names = lowerDialect(files, 'linux')
      .filter((module) => module.name.startsWith('src/runtime/'))
      .flatMap((module) => [...module.functions.keys()].map((symbol) => symbol.slice(symbol.indexOf('#') + 1)));
    expect(names.filter((name, i) => names.indexOf(name) !== i)).toEqual([]);
  } catch (error) {
    if (!(error instanceof CompileError)) throw error;
    expect(error.diagnostics.map(({ message, file, line }) => `${file}:${line} ${message}`)).toEqual([]);
  }
});
