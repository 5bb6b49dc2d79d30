function f(a: number, b: number, c = 3, ...rest: number[]): string {
  return [a, b, c, rest.length].join();
}
const g = f as (...all: any[]) => string;
console.log(g(), g(1), g(1, 2), g(1, 2, 3, 4, 5), g('x', null, undefined, {}));
const h: any = (x: number) => x * 2;
console.log(h(), h('4'), h('x'), h([3]), h(null), h(true));
class K { constructor(public a: number, public b: string) {} }
const k = new (K as any)(1);
console.log(k, k.b);
console.log(([3, 1, 2] as any).sort((a: number) => a), [1, 2, 3].map((x, ...r) => r.length), ['a'].forEach((...all) => console.log(all.length)));
const callback = (cb: (x: number, s: string) => void): void => (cb as any)(1);
callback((x, s) => console.log(x, s, s === undefined, typeof s));
