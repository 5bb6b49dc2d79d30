const puzzle = '530070000600195000098000060800060003400803001700020006060000280000419005000080079';
class Sudoku {
  private readonly cells: number[];
  steps = 0;
  constructor(text: string) {
    if (text.length !== 81) throw new RangeError('81 digits are needed');
    this.cells = [...text].map(Number);
  }
  private candidates(at: number): number[] {
    const row = Math.floor(at / 9);
    const column = at % 9;
    const used = new Set<number>();
    for (let i = 0; i < 9; i++) {
      used.add(this.cells[row * 9 + i]);
      used.add(this.cells[i * 9 + column]);
      used.add(this.cells[(row - (row % 3) + Math.floor(i / 3)) * 9 + column - (column % 3) + (i % 3)]);
    }
    return [1, 2, 3, 4, 5, 6, 7, 8, 9].filter((n) => !used.has(n));
  }
  solve(): boolean {
    this.steps++;
    let best = -1;
    let options: number[] = [];
    for (let i = 0; i < 81; i++) {
      if (this.cells[i] !== 0) continue;
      const c = this.candidates(i);
      if (best < 0 || c.length < options.length) [best, options] = [i, c];
    }
    if (best < 0) return true;
    for (const n of options) {
      this.cells[best] = n;
      if (this.solve()) return true;
    }
    this.cells[best] = 0;
    return false;
  }
  toString(): string {
    let out = '';
    for (let r = 0; r < 9; r++) out += this.cells.slice(r * 9, r * 9 + 9).join(' ') + (r < 8 ? '\n' : '');
    return out;
  }
}
const s = new Sudoku(puzzle);
console.log(s.solve(), s.steps);
console.log(`${s}`);
try {
  new Sudoku('123');
} catch (e) {
  console.log(String(e));
}
