// Functions whose results are exact or correctly rounded everywhere.
console.log(Math.sqrt(2), Math.sqrt(0), Object.is(Math.sqrt(-0), -0), Math.sqrt(-1), Math.sqrt(Infinity), Math.sqrt(1e-320), Math.sqrt(144));
console.log(Math.PI, Math.E, Math.LN2, Math.LN10, Math.SQRT2, Math.SQRT1_2, Math.LOG2E, Math.LOG10E);
console.log(Math.hypot(3, 4), Math.hypot(), Math.hypot(Infinity, NaN), Math.cbrt(27), Math.cbrt(-8));
console.log(Math.clz32(0.5), Math.clz32(2 ** 31), Math.imul(-5, 12), Math.imul(2 ** 31, 2), Math.fround(5.5), Math.fround(5.05), Math.fround(1e40));
const r = Math.random();
console.log(r >= 0 && r < 1, Math.random() !== Math.random());
