// Each iteration of let has its own variable; var has one.
const lets: (() => number)[] = [];
for (let i = 0; i < 3; i++) lets.push(() => i);
console.log(lets.map((f) => f()));
const changed: (() => number)[] = [];
for (let i = 0; i < 6; i++) {
  changed.push(() => i);
  i++;
}
console.log(changed.map((f) => f()));
const vars: (() => number)[] = [];
for (var v = 0; v < 3; v++) vars.push(() => v);
console.log(vars.map((f) => f()), v);
const ofs: (() => string)[] = [];
for (const s of ['x', 'y', 'z']) ofs.push(() => s);
console.log(ofs.map((f) => f()).join(''));
const whiles: (() => number)[] = [];
let n = 0;
while (n < 3) {
  const own = n * n;
  whiles.push(() => own + n);
  n++;
}
console.log(whiles.map((f) => f()));
const inUpdate: (() => number)[] = [];
for (let i = 0, read = () => i; i < 3; inUpdate.push(read), i++);
console.log(inUpdate.map((f) => f()));
const incremented: (() => number)[] = [];
for (let i = 0; i < 3; i++) incremented.push(() => i++);
console.log(incremented.map((f) => f()), incremented.map((f) => f()));
