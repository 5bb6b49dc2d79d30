// Two number[] and one string[] through the same map, sort, Map and Stack<T>.
class Stack<T> {
  private readonly items: T[] = [];
  push(item: T): void { this.items.push(item); }
  pop(): T | undefined { return this.items.pop(); }
}
const integers: number[] = [3, 1, 2];
const fractions: number[] = [0.5, -1.25, 1e10];
const words: string[] = ['pear', 'apple', 'fig'];
const sortBy = <T>(items: T[], compare: (a: T, b: T) => number): T[] => [...items].sort(compare);
console.log(integers.map((n) => n * 2), fractions.map((n) => n * 2), words.map((w) => w + '!'));
console.log(sortBy(integers, (a, b) => a - b), sortBy(fractions, (a, b) => a - b), sortBy(words, (a, b) => (a < b ? -1 : 1)));
function index<T>(items: T[]): Map<T, number> {
  const positions = new Map<T, number>();
  items.forEach((item, i) => positions.set(item, i));
  return positions;
}
console.log(index(integers).get(2), index(fractions).get(-1.25), index(words).get('fig'), index(words));
function reversed<T>(items: T[]): T[] {
  const stack = new Stack<T>();
  for (const item of items) stack.push(item);
  const result: T[] = [];
  for (let item = stack.pop(); item !== undefined; item = stack.pop()) result.push(item);
  return result;
}
console.log(reversed(integers), reversed(fractions), reversed(words));
let dot = 0;
for (let i = 0; i < integers.length; i++) dot += integers[i] * fractions[i];
console.log(dot);
