/**
 * A bank that executes a ledger of commands; every violated rule is an exception, and a failed transfer is rolled back.
 *
 * Arguments: ledger file. Includes: the ledger file.
 */
import { readFileSync } from 'node:fs';

class BankError extends Error {
  get kind(): string {
    return this.constructor.name;
  }
}
class UnknownAccount extends BankError {
  constructor(readonly account: string) {
    super(`there is no account ${account}`);
  }
}
class InsufficientFunds extends BankError {
  constructor(readonly account: string, readonly missing: number) {
    super(`${account} lacks ${format(missing)}`);
  }
}
class InvalidAmount extends BankError {}
class AccountClosed extends BankError {}

const format = (cents: number): string => `${cents < 0 ? '-' : ''}${Math.trunc(Math.abs(cents) / 100)}.${String(Math.abs(cents) % 100).padStart(2, '0')}`;

function parseAmount(text: string | undefined): number {
  const cents = Math.round(Number(text) * 100);
  if (!Number.isSafeInteger(cents) || cents <= 0) throw new InvalidAmount(`not an amount: ${text}`);
  return cents;
}

abstract class Account {
  protected balance = 0;
  readonly history: string[] = [];
  open = true;

  constructor(readonly owner: string) {}

  abstract readonly limit: number;

  deposit(cents: number): void {
    this.requireOpen();
    this.balance += cents;
    this.history.push(`+${format(cents)}`);
  }

  withdraw(cents: number): void {
    this.requireOpen();
    const missing = cents - this.balance - this.limit;
    if (missing > 0) throw new InsufficientFunds(this.owner, missing);
    this.balance -= cents;
    this.history.push(`-${format(cents)}`);
  }

  close(): number {
    this.requireOpen();
    this.open = false;
    const rest = this.balance;
    this.balance = 0;
    return rest;
  }

  monthEnd(): void {}

  private requireOpen(): void {
    if (!this.open) throw new AccountClosed(`the account of ${this.owner} is closed`);
  }

  toString(): string {
    return `${this.owner} (${this.constructor.name}) ${this.open ? format(this.balance) : 'closed'} [${this.history.join(' ')}]`;
  }
}

class Checking extends Account {
  readonly limit = 50000;
  override monthEnd(): void {
    if (this.balance < 0) {
      const fee = Math.ceil(-this.balance * 0.01);
      this.balance -= fee;
      this.history.push(`fee ${format(fee)}`);
    }
  }
}

class Savings extends Account {
  readonly limit = 0;
  override monthEnd(): void {
    if (this.open) this.deposit(Math.max(1, Math.floor(this.balance * 0.0025)));
  }
}

class Bank {
  private readonly accounts = new Map<string, Account>();
  private readonly failures: Record<string, number> = {};
  executed = 0;
  attempted = 0;

  private find(name: string): Account {
    const account = this.accounts.get(name);
    if (!account) throw new UnknownAccount(name);
    return account;
  }

  private transfer(from: string, to: string, cents: number): void {
    const source = this.find(from);
    source.withdraw(cents);
    let arrived = false;
    try {
      this.find(to).deposit(cents);
      arrived = true;
    } finally {
      if (!arrived) source.deposit(cents);
    }
  }

  private command([verb, name, ...rest]: string[]): string {
    switch (verb) {
      case 'checking':
        this.accounts.set(name, new Checking(name));
        return `opened for ${name}`;
      case 'savings':
        this.accounts.set(name, new Savings(name));
        return `opened for ${name}`;
      case 'deposit':
        this.find(name).deposit(parseAmount(rest[0]));
        break;
      case 'withdraw':
        this.find(name).withdraw(parseAmount(rest[0]));
        break;
      case 'transfer':
        this.transfer(name, rest[0], parseAmount(rest[1]));
        break;
      case 'close':
        return `paid out ${format(this.find(name).close())}`;
      case 'month':
        for (const account of this.accounts.values()) account.monthEnd();
        break;
      default:
        throw new BankError(`unknown command ${verb}`);
    }
    return 'done';
  }

  execute(line: string): void {
    try {
      this.attempted++;
      const result = this.command(line.split(' '));
      this.executed++;
      console.log(`${line}: ${result}`);
    } catch (error) {
      if (!(error instanceof BankError)) throw error;
      this.failures[error.kind] = (this.failures[error.kind] ?? 0) + 1;
      console.log(`${line}: ${error.kind}: ${error.message}`);
    }
  }

  report(): void {
    console.log(`${this.executed} of ${this.attempted} commands done`);
    for (const account of this.accounts.values()) console.log(String(account));
    for (const [kind, count] of Object.entries(this.failures)) console.log(`${kind}: ${count}`);
  }
}

const bank = new Bank();
for (const line of readFileSync(process.argv[2], 'utf8').split('\n')) if (line.trim() !== '') bank.execute(line.trim());
bank.report();
