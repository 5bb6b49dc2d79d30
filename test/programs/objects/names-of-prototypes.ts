// A computed name finds what only a prototype of the language, or of a class, has.
const counts: Record<string, number> = {};
const words = ['a', 'constructor', 'toString', 'b', 'a', 'hasOwnProperty'];
for (const w of words.filter((w) => counts[w] === undefined)) counts[w] = 1;
console.log(counts);
const o: any = {};
for (const w of words) console.log(w, o[w], typeof o[w], o[w]?.name, o[w] === Object.prototype.toString, o[w] === Object, w in o, w in [], Object.hasOwn(o, w));
const list: any = [3, 1, 2];
for (const n of ['map', 'push', 'constructor', 'length', '0', 'toString', 'nothing']) console.log(n, list[n], n in list);
const s: any = 'abc';
for (const n of ['slice', 'length', '1', 'constructor', 'charAt']) console.log(n, s[n]);
const num: any = 5;
for (const n of ['toFixed', 'constructor', 'x']) console.log(n, num[n]);
class A { x = 1; m() { return 1; } get g() { return this.x; } }
class B extends A { n() {} }
const b: any = new B();
for (const n of ['m', 'n', 'g', 'x', 'constructor', 'toString', 'zzz']) console.log(n, b[n], n in b, typeof b[n]);
console.log(b['constructor'] === B, b['constructor' as string] === B);
for (const n of ['constructor']) console.log(b[n] === B, b[n] === A, b[n].name);
console.log(new (class {})(), new (class extends A {})());
