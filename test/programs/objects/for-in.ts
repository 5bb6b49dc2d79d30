class Base { inherited = 1; method(): void {} }
class Derived extends Base { own = 2; }
const keys: string[] = [];
for (const k in new Derived()) keys.push(k);
console.log(keys);
for (const k in { b: 1, a: 2, 1: 3 }) console.log(k);
for (const k in 'ab' as any) console.log(k);
for (const k in null as any) console.log('never', k);
for (const k in [7, 8]) console.log(k, typeof k);
let last = '';
for (last in { x: 1, y: 2 });
console.log(last);
