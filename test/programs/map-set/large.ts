// chaos-args: 20
const scale = Number(process.argv[2] ?? 1);
const m = new Map<number, number>();
for (let i = 0; i < 20000 / scale; i++) m.set((i * 7919) % 20011, i);
console.log(m.size, m.get(0), m.get(7919), m.get(20010));
let sum = 0;
for (const [k, v] of m) sum = (sum * 31 + k * v) % 1000003;
console.log(sum);
for (let i = 0; i < 20011; i += 2) m.delete(i);
console.log(m.size, [...m.keys()].slice(0, 5));
const words = new Map<string, number>();
for (let i = 0; i < 10000 / scale; i++) {
  const w = 'w' + ((i * i) % 997);
  words.set(w, (words.get(w) ?? 0) + 1);
}
console.log(words.size, words.get('w1'), [...words].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1)).slice(0, 3));
const doubles = new Set<number>();
for (let i = 0; i < 3000 / scale; i++) doubles.add(i / 7);
console.log(doubles.size, doubles.has(3 / 7), doubles.has(2999 / 7), doubles.has(0.1));
const objects = Array.from({ length: 1000 / scale }, (_, i) => ({ i }));
const byObject = new Map(objects.map((o) => [o, o.i * 2]));
console.log(byObject.size, byObject.get(objects[25]), byObject.get({ i: 500 }));
