let grid = ['.....', '..#..', '..#..', '..#..', '.....'].map((row) => [...row].map((c) => c === '#'));
const step = (g: boolean[][]): boolean[][] => g.map((row, y) => row.map((alive, x) => {
  let n = 0;
  for (let dy = -1; dy <= 1; dy++) for (let dx = -1; dx <= 1; dx++) if ((dx || dy) && g[y + dy]?.[x + dx]) n++;
  return n === 3 || (alive && n === 2);
}));
for (let i = 0; i < 3; i++) {
  console.log(grid.map((row) => row.map((c) => (c ? '#' : '.')).join('')).join('\n'));
  grid = step(grid);
}
