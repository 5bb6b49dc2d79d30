/** A process of `fuzzInProcesses`: each message is a batch, each answer its failures. */
import { type Failure, fuzz, type FuzzOptions } from './fuzz.ts';

process.on('message', async (batch: FuzzOptions) => {
  const failures: Failure[] = [];
  for await (const failure of fuzz(batch)) failures.push(failure);
  process.send!(failures);
});
