/* The algorithm of sieve.ts. */
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>

static int count_primes(long limit) {
  bool *composite = malloc((limit + 1) * sizeof(bool));
  for (long i = 0; i <= limit; i++) composite[i] = false;
  int count = 0;
  for (long i = 2; i <= limit; i++) {
    if (composite[i]) continue;
    count++;
    for (long multiple = i * i; multiple <= limit; multiple += i) composite[multiple] = true;
  }
  free(composite);
  return count;
}

int main(void) {
  int total = 0;
  for (int round = 0; round < 20; round++) total += count_primes(3000000 + round);
  printf("%d\n", total);
}
