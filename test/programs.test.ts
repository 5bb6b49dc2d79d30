/** All programs as hosted executables, at the default level, compared with node. `TOROC_TEST=pattern` selects by name; `TOROC_OPTIMISE=0|1|2` sets the level. */
import { beforeAll, describe, expect, test, vi } from 'vitest';
import { describeDifference } from './harness/compare.ts';
import { type Expectation, askNode } from './harness/oracle.ts';
import { listApps, listCorpus } from './harness/programs.ts';
import { type BuildVariant, compile, runHosted } from './harness/toroc.ts';

vi.setConfig({ maxConcurrency: 2 });

const runTimeoutMs = 20_000;
const selection = process.env['TOROC_TEST'] ?? '';
const level = process.env['TOROC_OPTIMISE'];
const variant: BuildVariant = {
  ...(level === undefined ? {} : { optimise: Number(level) as 0 | 1 | 2 }),
  ...(process.env['TOROC_AUDIT'] ? { audit: true } : {}),
  ...(process.env['TOROC_CHAOS'] ? { chaos: true } : {}),
};

const programs = [...listApps(), ...listCorpus()].filter(({ name }) => name.includes(selection));
const expectations = new Map<string, Expectation>();

beforeAll(async () => {
  const outcomes = await askNode(programs);
  programs.forEach(({ name }, index) => expectations.set(name, outcomes[index]));
}, 300_000);

describe.concurrent('hosted', () => {
  for (const program of programs) (program.pending === null ? test : test.fails)(program.name, { timeout: 120_000 }, async () => {
    if (program.refused !== null) {
      await expect(compile(program, 'linux', variant)).rejects.toThrow(program.refused);
      return;
    }
    const executable = await compile(program, 'linux', variant);
    const outcome = await runHosted(executable, program.args, runTimeoutMs);
    if (program.stops !== null) {
      expect([outcome.exit, outcome.stderr]).toEqual([program.stops, expect.stringMatching(/^(toroc: |FATAL ERROR: )/)]);
      return;
    }
    expect(describeDifference(expectations.get(program.name)!, outcome)).toBeUndefined();
  });
});
