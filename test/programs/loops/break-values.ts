function find(grid: number[][], wanted: number): [number, number] | null {
  let where: [number, number] | null = null;
  search: for (let y = 0; y < grid.length; y++) {
    for (let x = 0; x < grid[y].length; x++) {
      if (grid[y][x] === wanted) {
        where = [x, y];
        break search;
      }
    }
  }
  return where;
}
console.log(find([[1, 2], [3, 4, 5]], 5), find([[1]], 9), find([], 1));
let i = 0;
do { i += 3; if (i > 7) break; } while (true);
console.log(i);
const primes: number[] = [];
next: for (let n = 2; primes.length < 15; n++) { for (const p of primes) { if (p * p > n) break; if (n % p === 0) continue next; } primes.push(n); }
console.log(primes);
let steps = 0;
for (let a = 0, b = 100; a < b; a += 7, b -= 3) { if (a % 2) continue; steps += b - a; }
console.log(steps);
