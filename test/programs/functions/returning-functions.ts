const makers = { adder: (n: number) => (x: number) => x + n, multiplier: (n: number) => (x: number) => x * n, both(n: number) { return [this.adder(n), this.multiplier(n)]; } };
console.log(makers.both(3).map((f) => f(10)), makers.adder(0.5)(1));
const dispatch: Record<string, (...args: number[]) => number> = { sum: (...a) => a.reduce((x, y) => x + y, 0), max: (...a) => Math.max(...a), first: (a) => a };
for (const name of ['sum', 'max', 'first', 'missing']) console.log(name, dispatch[name]?.(3, 9, 4));
let current: (n: number) => number = (n) => n;
for (let i = 1; i <= 4; i++) {
  const previous = current;
  current = (n) => previous(n) * i + 1;
}
console.log(current(1), current(2.5));
const once = <T>(f: () => T): (() => T) => { let r: { v: T } | undefined; return () => (r ??= { v: f() }).v; };
let runs = 0;
const get = once(() => ++runs);
console.log(get(), get(), runs);
