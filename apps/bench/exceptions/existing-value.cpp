// As existing-value.ts: an object that exists already is thrown by its address.
#include <cstdio>
#include <cstdlib>
struct Name { const char *name; };
static const Name odd{"odd"}, even{"even"};
static long rounds;
static long throw_and_catch() {
  long caught = 0;
  for (long i = 0; i < rounds; i++) {
    try {
      throw i % 2 == 0 ? &even : &odd;
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
