// Data properties with attributes of their own.
function attempt(what: string, run: () => void): void {
  try {
    run();
    console.log(what, 'done');
  } catch (e) {
    console.log(what, e instanceof TypeError, (e as Error).message);
  }
}
interface Account { id: number; balance: number; secret?: string; note?: string }
const account: Account = { id: 1, balance: 10.5 };
Object.defineProperty(account, 'id', { writable: false });
Object.defineProperty(account, 'secret', { value: 'hidden', writable: true, configurable: true });
console.log(account, Object.keys(account), account.secret, JSON.stringify(account), { ...account });
attempt('id', () => { account.id = 2; });
attempt('secret', () => { account.secret = 'changed'; });
attempt('balance', () => { account.balance += 1; });
account.note = 'last';
for (const key in account) console.log(key);
console.log(Object.getOwnPropertyNames(account), Object.keys(account), account);
for (const name of ['id', 'secret', 'balance', 'none']) console.log(name, Object.getOwnPropertyDescriptor(account, name));
attempt('delete id', () => { delete (account as Partial<Account>).id; });
Object.defineProperty(account, 'fixed', { value: 7 });
attempt('fixed', () => { (account as any).fixed = 8; });
attempt('delete fixed', () => { delete (account as any).fixed; });
attempt('redefine', () => { Object.defineProperty(account, 'fixed', { value: 8 }); });
attempt('same', () => { Object.defineProperty(account, 'fixed', { value: 7 }); });
attempt('enumerable', () => { Object.defineProperty(account, 'fixed', { enumerable: true }); });
delete account.secret;
account.secret = 'back';
console.log(account, Object.keys(account));
const many = Object.defineProperties({} as { a: number; b: number }, { a: { value: 1, enumerable: true }, b: { value: 2 } });
console.log(many, many.a + many.b, many.propertyIsEnumerable('b'), Object.hasOwn(many, 'b'));
attempt('frozen', () => { Object.defineProperty(Object.freeze({ x: 1 }), 'y', { value: 1 }); });
class Counter {
  count = 0;
  constructor() {
    Object.defineProperty(this, 'created', { value: 'now', enumerable: false });
  }
}
const counter = new Counter();
counter.count++;
console.log(counter, (counter as any).created, Object.getOwnPropertyNames(counter));
console.log(Object.getOwnPropertyDescriptor([1, 2], 0), Object.getOwnPropertyDescriptor([1, 2], 'length'), Object.getOwnPropertyDescriptor(Object.freeze([1]), '0'));
