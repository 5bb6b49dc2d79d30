// As new-error.ts.
#include <cstdio>
#include <cstdlib>
#include <stdexcept>
static long rounds;
static long throw_and_catch() {
  long caught = 0;
  for (long i = 0; i < rounds; i++) {
    try {
      throw std::runtime_error("odd");
    } catch (const std::exception &) {
      caught++;
    }
  }
  return caught;
}
__attribute__((noinline)) static long below(long depth) { return depth > 0 ? below(depth - 1) + 1 : throw_and_catch(); }
int main(int, char **argv) {
  rounds = atol(argv[1]);
  printf("%ld\n", below(10));
}
