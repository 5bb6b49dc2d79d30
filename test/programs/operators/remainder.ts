const show = (n: number): string => (Object.is(n, -0) ? '-0' : String(n));
const values = [0, -0, 1, -1, 3, -3, 5.5, -5.5, 0.1, 1e15, 2 ** 53, 1e300, 5e-324, Infinity, -Infinity, NaN, 2147483648, -2147483648];
for (const a of values) console.log(show(a), values.map((b) => show(a % b)).join(' '));
let i = -7;
i %= 4;
console.log(show(i), show(-4 % 2), 7 % 3, -7 % 3, 7 % -3);
