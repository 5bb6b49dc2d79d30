class Account {
  #balance = 0;
  readonly #id: number;
  static #next = 1;
  constructor() {
    this.#id = Account.#next++;
  }
  deposit(amount: number): this {
    this.#balance += amount;
    return this;
  }
  #fee(): number {
    return Math.floor(this.#balance / 100);
  }
  get #summary(): string {
    return `#${this.#id}: ${this.#balance} (fee ${this.#fee()})`;
  }
  equals(other: Account): boolean {
    return this.#balance === other.#balance;
  }
  static isAccount(x: object): boolean {
    return #balance in x;
  }
  toString(): string {
    return this.#summary;
  }
}
const a = new Account().deposit(250).deposit(50);
const b = new Account().deposit(300);
console.log(`${a}`, String(b), a.equals(b));
console.log(Account.isAccount(a), Account.isAccount({}), Object.keys(a));
