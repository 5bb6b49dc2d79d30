function primes(limit: number): number[] {
  const composite = new Uint8Array(limit + 1);
  const found: number[] = [];
  for (let i = 2; i <= limit; i++) {
    if (composite[i]) continue;
    found.push(i);
    for (let j = i * i; j <= limit; j += i) composite[j] = 1;
  }
  return found;
}
const p = primes(10000);
console.log(p.length, p.slice(0, 10), p[p.length - 1]);
const histogram = new Int32Array(10);
for (const x of p) histogram[x % 10]++;
console.log(histogram);
