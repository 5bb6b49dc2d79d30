// Async functions in every form: declarations, expressions, arrows, methods, statics, private methods, object literals, closures, this, arguments' errors.
class Account {
  #balance = 0;
  static async open(first: number): Promise<Account> {
    const account = new Account();
    await account.add(first);
    return account;
  }
  async add(amount: number, delay = Account.check(amount)): Promise<this> {
    await delay;
    this.#balance += amount;
    return this;
  }
  async #read(): Promise<number> {
    return this.#balance;
  }
  get balance(): Promise<number> {
    return this.#read();
  }
  static check(amount: number): undefined {
    if (amount < 0) throw new RangeError(`negative: ${amount}`);
    return undefined;
  }
  transfer = async (to: Account, amount: number): Promise<string> => {
    const [a, b] = await Promise.all([this.add(0), to.add(amount)]);
    this.#balance -= amount;
    return `${await a.balance} ${await b.balance}`;
  };
}
class Bank extends Account {
  override async add(amount: number): Promise<this> {
    console.log('adding', amount);
    await super.add(amount);
    return this;
  }
}
const tools = {
  factor: 3,
  async scale(x: number) { return x * this.factor; },
  nested: { later: async (x: number) => (await tools.scale(x)) + 1 },
};
async function fib(n: number): Promise<number> {
  return n < 2 ? n : (await fib(n - 1)) + (await fib(n - 2));
}
async function control(n: number): Promise<string> {
  let text = '';
  outer: for (let i = 0; ; i++) {
    for (const j of [1, 2, 3]) {
      switch (await j) {
        case 1: continue;
        case 2: if (i === 1) continue outer; break;
        default: if (i >= n) break outer;
      }
      text += `${i}${await j} `;
      try {
        if (i === 2) continue outer;
        await null;
      } finally {
        text += `f${await i} `;
      }
    }
  }
  return text;
}
async function guarded(mode: number): Promise<string> {
  try {
    try {
      if (mode === 0) return 'returned';
      if (mode === 1) throw new Error('thrown');
      if (mode === 2) await Promise.reject(new Error('rejected'));
      if (mode === 3) return Promise.reject(new Error('not caught here')) as unknown as string;
      if (mode === 4) return await (Promise.reject(new Error('caught here')) as Promise<string>);
    } finally {
      console.log('inner finally', await mode);
    }
  } catch (error) {
    return `caught ${(error as Error).message}`;
  } finally {
    await undefined;
    console.log('outer finally');
  }
  return 'end';
}
async function many(a = 1, { b = 2, c }: { b?: number; c: string }, ...rest: number[]): Promise<string> {
  const f = (): number => a++;
  await 0;
  f();
  for (const r of rest) {
    const g = async (): Promise<number> => (await r) + f();
    b += await g();
  }
  return `${a} ${b} ${c} ${rest.length}`;
}
async function main(): Promise<void> {
  const account = await Bank.open(10);
  const second = await new Bank().add(5);
  console.log(await account.balance, await second.balance, await account.transfer(second, 4));
  console.log(await account.add(-1).catch((e: Error) => e.message));
  await new Account().add(-2).catch((e: Error) => console.log(e.name, e.message));
  console.log(await tools.scale(5), await tools.nested.later(6), await fib(11));
  console.log(await control(4));
  for (let mode = 0; mode < 6; mode++) console.log(await guarded(mode).catch((e: Error) => `outside: ${e.message}`));
  console.log(await many(undefined, { c: 'c' }, 1, 2, 3));
  const values = { x: await 1, [`${await 'k'}`]: await 2, list: [await 3, ...(await [4, 5])] };
  console.log(values, (await 'abc').length, await (await (async () => async () => 6)())(), -(await 7), `${await 8}`);
  const o: { n?: number } = {};
  o.n ??= await 9;
  o.n += await 1;
  console.log(o, (await null) ?? 'default', typeof (await 1), await (await 2, 3));
}
main().then(() => console.log('done'), (error: Error) => console.log('failed', error.message));
console.log(main.name, main.length, many.length, Account.open.name, (async () => {}).constructor === undefined ? '' : 'constructor');
console.log(async function named() {}, async () => {}, Account.open, tools.nested);
