const o: { a: number; b: number } = { a: 1, b: 2 };
const k: string = ['a', 'b', 'c'][o.a];
(o as any)[k] = 'changed';
(o as any)['c'] = 3;
console.log(o, o.b + 1, (o as any).c);
class P { x = 1; y = 2.5; get sum(): number { return this.x + this.y; } }
const p = new P();
for (const key of ['x', 'y', 'z']) (p as any)[key] = key + '!';
console.log(p, p.sum);
const untouched = new P();
console.log(untouched.sum, untouched.x * 2);
function set<T, K extends keyof T>(t: T, key: K, value: T[K]): void { t[key] = value; }
set(untouched, 'x', 10);
set<any, any>(untouched, 'y', 'why');
console.log(untouched.sum, untouched);
delete (untouched as any).x;
console.log(untouched.sum, untouched.x, 'x' in untouched, Object.keys(untouched));
