/**
 * All programs as hosted executables, compared with node: at the default level, at -O0 and -O2, under --audit, and collecting at every
 * allocation. `TOROC_TEST=pattern` selects by name; `TOROC_OPTIMISE=0|1|2`, `TOROC_AUDIT=1`, `TOROC_CHAOS=1` select one variant.
 */
import { beforeAll, describe, expect, test, vi } from 'vitest';
import { describeDifference } from './harness/compare.ts';
import { type Expectation, askNode } from './harness/oracle.ts';
import { listApps, listCorpus, type TestProgram } from './harness/programs.ts';
import { type BuildVariant, compile, compileVariants, runHosted } from './harness/toroc.ts';

vi.setConfig({ maxConcurrency: 2 });

const runTimeoutMs = 30_000;
const selection = process.env['TOROC_TEST'] ?? '';
const variants = selectVariants(process.env);
const chaosProgram = (program: TestProgram): TestProgram => ({ ...program, args: program.chaosArgs });

const programs = [...listApps(), ...listCorpus()].filter(({ name }) => name.includes(selection));
const expectations = new Map<string, { normal: Expectation; chaos: Expectation }>();

beforeAll(async () => {
  const normal = await askNode(programs);
  const chaos = await askNode(programs.map(chaosProgram));
  programs.forEach(({ name }, index) => expectations.set(name, { normal: normal[index], chaos: chaos[index] }));
}, 300_000);

describe.concurrent('hosted', () => {
  for (const program of programs) (program.pending === null ? test : test.fails)(program.name, { timeout: 300_000 }, async () => {
    if (program.refused !== null) {
      await expect(compile(program, 'linux', variants[0])).rejects.toThrow(program.refused);
      return;
    }
    const executables = await compileVariants(program, variants);
    const differences: Record<string, string> = {};
    for (const [index, variant] of variants.entries()) {
      const difference = await runVariant(program, executables[index], variant);
      if (difference !== undefined) differences[JSON.stringify(variant)] = difference;
    }
    expect(differences).toEqual({});
  });
});

/** How the program differs from what it has to do; undefined: it doesn't. */
async function runVariant(program: TestProgram, executable: string, { chaos = false }: BuildVariant): Promise<string | undefined> {
  const { args } = chaos ? chaosProgram(program) : program;
  const outcome = await runHosted(executable, args, runTimeoutMs);
  if (program.stops === null) return describeDifference(expectations.get(program.name)![chaos ? 'chaos' : 'normal'], outcome);
  const stops = outcome.exit === program.stops && /^(toroc: |FATAL ERROR: )/.test(outcome.stderr);
  return stops ? undefined : `exit code ${outcome.exit}, not ${program.stops}\n${outcome.stderr}`;
}

/** Without a choice: all that a program has to pass. */
function selectVariants({ TOROC_OPTIMISE: level, TOROC_AUDIT: audit, TOROC_CHAOS: chaos }: NodeJS.ProcessEnv): BuildVariant[] {
  if (!level && !audit && !chaos) return [{}, { chaos: true }, { optimise: 0 }, { optimise: 2 }, { audit: true }];
  return [{ ...(level ? { optimise: Number(level) as 0 | 1 | 2 } : {}), ...(audit ? { audit: true } : {}), ...(chaos ? { chaos: true } : {}) }];
}
