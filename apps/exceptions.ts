// What Toro's exceptions do: a program's own, faults of the processor, and a stack without end, each caught where it happens.
import {
  HardwareFault, InvalidOpcodeFault, PageFault, raiseDivideFault, raiseInvalidOpcodeFault, raisePageFault,
} from 'toro:fault';

class AccountError extends Error {
  readonly missing: number;

  constructor(missing: number, options?: ErrorOptions) {
    super(`${missing} short`, options);
    this.name = 'AccountError';
    this.missing = missing;
  }
}

function withdraw(balance: number, amount: number): number {
  if (amount > balance) throw new AccountError(amount - balance);
  return balance - amount;
}

function pay(balance: number, prices: readonly number[]): number {
  try {
    return prices.reduce(withdraw, balance);
  } catch (e) {
    if (e instanceof AccountError) throw new Error('cannot pay', { cause: e });
    throw e;
  }
}

/** Runs a part of the demonstration, and says what it threw. */
function show(part: () => void): void {
  try {
    part();
    console.log('nothing was thrown');
  } catch (e) {
    if (e instanceof HardwareFault) console.log(`${e.name}: vector ${e.vector}, address 0x${e.address.toString(16)}: ${e.message}`);
    else if (e instanceof Error) console.log(`${e.name}: ${e.message}${e.cause instanceof Error ? `, because: ${e.cause.message}` : ''}`);
    else console.log(`thrown: ${String(e)}`);
  } finally {
    shown++;
  }
}

function forever(depth: number): number {
  return forever(depth + 1) + 1;
}

let shown = 0;
show(() => pay(100, [30, 50, 45]));
show(() => {
  throw 'any value';
});
show(() => raiseDivideFault());
show(() => raisePageFault());
show(() => raisePageFault(0x10, 'write'));
show(() => raiseInvalidOpcodeFault());
show(() => forever(0));

try {
  raiseInvalidOpcodeFault();
} catch (e) {
  console.log(e instanceof InvalidOpcodeFault, e instanceof PageFault, e instanceof Error);
}
console.log(`${shown} parts, and the program goes on`);
