const maze = ['#########', '#S..#...#', '#.#.#.#.#', '#.#...#.#', '#.#####.#', '#...#..E#', '#########'];
interface Node { x: number; y: number; from: Node | null; cost: number }
function locate(c: string): { x: number; y: number } {
  for (const [y, row] of maze.entries()) {
    const x = row.indexOf(c);
    if (x >= 0) return { x, y };
  }
  throw new Error(`no ${c} in the maze`);
}
const directions = [[0, -1], [1, 0], [0, 1], [-1, 0]] as const;
function search(): Node | null {
  const end = locate('E');
  const open: Node[] = [{ ...locate('S'), from: null, cost: 0 }];
  const closed = new Set<string>();
  const estimate = (n: Node): number => n.cost + Math.abs(n.x - end.x) + Math.abs(n.y - end.y);
  while (open.length > 0) {
    open.sort((a, b) => estimate(a) - estimate(b));
    const node = open.shift()!;
    if (node.x === end.x && node.y === end.y) return node;
    const key = `${node.x},${node.y}`;
    if (closed.has(key)) continue;
    closed.add(key);
    for (const [dx, dy] of directions) {
      const x = node.x + dx;
      const y = node.y + dy;
      if (maze[y][x] !== '#') open.push({ x, y, from: node, cost: node.cost + 1 });
    }
  }
  return null;
}
const grid = maze.map((row) => [...row]);
const found = search();
for (let n = found?.from ?? null; n?.from; n = n.from) grid[n.y][n.x] = '*';
console.log(found?.cost, '\n' + grid.map((r) => r.join('')).join('\n'));
try {
  locate('X');
} catch (e) {
  console.log((e as Error).message);
}
