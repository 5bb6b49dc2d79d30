/** A main module with await at its top level: ECMA-262 section 16.2.1.5.3, ExecuteAsyncModule. */
import { startAsync } from './async-function.ts';
import { requireSettled } from './exit.ts';
import { Promise } from './promise.ts';

export function startModule(resume: (run: any) => void): void {
  const evaluation = startAsync<void>(resume);
  requireSettled(() => !Promise.isPending(evaluation));
}
