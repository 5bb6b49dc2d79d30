/* The algorithm of spectral-norm.ts. */
#include <math.h>
#include <stdio.h>
#include <stdlib.h>

static double entry(double i, double j) { return 1 / ((i + j) * (i + j + 1) / 2 + i + 1); }

static void multiply(int n, const double *v, double *result) {
  for (int i = 0; i < n; i++) {
    double sum = 0;
    for (int j = 0; j < n; j++) sum += entry(i, j) * v[j];
    result[i] = sum;
  }
}

static void multiply_transposed(int n, const double *v, double *result) {
  for (int i = 0; i < n; i++) {
    double sum = 0;
    for (int j = 0; j < n; j++) sum += entry(j, i) * v[j];
    result[i] = sum;
  }
}

static double spectral_norm(int n) {
  double *u = malloc(n * sizeof(double)), *v = malloc(n * sizeof(double)), *w = malloc(n * sizeof(double));
  for (int i = 0; i < n; i++) u[i] = 1, v[i] = 0, w[i] = 0;
  for (int round = 0; round < 10; round++) {
    multiply(n, u, w);
    multiply_transposed(n, w, v);
    multiply(n, v, w);
    multiply_transposed(n, w, u);
  }
  double vBv = 0, vv = 0;
  for (int i = 0; i < n; i++) vBv += u[i] * v[i], vv += v[i] * v[i];
  return sqrt(vBv / vv);
}

int main(void) {
  printf("%.9f\n", spectral_norm(3200));
}
