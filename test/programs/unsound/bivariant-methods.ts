interface Handler { handle(x: number | string): string }
class OnlyNumbers implements Handler {
  handle(x: number): string { return 'n' + (x + 1) + typeof x; }
}
const handlers: Handler[] = [new OnlyNumbers(), { handle: (x: number | string) => 'any' + x }];
for (const h of handlers) console.log(h.handle(1), h.handle('s'));
class A { f(x: { n: number }): number { return x.n; } }
class B extends A { override f(x: { n: number; m: number }): number { return x.n + x.m; } }
const a: A = new B();
console.log(a.f({ n: 1 }), a.f({ n: 1, m: 2 } as { n: number }));
const compare: ((x: number, y: number) => number) = ((x: string, y: string) => x.length - y.length) as any;
console.log(compare(1, 2));
const few: (a: number) => number = (a) => a;
console.log([1, 2, 3].map(few as any), (few as any)(1, 2, 3), (few as any)());
