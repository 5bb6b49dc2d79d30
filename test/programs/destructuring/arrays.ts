const [a, , b = 10, ...rest] = [1, 2, undefined, 4, 5];
console.log(a, b, rest);
let x = 1;
let y = 2;
[x, y] = [y, x];
console.log(x, y);
[x, y] = [x + y, x - y];
console.log(x, y);
const array = [0, 1, 2, 3];
[array[0], array[3]] = [array[3], array[0]];
console.log(array);
const [p, [q, [r]]] = [1, [2, [3]]] as [number, [number, [number]]];
console.log(p, q, r);
const [h, ...t] = 'hé😀!';
console.log(h, t);
const [[k, v]] = new Map([['key', 'value']]);
console.log(k, v);
const [s1, s2, s3] = new Set([1, 2]) as any;
console.log(s1, s2, s3);
let log = '';
const d = (s: string): string => ((log += s), s);
const [m1 = d('1'), m2 = d('2')] = ['given'];
console.log(m1, m2, log);
for (const [i, { n }] of [{ n: 'x' }, { n: 'y' }].entries()) console.log(i, n);
try {
  const [z] = undefined as any;
  console.log(z);
} catch (e) {
  console.log(e instanceof TypeError);
}
