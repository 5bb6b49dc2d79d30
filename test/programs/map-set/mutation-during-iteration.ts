const m = new Map<number, string>([[1, 'a'], [2, 'b'], [3, 'c']]);
const seen: string[] = [];
for (const [k, v] of m) {
  seen.push(k + v);
  if (k === 1) m.delete(2);
  if (k === 3) m.set(4, 'd');
  if (k === 4) {
    m.delete(1);
    m.set(1, 'again');
  }
  if (seen.length > 10) break;
}
console.log(seen.join(' '));
const s = new Set([1]);
for (const x of s) if (x < 10) s.add(x + 1);
console.log(s.size);
s.forEach((x) => {
  s.delete(x);
  if (x < 3) s.add(x + 100);
});
console.log([...s]);
const c = new Set([1, 2, 3]);
let n = 0;
for (const x of c) {
  n += x;
  c.clear();
}
console.log(n, c.size);
