const a = [1, 2, 3];
const seen: number[] = [];
for (const x of a) {
  seen.push(x);
  if (x < 3 && a.length < 6) a.push(x * 10);
}
console.log(seen, a);
const b = [1, 2, 3, 4];
const visited: number[] = [];
b.forEach((x, i) => {
  visited.push(x);
  if (i === 0) b.pop();
  if (i === 1) b.push(100);
});
console.log(visited, b);
console.log([1, 2, 3].map((x, i, all) => (i === 0 ? (all[1] = 50) : x)));
const c = [1, 2, 3, 4, 5];
for (const x of c) if (x === 2) c.splice(1, 1);
console.log(c);
