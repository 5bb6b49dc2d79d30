/**
 * Draws the Mandelbrot set in characters and sums up the iterations it took.
 *
 * Arguments: columns, rows, most iterations. Includes: none.
 */
const shades = ' .:-=+*#%@';

function iterations(cx: number, cy: number, limit: number): number {
  let x = 0;
  let y = 0;
  let n = 0;
  while (n < limit && x * x + y * y <= 4) {
    const next = x * x - y * y + cx;
    y = 2 * x * y + cy;
    x = next;
    n++;
  }
  return n;
}

function draw(columns: number, rows: number, limit: number): number {
  let total = 0;
  for (let row = 0; row < rows; row++) {
    const line: string[] = [];
    for (let column = 0; column < columns; column++) {
      const n = iterations(-2.2 + (3.2 * column) / columns, -1.2 + (2.4 * row) / (rows - 1), limit);
      total += n;
      line.push(shades[Math.floor(((shades.length - 1) * n) / limit)]);
    }
    console.log(line.join('').trimEnd());
  }
  return total;
}

const [columns = 72, rows = 25, limit = 200] = process.argv.slice(2).map(Number);
console.log(draw(columns, rows, limit), 'iterations');
