const show = (n: number): string => (Object.is(n, -0) ? '-0' : String(n));
const v = [0, -0, 1, -1, NaN, Infinity, -Infinity, 2.5];
for (const a of v) console.log(v.map((b) => show(Math.min(a, b)) + '/' + show(Math.max(a, b))).join(' '));
console.log(Math.min(), Math.max(), Math.max(1, 2, 3), Math.min(...[5, 3, 4]), Math.max(NaN, 1), Math.max(1, undefined as any), Math.max(null as any, -1), Math.min('3' as any, 4));
