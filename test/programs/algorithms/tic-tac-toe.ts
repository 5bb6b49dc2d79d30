type Cell = 'X' | 'O' | null;
const lines = [[0, 1, 2], [3, 4, 5], [6, 7, 8], [0, 3, 6], [1, 4, 7], [2, 5, 8], [0, 4, 8], [2, 4, 6]];
const winner = (b: Cell[]): Cell => lines.map(([x, y, z]) => (b[x] && b[x] === b[y] && b[x] === b[z] ? b[x] : null)).find((w) => w) ?? null;
let visited = 0;
function best(b: Cell[], me: 'X' | 'O'): { score: number; move: number } {
  visited++;
  const w = winner(b);
  if (w) return { score: w === 'X' ? 1 : -1, move: -1 };
  const other = me === 'X' ? 'O' : 'X';
  let result: { score: number; move: number } | null = null;
  b.forEach((cell, i) => {
    if (cell) return;
    b[i] = me;
    const { score } = best(b, other);
    b[i] = null;
    if (!result || (me === 'X' ? score > result.score : score < result.score)) result = { score, move: i };
  });
  return result ?? { score: 0, move: -1 };
}
const board: Cell[] = ['X', 'O', 'X', null, null, null, null, null, 'O'];
console.log(best(board, 'X'), visited, board);
