/**
 * What happens on ctrl-C and its like. While nothing needs tidying no handler is installed and the signal's default
 * action ends the process at once, in the middle of a long synchronous stage too.
 */

export type EndingSignal = 'SIGINT' | 'SIGTERM' | 'SIGHUP';
type SignalHandler = (signal: EndingSignal) => void;

const endingSignals: readonly EndingSignal[] = ['SIGINT', 'SIGTERM', 'SIGHUP'];
const handlers: SignalHandler[] = [];

function receive(signal: EndingSignal): void {
  handlers.at(-1)?.(signal);
}

/** Runs `body`; a signal that arrives meanwhile calls the innermost `handler` instead of ending the process. */
export async function handlingSignals<Result>(handler: SignalHandler, body: () => Promise<Result>): Promise<Result> {
  if (handlers.length === 0) for (const signal of endingSignals) process.on(signal, receive);
  handlers.push(handler);
  try {
    return await body();
  } finally {
    handlers.splice(handlers.lastIndexOf(handler), 1);
    if (handlers.length === 0) for (const signal of endingSignals) process.off(signal, receive);
  }
}

/** Ends this process by `signal`'s default action, so that a shell sees what happened. */
export function dieBySignal(signal: EndingSignal): void {
  for (const ending of endingSignals) process.off(ending, receive);
  process.kill(process.pid, signal);
}
