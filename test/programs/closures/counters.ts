function makeCounter(start: number): { up(): number; down(): number; value(): number } {
  let n = start;
  return { up: () => ++n, down: () => --n, value: () => n };
}
const a = makeCounter(10);
const b = makeCounter(-5);
a.up();
a.up();
b.down();
console.log(a.value(), b.value(), a.down(), b.up());
