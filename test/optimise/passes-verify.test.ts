/** Every pass leaves correct IR behind on whole programs, library included. */
import { expect, test } from 'vitest';
import { packageFile } from '../../src/host/package-root.ts';
import { openCache } from '../../src/host/compile-cache.ts';
import { verifyAfter } from '../../src/ir/pass.ts';
import { optimise } from '../../src/optimise/passes.ts';
import { lower } from '../../src/program/lower.ts';
import { solveProgram } from '../../src/program/solve.ts';
import { specialise } from '../../src/specialise/index.ts';

const programs = ['apps/bench/nbody.ts', 'apps/tokenize.ts', 'apps/dijkstra.ts', 'apps/compress.ts'];

test.each(programs)('%s', async (program) => {
  const lowered = await lower({ entry: packageFile(program), target: 'linux', optimise: 1, debug: false, store: openCache() });
  const { solver, initialisers } = solveProgram(lowered);
  const { functions } = specialise(solver, lowered.dialect, initialisers);
  for (const func of functions) verifyAfter(func, { name: 'specialise' });
  const seen = new Set<string>();
  optimise(functions, 2, lowered.dialect.functions, (func, pass) => {
    seen.add(pass.name);
    verifyAfter(func, pass);
  });
  expect([...seen]).toEqual(expect.arrayContaining(['simplify-cfg', 'fold', 'value-numbering', 'inline', 'bounds-checks', 'loop-invariants', 'free-quieting']));
});
