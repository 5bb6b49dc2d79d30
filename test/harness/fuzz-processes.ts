/** Random programs in several processes at once: each gets a batch when it has nothing left to do. */
import { type ChildProcess, fork } from 'node:child_process';
import { join } from 'node:path';
import { boundedConcurrency } from './execute.ts';
import type { Failure, FuzzOptions } from './fuzz.ts';
import { repositoryRoot } from './programs.ts';

/** Workers import TypeScript; their young generation is as large as that of tests (vitest.config.ts). */
const execArgv = ['--max-semi-space-size=64', '--import', join(repositoryRoot, 'scripts/load-typescript.mjs')];

/** As `fuzz`, in this many processes. Failures come in the order of their seeds. Rejects where a process ends before its work. */
export async function* fuzzInProcesses({ firstSeed, count, batchSize, variant }: FuzzOptions, processes: number): AsyncGenerator<Failure> {
  const end = firstSeed + count;
  const batches: FuzzOptions[] = [];
  for (let seed = firstSeed; seed < end; seed += batchSize) batches.push({ firstSeed: seed, count: Math.min(batchSize, end - seed), batchSize, variant });
  const workers = Array.from({ length: processes }, () => fork(join(repositoryRoot, 'test/harness/fuzz-worker.ts'), { cwd: repositoryRoot, execArgv }));
  const idle = [...workers];
  const limited = boundedConcurrency(processes);
  const results = batches.map((batch) => limited(async () => {
    const worker = idle.pop()!;
    const failures = await runBatch(worker, batch);
    idle.push(worker);
    return failures;
  }));
  // The first that rejects is awaited below, or nobody asks any more.
  for (const result of results) result.catch(() => {});
  try {
    for (const failures of results) yield* await failures;
  } finally {
    for (const worker of workers) worker.kill();
  }
}

function runBatch(worker: ChildProcess, batch: FuzzOptions): Promise<Failure[]> {
  return new Promise((resolve, reject) => {
    const onExit = (code: number | null, signal: string | null): void => {
      reject(new Error(`the process with seeds from ${batch.firstSeed} ended with ${code ?? signal}`));
    };
    worker.once('exit', onExit);
    worker.once('message', (failures) => {
      worker.off('exit', onExit);
      resolve(failures as Failure[]);
    });
    worker.send(batch);
  });
}
