const show = (n: number): string => (Object.is(n, -0) ? '-0' : String(n));
const bases = [0, -0, 1, -1, 2, -2, 0.5, 10, Infinity, -Infinity, NaN];
const exponents = [0, -0, 1, -1, 2, 3, 0.5, -0.5, 31, 53, -2, Infinity, -Infinity, NaN, 1024];
for (const b of bases) console.log(show(b), exponents.map((e) => show(b ** e)).join(' '));
let x = 3;
x **= 2;
x **= 2;
console.log(x, 2 ** 3 ** 2, (-2) ** 2, 2 ** -1, Math.pow(2, 10), 10 ** 21, 10 ** -7, 7 ** 20);
