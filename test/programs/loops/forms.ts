let s = '';
for (let i = 0, j = 10; i < j; i += 2, j--) s += `${i},${j} `;
for (;;) {
  s += '!';
  if (s.length > 30) break;
}
let k = 3;
do s += k; while (--k > 0);
do {
  if (k++ === 1) continue;
  s += k;
} while (k < 4);
console.log(s);
let count = 0;
for (let x = 0.1; x < 1; x += 0.1) count++;
console.log(count);
for (let i = 10; i-- > 7;) console.log(i);
let m = 0;
while (m < 3) m++;
console.log(m);
let w;
for (w = 1; w < 100; w *= 3);
console.log(w);
