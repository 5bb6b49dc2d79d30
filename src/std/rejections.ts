/** Promises that are rejected without a handler: HostPromiseRejectionTracker (ECMA-262 27.2.1.9) as node 20's lib/internal/process/promises.js. */

import { describe } from './callable.ts';
import { Error } from './error.ts';
import { registerRejections } from './event-loop.ts';
import { Promise } from './promise.ts';

let rejected: Promise<unknown>[] = [];

type Listener = (reason: unknown, promise: Promise<unknown>) => void;

/** process.on('unhandledRejection'). */
let listeners: Listener[] | undefined;

export function addRejectionListener(listener: Listener): void {
  listeners ??= [];
  listeners.push(listener);
}

/** Remembers the promise until the microtasks have run: by then it may be handled. */
export function noteRejection(promise: Promise<any>): void {
  registerRejections(processRejections);
  rejected.push(promise);
}

/** True: a listener ran, which may have queued something. */
function processRejections(): boolean {
  let hasRun = false;
  while (rejected.length > 0) {
    const batch = rejected;
    rejected = [];
    for (let i = 0; i < batch.length; i++) {
      if (Promise.isHandled(batch[i])) continue;
      const reason = Promise.reasonOf(batch[i]);
      if (listeners === undefined) throw reason instanceof Error ? reason : unhandled(reason);
      for (let j = 0; j < listeners.length; j++) listeners[j](reason, batch[i]);
      hasRun = true;
    }
  }
  return hasRun;
}

/** What node throws in place of a reason that is no error. */
class UnhandledPromiseRejection extends Error {
  static override readonly prototype_name: string = 'UnhandledPromiseRejection';

  code = 'ERR_UNHANDLED_REJECTION';

  constructor(message: string) {
    super(message);
    // None of the program's frames is on the stack: node's own stand there.
    this.stack = `${this.toString()}\n    at process.processTicksAndRejections (node:internal/process/task_queues:95:5)`;
  }
}

function unhandled(reason: unknown): Error {
  return new UnhandledPromiseRejection(
    'This error originated either by throwing inside of an async function without a catch block, or by rejecting a promise which was ' +
      `not handled with .catch(). The promise rejected with the reason "${describe(reason)}".`,
  );
}
