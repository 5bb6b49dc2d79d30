// What is no function or constructor: node's messages.
function attempt(f: () => unknown): void {
  try {
    console.log(f());
  } catch (error) {
    console.log(String(error));
  }
}
const values: any[] = [1, 'text', null, undefined, {}, [1], true, () => 2, class C {}, Math, new Map([[1, 2]]), function g() { return 3; }];
for (const value of values) {
  attempt(() => value());
  attempt(() => value.method());
  attempt(() => value.length.deep());
  attempt(() => value?.());
  attempt(() => value?.method?.());
}
for (const value of values.filter((value) => typeof value !== 'function')) attempt(() => new value());
const arrow: any = () => 1;
const method: any = { m() {} }.m;
const object: any = { inner: { list: [1] } };
attempt(() => new arrow());
attempt(() => new method());
attempt(() => new object.inner());
attempt(() => object.inner.list[0]());
attempt(() => object.inner['none']());
attempt(() => object.none.more());
attempt(() => object.inner.list.push.none());
attempt(() => object());
attempt(() => (object as any).inner.list.map(3));
attempt(() => { object.inner.list = undefined; return object.inner.list[0]; });
attempt(() => { const { a } = object.none; return a; });
attempt(() => { for (const x of object) console.log(x); });
class D { static s = 1; #p = 2; m(): number { return this.#p; } static get only(): number { return 1; } }
attempt(() => (D as any)());
