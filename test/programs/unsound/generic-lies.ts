function parse<T>(value: unknown): T {
  return value as T;
}
const n = parse<number>('12');
const list = parse<number[]>(['a', 1]);
const obj = parse<{ x: { y: number } }>({ x: { y: 'deep' } });
console.log(n + 1, n as any - 1, list[0], list[0] * 2, obj.x.y + 1);
class Stack<T> {
  items: T[] = [];
  push(x: T): void { this.items.push(x); }
  pop(): T { return this.items.pop()!; }
}
const s = new Stack<number>();
s.push(1.5);
(s as Stack<any>).push('lie');
(s as Stack<any>).push(null);
console.log(s.pop(), s.pop() + 1, s.pop() + 1, s.pop(), s.items);
const identity = <T>(x: T): T => x;
console.log((identity as any)(), identity<any>('x') * 1, parse<() => number>(() => 'text')());
const record = parse<Record<string, number>>({ a: 1, b: 'two' });
let sum = 0;
for (const k of Object.keys(record)) sum += record[k];
console.log(sum, record['c'], record['c'] + 1);
