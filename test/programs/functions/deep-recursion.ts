// About as deep as node goes with small frames, and a caught overflow beyond.
function depth(n: number): number {
  return n === 0 ? 0 : 1 + depth(n - 1);
}
console.log(depth(5000));
function endless(n: number): number {
  return endless(n + 1) + 1;
}
try {
  endless(0);
} catch (error) {
  console.log(error instanceof RangeError, (error as Error).message);
}
console.log(depth(100));
