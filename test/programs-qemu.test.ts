/** All applications, and one program per feature, booted under QEMU and compared with node. */
import { beforeAll, describe, expect, test, vi } from 'vitest';
import { describeMergedDifference } from './harness/compare.ts';
import { type Expectation, askNode } from './harness/oracle.ts';
import { listApps, listCorpus, selectOnePerFeature, type TestProgram } from './harness/programs.ts';
import { compile, runInQemu } from './harness/toroc.ts';

vi.setConfig({ maxConcurrency: 2 });

const runTimeoutMs = 60_000;
const selection = process.env['TOROC_TEST'] ?? '';
/** Programs that end as under node. */
const runsEverywhere = ({ refused, stops, pending }: TestProgram): boolean => refused === null && stops === null && pending === null;

const programs = [...listApps(), ...selectOnePerFeature(listCorpus().filter(runsEverywhere))].filter(({ name }) => name.includes(selection));
const expectations = new Map<string, Expectation>();

beforeAll(async () => {
  const outcomes = await askNode(programs, 'merged');
  programs.forEach(({ name }, index) => expectations.set(name, outcomes[index]));
}, 300_000);

describe.concurrent('under QEMU', () => {
  test.each(programs)('$name', { timeout: 180_000 }, async (program) => {
    const image = await compile(program, 'toro');
    const outcome = await runInQemu(image, program.args, runTimeoutMs);
    expect(describeMergedDifference(expectations.get(program.name)!, outcome)).toBeUndefined();
  });
});
