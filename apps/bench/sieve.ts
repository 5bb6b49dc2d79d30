/** The sieve of Eratosthenes over an ordinary array of booleans: array stores in nested loops. */
function countPrimes(limit: number): number {
  const composite: boolean[] = [];
  for (let i = 0; i <= limit; i++) composite.push(false);
  let count = 0;
  for (let i = 2; i <= limit; i++) {
    if (composite[i]) continue;
    count++;
    for (let multiple = i * i; multiple <= limit; multiple += i) composite[multiple] = true;
  }
  return count;
}

let total = 0;
for (let round = 0; round < 20; round++) total += countPrimes(3000000 + round);
console.log(total);
