// Functions hold properties: memo tables, counters, and namespaces made of functions.
function counter(): number {
  counter.calls++;
  return counter.calls;
}
counter.calls = 0;
counter.title = 'counts';
counter();
counter();
console.log(counter.calls, counter.title, Object.keys(counter), counter.name, counter);
const add = Object.assign((a: number, b: number) => a + b, { version: 2, nested: { deep: true } });
console.log(add(1, 2), add.version, add.nested.deep, { ...add });
const makers = [1, 2, 3].map((n) => {
  const make = (): number => n * 10;
  make.id = n;
  return make;
});
console.log(makers.map((make) => make.id + make()), makers[1]);
const cache: { (n: number): number; memo: Map<number, number> } = Object.assign((n: number): number => {
  const known = cache.memo.get(n);
  if (known !== undefined) return known;
  const made: number = n < 2 ? n : cache(n - 1) + cache(n - 2);
  cache.memo.set(n, made);
  return made;
}, { memo: new Map<number, number>() });
console.log(cache(30), cache.memo.size);
try {
  (counter as any).name = 'other';
} catch (e) {
  console.log(e instanceof TypeError);
}
const dynamic: any = counter;
for (const k of ['calls', 'title', 'name', 'length', 'none']) console.log(k, dynamic[k]);
