/** The Mandelbrot set counted in points: a loop of double arithmetic with two exits. */
function countInside(size: number, limit: number): number {
  let inside = 0;
  for (let row = 0; row < size; row++) {
    const cy = (2 * row) / size - 1;
    for (let column = 0; column < size; column++) {
      const cx = (2 * column) / size - 1.5;
      let x = 0;
      let y = 0;
      let n = 0;
      while (n < limit && x * x + y * y <= 4) {
        const next = x * x - y * y + cx;
        y = 2 * x * y + cy;
        x = next;
        n++;
      }
      if (n === limit) inside++;
    }
  }
  return inside;
}

console.log(countInside(1800, 200));
