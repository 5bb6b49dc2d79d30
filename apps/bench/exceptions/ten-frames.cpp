// As ten-frames.ts.
#include <cstdio>
#include <cstdlib>
struct Name { const char *name; };
static const Name odd{"odd"};
static long rounds;
__attribute__((noinline)) static long descend(long depth, long i) {
  if (depth == 0) {
    if (i >= 0) throw &odd;
    return i;
  }
  return descend(depth - 1, i) + 1;
}
static long throw_and_catch() {
  long caught = 0;
  for (long i = 0; i < rounds; i++) {
    try {
      caught += descend(10, i);
    } catch (const Name *e) {
      if (e == &odd) caught++;
    }
  }
  return caught;
}
__attribute__((noinline)) static long below(long depth) { return depth > 0 ? below(depth - 1) + 1 : throw_and_catch(); }
int main(int, char **argv) {
  rounds = atol(argv[1]);
  printf("%ld\n", below(10));
}
