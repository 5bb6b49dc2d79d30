/** Random programs, hosted, at the default level, compared with node. `TOROC_FUZZ=N` sets how many. `scripts/fuzz` runs more, and makes failures small. */
import { expect, test } from 'vitest';
import { fuzz } from './harness/fuzz.ts';

const count = Number(process.env['TOROC_FUZZ'] ?? 100);
const firstSeed = 1;

test(`${count} random programs do what node does`, { timeout: 900_000 }, async () => {
  const failures: string[] = [];
  for await (const { seed, kind, description } of fuzz({ firstSeed, count, batchSize: 20, variant: {} })) {
    failures.push(`seed ${seed} ${kind}: ${description}`);
    if (failures.length === 10) break;
  }
  expect(failures).toEqual([]);
});
