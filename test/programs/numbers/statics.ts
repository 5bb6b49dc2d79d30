console.log(Number.MAX_SAFE_INTEGER, Number.MIN_SAFE_INTEGER, Number.MAX_VALUE, Number.MIN_VALUE, Number.EPSILON, Number.POSITIVE_INFINITY, Number.NaN);
for (const x of [1, 1.5, NaN, Infinity, 2 ** 53, 2 ** 53 - 1, -0, '1', null] as any[]) {
  console.log(Number.isInteger(x), Number.isSafeInteger(x), Number.isFinite(x), Number.isNaN(x), isNaN(x), isFinite(x));
}
console.log(0b1010, 0o17, 0xff, 1_000_000, .5, 5., 1e3, 0xFFFFFFFFFF);
