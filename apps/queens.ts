/**
 * Counts the ways to put N queens on an N by N board so that none attacks another, and draws the first.
 *
 * Arguments: the largest N (default 8). Includes: none.
 */
class Board {
  readonly size: number;
  solutions = 0;
  first: number[] | null = null;
  private readonly columns: boolean[];
  private readonly rising: boolean[];
  private readonly falling: boolean[];
  private readonly placed: number[] = [];

  constructor(size: number) {
    this.size = size;
    this.columns = new Array<boolean>(size).fill(false);
    this.rising = new Array<boolean>(2 * size).fill(false);
    this.falling = new Array<boolean>(2 * size).fill(false);
  }

  solve(row = 0): void {
    if (row === this.size) {
      this.solutions++;
      this.first ??= [...this.placed];
      return;
    }
    for (let column = 0; column < this.size; column++) {
      const up = row + column;
      const down = row - column + this.size;
      if (this.columns[column] || this.rising[up] || this.falling[down]) continue;
      this.mark(column, up, down, true);
      this.placed.push(column);
      this.solve(row + 1);
      this.placed.pop();
      this.mark(column, up, down, false);
    }
  }

  private mark(column: number, up: number, down: number, taken: boolean): void {
    this.columns[column] = taken;
    this.rising[up] = taken;
    this.falling[down] = taken;
  }

  toString(): string {
    if (this.first === null) return '(none)';
    return this.first.map((queen) => '. '.repeat(queen) + 'Q ' + '. '.repeat(this.size - queen - 1)).join('\n');
  }
}

const largest = parseInt(process.argv[2] ?? '8', 10);
for (let size = 1; size <= largest; size++) {
  const board = new Board(size);
  board.solve();
  console.log(`${size} queens: ${board.solutions} solution${board.solutions === 1 ? '' : 's'}`);
  if (size === largest) console.log(`${board}`);
}
