// Counters of many kinds: up, down, by fractions, to computed bounds, past 2^31.
let total = 0;
for (let i = 0; i < 1000; i++) for (let j = i; j < 1000; j += 37) total += i ^ j;
console.log(total);
const bound = [3, 2.5, NaN, -1, Infinity];
for (const b of bound) {
  let steps = 0;
  for (let i = 0; i < b && steps < 50; i++) steps++;
  console.log(b, steps);
}
let steps = 0;
for (let i = 2147483640; i <= 2147483655; i += 5) steps += i;
console.log(steps);
for (let i = 2 ** 53 - 2, n = 0; n < 5; i++, n++) console.log(i);
let halves = 0;
for (let i = 100; i > 0.001; i /= 2) halves++;
console.log(halves);
const a = [1, 2, 3, 4, 5];
let sum = 0;
for (let i = a.length - 1; i >= 0; i--) sum = sum * 10 + a[i];
console.log(sum);
for (let i = -1; i <= a.length; i++) console.log(i, a[i]);
