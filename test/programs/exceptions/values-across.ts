// Variables assigned before, in and after the throwing call keep their values in the handler.
function f(fail: boolean): string {
  let a = 1;
  let b = 'x';
  let c = 0.5;
  let o = { n: 1 };
  try {
    a = 2;
    b += 'y';
    o = { n: 2 };
    maybe(fail);
    c = 1.5;
    a++;
    o.n++;
    maybe(true);
    a = 100;
  } catch (e) {
    return [a, b, c, o.n, e].join(' ');
  }
  return 'none';
}
function maybe(fail: boolean): void {
  if (fail) throw 'E';
}
console.log(f(true), f(false));
let total = 0;
for (let i = 0; i < 1000; i++) {
  try {
    total += i;
    maybe(i % 3 === 0);
    total += 1000;
  } catch {
    total -= i;
  }
}
console.log(total);
