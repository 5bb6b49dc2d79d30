// then, catch, finally, thenables, resolve functions: the protocol of 27.2.
const p = Promise.resolve(1);
console.log(Promise.resolve(p) === p, p instanceof Promise, typeof p, Object.prototype.toString.call(p));
console.log(Promise.resolve(1), Promise.resolve('s'), new Promise(() => {}), Promise.resolve({ a: 1, b: { c: { d: 1 } } }), [Promise.resolve([1])]);
const rejected = Promise.reject(new Error('shown'));
rejected.catch(() => {});
console.log(String(rejected), Object.keys(rejected), JSON.stringify(rejected));
const plain = Promise.reject(3);
plain.catch(() => {});
console.log(plain);
try {
  new Promise(3 as never);
} catch (error) {
  console.log((error as Error).message);
}
new Promise<number>((resolve, reject) => {
  resolve(1);
  resolve(2);
  reject(new Error('too late'));
  throw new Error('ignored');
}).then((v) => console.log('first wins', v));
new Promise<number>(() => {
  throw new TypeError('executor');
}).catch((e: Error) => console.log(e.name, e.message));
let settle: (value: unknown) => void = () => {};
const self: Promise<unknown> = new Promise((resolve) => (settle = resolve));
settle(self);
self.catch((e: Error) => console.log(e.name, e.message));
const twice = { then(resolve: (v: number) => void, reject: (e: unknown) => void): void { resolve(5); reject(6); resolve(7); throw new Error('after'); } };
Promise.resolve(twice as unknown as PromiseLike<number>).then((v) => console.log('thenable', v));
const bad = { then(): void { throw new Error('bad thenable'); } };
Promise.resolve(bad as unknown as PromiseLike<number>).catch((e: Error) => console.log(e.message));
const getter = { get then(): never { throw new Error('getter'); } };
Promise.resolve(getter as unknown as PromiseLike<number>).catch((e: Error) => console.log(e.message));
Promise.resolve({ then: 1 }).then((v) => console.log(v));
const chain: string[] = [];
Promise.resolve('a')
  .then((v) => { chain.push(v); return Promise.resolve(v + 'b'); })
  .then((v) => { chain.push(v); throw new Error(v + 'c'); })
  .catch((e: Error) => { chain.push(e.message); return 1; })
  .then((v) => { chain.push(`${v}`); })
  .finally(() => { chain.push('finally'); })
  .finally(() => { throw new Error('replaced'); })
  .catch((e: Error) => console.log(chain.join(), e.message));
Promise.reject(new Error('kept')).finally(() => 5).catch((e: Error) => console.log(e.message));
const { then } = p;
then.call(p, (v: unknown) => console.log('detached', v));
class Later<T> implements PromiseLike<T> {
  constructor(private readonly value: T) {}
  then<A = T, B = never>(ok?: ((value: T) => A | PromiseLike<A>) | null, _no?: ((e: unknown) => B | PromiseLike<B>) | null): PromiseLike<A | B> {
    return new Later(ok ? ok(this.value) : this.value) as unknown as PromiseLike<A | B>;
  }
}
(async () => console.log(await new Later(42), await new Later('later')))();
