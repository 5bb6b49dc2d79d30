const values = [0, -0, 1, -1, 0.1, 2.5, -7, 1e308, 5e-324, Infinity, -Infinity, NaN, 2 ** 31, 2 ** 32, 2 ** 53];
const show = (n: number): string => (Object.is(n, -0) ? '-0' : String(n));
for (const a of values) {
  console.log(show(a), ':', values.map((b) => [a + b, a - b, a * b, a / b].map(show).join(' ')).join(', '));
}
