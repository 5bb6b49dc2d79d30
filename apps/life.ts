/**
 * Conway's Game of Life on a torus, from a pattern in plaintext format (`!` comment, `.` dead, `O` alive).
 *
 * Arguments: pattern file, width, height, generations. Includes: the pattern file.
 */
import { readFileSync } from 'node:fs';

class World {
  private cells: Uint8Array;
  private next: Uint8Array;

  constructor(readonly width: number, readonly height: number) {
    this.cells = new Uint8Array(width * height);
    this.next = new Uint8Array(width * height);
  }

  static parse(text: string, width: number, height: number): World {
    const world = new World(width, height);
    const rows = text.split('\n').filter((line) => !line.startsWith('!') && line !== '');
    const left = Math.floor((width - Math.max(...rows.map((row) => row.length))) / 2);
    const top = Math.floor((height - rows.length) / 2);
    rows.forEach((row, y) => {
      for (let x = 0; x < row.length; x++) if (row[x] === 'O') world.cells[(top + y) * width + left + x] = 1;
    });
    return world;
  }

  get population(): number {
    return this.cells.reduce((sum, cell) => sum + cell, 0);
  }

  step(): void {
    const { width, height, cells, next } = this;
    for (let y = 0; y < height; y++) {
      const above = ((y + height - 1) % height) * width;
      const here = y * width;
      const below = ((y + 1) % height) * width;
      for (let x = 0; x < width; x++) {
        const west = (x + width - 1) % width;
        const east = (x + 1) % width;
        const neighbours =
          cells[above + west] + cells[above + x] + cells[above + east] + cells[here + west] + cells[here + east] + cells[below + west] + cells[below + x] + cells[below + east];
        next[here + x] = neighbours === 3 || (neighbours === 2 && cells[here + x] === 1) ? 1 : 0;
      }
    }
    [this.cells, this.next] = [this.next, this.cells];
  }

  toString(): string {
    let text = '';
    for (let y = 0; y < this.height; y++) {
      for (let x = 0; x < this.width; x++) text += this.cells[y * this.width + x] ? '#' : '.';
      text += '\n';
    }
    return text;
  }
}

const [pattern, width, height, generations] = process.argv.slice(2);
const world = World.parse(readFileSync(pattern, 'utf8'), Number(width), Number(height));
console.log(`generation 0, population ${world.population}`);
console.log(world.toString());
for (let generation = 1; generation <= Number(generations); generation++) {
  world.step();
  if (generation % 25 === 0) console.log(`generation ${generation}, population ${world.population}`);
}
console.log(world.toString());
