/** Random programs, hosted, at the default level, compared with node. `TOROC_FUZZ=N` sets how many. `scripts/fuzz` runs more, and makes failures small. */
import { expect, test } from 'vitest';
import { fuzzInProcesses } from './harness/fuzz-processes.ts';

const count = Number(process.env['TOROC_FUZZ'] ?? 500);
const firstSeed = 1;
const processes = 2;

test(`${count} random programs do what node does`, { timeout: 900_000 }, async () => {
  const failures: string[] = [];
  for await (const { seed, kind, description } of fuzzInProcesses({ firstSeed, count, batchSize: 10, variant: {} }, processes)) {
    failures.push(`seed ${seed} ${kind}: ${description}`);
    if (failures.length === 10) break;
  }
  expect(failures).toEqual([]);
});
