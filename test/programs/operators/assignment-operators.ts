let x = 10;
x += 5; x -= 3; x *= 2; x /= 4; x %= 4; x **= 3;
console.log(x);
let s = 'a';
s += 1;
s += null;
s += 'z';
console.log(s);
const a = [1, 2, 3];
let i = 0;
a[i++] += 10;
a[i++] *= 10;
console.log(a, i);
let p = (i = 5, i + 1);
console.log(p, i);
let q: number, r: number;
q = r = p = 7;
console.log(q, r, p, (q += r) * 2);
function side(): { v: number } {
  calls++;
  return box;
}
let calls = 0;
const box = { v: 1 };
side().v += 5;
side().v++;
console.log(calls, box.v);
