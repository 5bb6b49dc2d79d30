/** Golden files beside the tests: `BLESS=1 npx vitest run test/frontend` rewrites them; the diff is reviewed. */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect } from 'vitest';

export function expectGolden(name: string, actual: string): void {
  const path = fileURLToPath(new URL(`golden/${name}`, import.meta.url));
  if (process.env.BLESS || !existsSync(path)) {
    if (!process.env.BLESS) throw new Error(`${path} does not exist: run with BLESS=1`);
    writeFileSync(path, actual);
  }
  expect(actual).toBe(readFileSync(path, 'utf8'));
}
