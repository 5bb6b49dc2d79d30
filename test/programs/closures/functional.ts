const compose = <A, B, C>(f: (b: B) => C, g: (a: A) => B) => (a: A): C => f(g(a));
const curry = (f: (a: number, b: number) => number) => (a: number) => (b: number) => f(a, b);
const inc = (n: number): number => n + 1;
const show = (n: number): string => `<${n}>`;
console.log(compose(show, inc)(4), curry(Math.pow)(2)(10));
const pipeline = [inc, inc, (n: number) => n * n];
console.log(pipeline.reduce((value, step) => step(value), 3));
function memoize(f: (n: number) => number): (n: number) => number {
  const known = new Map<number, number>();
  return (n) => {
    const old = known.get(n);
    if (old !== undefined) return old;
    const value = f(n);
    known.set(n, value);
    return value;
  };
}
let calls = 0;
const slow = memoize((n) => {
  calls++;
  return n < 2 ? n : slow(n - 1) + slow(n - 2);
});
console.log(slow(50), calls);
