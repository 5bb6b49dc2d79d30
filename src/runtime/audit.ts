import { type ref, text } from 'toro:machine';
import { fatal } from './fatal.ts';
import { panicText } from './panic-text.ts';

/** Under --audit: a proof of the compiler's does not hold. `claim` says which, and where. Ends the program with 134. */
export function auditFailed(claim: ref): never {
  panicText(text('toro: audit: '));
  panicText(claim);
  fatal(text('\n'));
}
