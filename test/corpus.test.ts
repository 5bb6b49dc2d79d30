/** The corpus itself: each program is type-correct, ends as its header says, and prints something. */
import { describe, expect, test } from 'vitest';
import { askNode, typeCheck } from './harness/oracle.ts';
import { listApps, listCorpus } from './harness/programs.ts';

const programs = [...listApps(), ...listCorpus()];

describe('the corpus under node', () => {
  test('type-checks', { timeout: 120_000 }, () => {
    expect(typeCheck(programs.map(({ entry }) => entry))).toBe('');
  });

  test('ends as its programs say, with output', { timeout: 300_000 }, async () => {
    const outcomes = await askNode(programs);
    const wrong = programs.flatMap(({ name, exit }, index) => {
      const outcome = outcomes[index];
      const isRight = outcome.exit === exit && (outcome.stdout !== '' || outcome.stderr !== '') && (exit !== 0 || !outcome.stderr.includes('    at '));
      return isRight ? [] : [`${name}: exit ${outcome.exit}, ${outcome.stderr}`];
    });
    expect(wrong).toEqual([]);
  });
});
