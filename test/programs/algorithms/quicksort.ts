function quicksort(a: number[], low = 0, high = a.length - 1): number[] {
  if (low >= high) return a;
  const pivot = a[(low + high) >> 1];
  let i = low;
  let j = high;
  while (i <= j) {
    while (a[i] < pivot) i++;
    while (a[j] > pivot) j--;
    if (i <= j) {
      [a[i], a[j]] = [a[j], a[i]];
      i++;
      j--;
    }
  }
  quicksort(a, low, j);
  return quicksort(a, i, high);
}
const data: number[] = [];
let x = 12345;
for (let i = 0; i < 2000; i++) data.push((x = (x * 48271) % 2147483647) / 1000);
const sorted = quicksort([...data]);
console.log(sorted.length, sorted[0], sorted[1999], sorted.every((v, i) => i === 0 || sorted[i - 1] <= v));
console.log(sorted.join() === [...data].sort((a, b) => a - b).join());
