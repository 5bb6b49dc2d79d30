// Stability and correctness over lengths around every threshold, with several comparators.
let seed = 5;
const random = (n: number): number => (seed = (seed * 1103515245 + 12345) % 2147483648) % n;
for (const length of [0, 1, 2, 3, 10, 11, 22, 23, 31, 32, 33, 64, 65, 127, 500]) {
  const items = Array.from({ length }, (_, i) => ({ k: random(7), i }));
  const sorted = [...items].sort((a, b) => a.k - b.k);
  const stable = sorted.every((x, i) => i === 0 || sorted[i - 1].k < x.k || (sorted[i - 1].k === x.k && sorted[i - 1].i < x.i));
  const numbers = Array.from({ length }, () => random(1000) - 500);
  const ascending = [...numbers].sort((a, b) => a - b);
  const descending = [...numbers].sort((a, b) => b - a);
  const texts = numbers.map(String).sort();
  console.log(length, stable, ascending.join() === [...descending].reverse().join(), ascending.slice(0, 3), texts.slice(0, 3), texts.every((t, i) => i === 0 || texts[i - 1] <= t));
}
let comparisons = 0;
Array.from({ length: 100 }, (_, i) => i).sort((a, b) => (comparisons++, a - b));
console.log(comparisons, [3, 2, 1].sort((a, b) => (a < b ? 1 : -1)), ['b', undefined, 'a'].sort(), [2, 1].sort(undefined));
