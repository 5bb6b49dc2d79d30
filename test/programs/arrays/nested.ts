const grid = Array.from({ length: 3 }, (_, y) => Array.from({ length: 4 }, (_, x) => x * y));
console.log(grid);
grid[1][2] = 99;
console.log(grid.map((row) => row.join(' ')).join('\n'));
const transposed = grid[0].map((_, x) => grid.map((row) => row[x]));
console.log(transposed, transposed.length, transposed[0].length);
const shared = new Array(2).fill([0]);
shared[0].push(1);
console.log(shared, shared[0] === shared[1]);
function multiply(a: number[][], b: number[][]): number[][] {
  return a.map((row) => b[0].map((_, j) => row.reduce((sum, x, k) => sum + x * b[k][j], 0)));
}
console.log(multiply([[1, 2], [3, 4]], [[0.5, 0], [0, 2]]));
