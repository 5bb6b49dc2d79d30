/* The algorithm of mandelbrot.ts. */
#include <stdio.h>

static int count_inside(int size, int limit) {
  int inside = 0;
  for (int row = 0; row < size; row++) {
    double cy = 2.0 * row / size - 1;
    for (int column = 0; column < size; column++) {
      double cx = 2.0 * column / size - 1.5, x = 0, y = 0;
      int n = 0;
      while (n < limit && x * x + y * y <= 4) {
        double next = x * x - y * y + cx;
        y = 2 * x * y + cy;
        x = next;
        n++;
      }
      if (n == limit) inside++;
    }
  }
  return inside;
}

int main(void) {
  printf("%d\n", count_inside(1800, 200));
}
