// What a generator keeps between its steps: parameters, this, loops, closures, try, destructuring, numbers, strings.
class Range {
  constructor(readonly from: number, readonly to: number, readonly step = 1) {}
  *[Symbol.iterator](): Generator<number> {
    for (let x = this.from; x < this.to; x += this.step) yield x;
  }
  *pairs(): Generator<[number, string]> {
    let index = 0;
    for (const x of this) yield [index++, `#${x}`];
  }
  static *squares(n: number): Generator<number, void> {
    for (const x of new Range(0, n)) yield x * x;
  }
  get evens(): Generator<number> {
    return filter(this, (x) => x % 2 === 0);
  }
}
function* filter<T>(source: Iterable<T>, keep: (x: T) => boolean): Generator<T> {
  for (const x of source) if (keep(x)) yield x;
}
function* map<T, U>(source: Iterable<T>, f: (x: T, i: number) => U): Generator<U> {
  let i = 0;
  for (const x of source) yield f(x, i++);
}
function* take<T>(source: Iterable<T>, n: number): Generator<T> {
  if (n <= 0) return;
  for (const x of source) {
    yield x;
    if (--n <= 0) return;
  }
}
function* naturals(): Generator<number, never> {
  for (let n = 0; ; n++) yield n;
}
const r = new Range(1, 10, 2);
console.log([...r], [...r.pairs()], [...Range.squares(4)], [...new Range(0, 7).evens]);
console.log([...take(map(filter(naturals(), (n) => n % 3 === 1), (n, i) => `${i}:${n}`), 4)].join(' '));
console.log(Array.from(take(naturals(), 3)), new Set(take(naturals(), 3)).size, new Map(r.pairs()).get(2));
function* fibonacci(limit: number): Generator<number> {
  let [a, b] = [0, 1];
  while (a < limit) {
    yield a;
    [a, b] = [b, a + b];
  }
}
console.log([...fibonacci(50)].reduce((x, y) => x + y, 0));
function* mixed(a: number, { b, c = 'c' }: { b: string; c?: string }, ...rest: number[]): Generator<unknown> {
  const fs: (() => unknown)[] = [];
  for (let i = 0; i < 2; i++) {
    fs.push(() => `${b}${i}`);
    yield i + a;
  }
  let text = '';
  for (const x of rest) {
    text += x;
    yield text;
  }
  for (const key in { k: 1, l: 2 }) yield key;
  label: for (const x of [1, 2, 3]) {
    switch (x) {
      case 2:
        yield 'two';
        continue label;
      default:
        yield x > 2 ? c : null;
    }
  }
  try {
    yield (undefined as unknown as { x: number }).x;
  } catch (error) {
    yield (error as Error).message;
  }
  yield fs.map((f) => f());
  const value: unknown = (yield 'ask') ?? 'nothing';
  yield `${String(value)} ${yield 'inner'} ${a > 0 && (yield 'and')}`;
}
const m = mixed(10, { b: 'B' }, 7, 8);
const seen: unknown[] = [];
for (let step = m.next(); !step.done; step = m.next(seen.length)) seen.push(step.value);
console.log(seen);
const early = (x: number = boom()) => x;
function boom(): never {
  throw new Error('in a default');
}
function* defaults(x = early()) {
  yield x;
}
try {
  defaults();
} catch (error) {
  console.log(String(error));
}
function* given(x: string, y = `${x}!`) {
  yield x;
  yield y;
}
console.log([...given('a')], [...given('b', 'c')]);
const gens = [1, 2, 3].map(function* (n) { for (let i = 0; i < n; i++) yield n * 10 + i; });
for (let alive = true; alive; ) {
  alive = false;
  for (const g of gens) {
    const { value, done } = g.next();
    if (done) continue;
    alive = true;
    console.log(value);
  }
}
const object = { *[Symbol.iterator]() { yield* [1, 2]; }, *named(this: { x: number }) { yield this.x; }, x: 4 };
console.log([...object], [...object.named()], object.named.name, (function* g() {}).name);
function* tdz(): Generator<string> {
  const read = () => late;
  try {
    yield read();
  } catch (error) {
    yield (error as Error).message;
  }
  const late = 'late';
  yield read();
}
console.log([...tdz()]);
console.log(naturals(), typeof naturals, { n: naturals() });
try {
  new (naturals as any)();
} catch (error) {
  console.log(String(error));
}
let total = 0;
for (const x of take(naturals(), 200000)) total += x;
console.log(total);
