// refused: TORO1002
class P { x = 1; y = 2; sum(): number { return this.x + this.y; } }
const a = new P();
const b = new P();
delete (a as any).x;
(b as any).z = 3;
console.log(a.sum(), b.sum(), a.x, a, b, Object.keys(a));
a.x = 10;
console.log(a.sum(), Object.keys(a), a);
const list = [new P(), a, b];
let t = 0;
for (let i = 0; i < 30; i++) t += list[i % 3].sum();
console.log(t);
for (const p of list) (p as any)['y'] = p === b ? 'str' : p.y;
console.log(list.map((p) => p.sum()));
(P.prototype as any).extra = function (this: P) { return this.x * 100; };
console.log((a as any).extra(), (new P() as any).extra());
const o: { [k: string]: number } = { a: 1 };
for (const k of ['b', 'c', 'a', 'b']) o[k] = (o[k] ?? 0) + 1;
delete o['a'];
console.log(o, o.a, Object.values(o).reduce((x, y) => x + y));
