// Hoisting, recursion, mutual recursion, functions as values.
console.log(hoisted(3));
function hoisted(n: number): number {
  return n * 2;
}
function isEven(n: number): boolean {
  return n === 0 ? true : isOdd(n - 1);
}
function isOdd(n: number): boolean {
  return n === 0 ? false : isEven(n - 1);
}
console.log(isEven(10), isOdd(7), isEven(7));
const twice = function inner(n: number): number {
  return n > 100 ? n : inner(n * 2);
};
console.log(twice(3), twice.name, twice.length);
const add = (a: number, b: number): number => a + b;
const table = [add, (a: number, b: number) => a - b, Math.max, Math.min];
for (const operation of table) console.log(operation(5, 3));
function nothing(): void {}
console.log(nothing());
function early(n: number): string {
  if (n < 0) return 'negative';
  if (n === 0) return 'zero';
  return 'positive';
}
console.log(early(-1), early(0), early(1), early(NaN));
