let total = 0;
let words = '';
const seen: Record<string, boolean> = {};
[1, 2.5, 3].forEach((n, i) => { total += n * i; words += 'abc'[i]; seen['k' + n] = n > 2; });
console.log(total, words, seen);
const fns = [1, 2, 3].map((n) => () => (total += n));
fns.forEach((f) => f());
console.log(total, fns.map((f) => f()));
function each(n: number, f: (i: number) => void): void { for (let i = 0; i < n; i++) f(i); }
const matrix: number[][] = [];
each(3, (y) => { matrix.push([]); each(3, (x) => { matrix[y].push(x * y); total -= x; }); });
console.log(matrix, total);
const stack: (() => void)[] = [];
const order: number[] = [];
for (let i = 0; i < 3; i++) stack.push(() => { order.push(i); if (i > 0 && order.length < 6) stack.push(() => order.push(-i)); });
while (stack.length) stack.pop()!();
console.log(order);
