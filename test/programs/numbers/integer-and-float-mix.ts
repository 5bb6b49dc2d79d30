// A variable that is an integer until it is not.
let n = 1;
const seen: number[] = [];
for (let i = 0; i < 12; i++) {
  seen.push(n);
  n = i % 3 === 2 ? n / 2 : n * 3;
}
console.log(seen);
const average = (xs: number[]): number => xs.reduce((a, b) => a + b, 0) / xs.length;
console.log(average([1, 2, 3]), average([1, 2]), average([]), average([0.1, 0.2]));
const maybeInt = (flag: boolean): number => (flag ? 1 : 0.5);
console.log(maybeInt(true) + maybeInt(false), maybeInt(true) | 0, [maybeInt(true), maybeInt(false)]);
let total = 0;
for (const x of [1, 2.5, -3, 1e10, 0.1]) total += x * 2;
console.log(total, total % 7, Math.floor(total), total | 0, total >>> 0);
const collatz = (n: number): number => { let s = 0; while (n !== 1) { n = n % 2 === 0 ? n / 2 : 3 * n + 1; s++; } return s; };
console.log([1, 7, 27, 97, 871, 6171, 77031].map(collatz));
const gcd = (a: number, b: number): number => (b === 0 ? a : gcd(b, a % b));
console.log(gcd(1071, 462), gcd(2 ** 40, 6 ** 15), gcd(17, 0), gcd(1.5, 0.5));
