const show = (n: number): string => (Object.is(n, -0) ? '-0' : String(n));
const values = [0, -0, 0.5, -0.5, 1.5, -1.5, 2.5, -2.5, 0.49999999999999994, -0.49999999999999994, 4503599627370495.5, -4503599627370495.5, 2 ** 52 + 1, 1e300, -1e300, NaN, Infinity, -Infinity, 0.1, -0.1, 2147483647.5, -2147483648.5, 1e10 + 0.5];
for (const v of values) console.log(show(v), show(Math.floor(v)), show(Math.ceil(v)), show(Math.round(v)), show(Math.trunc(v)), show(Math.abs(v)), show(Math.sign(v)), show(Math.fround(v)));
