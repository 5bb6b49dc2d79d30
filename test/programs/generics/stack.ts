class Stack<T> {
  private items: T[] = [];
  push(item: T): void {
    this.items.push(item);
  }
  pop(): T | undefined {
    return this.items.pop();
  }
  peek(): T | undefined {
    return this.items[this.items.length - 1];
  }
  get size(): number {
    return this.items.length;
  }
  map<U>(f: (item: T) => U): Stack<U> {
    const result = new Stack<U>();
    for (const item of this.items) result.push(f(item));
    return result;
  }
}
const numbers = new Stack<number>();
for (let i = 0; i < 5; i++) numbers.push(i * 1.5);
const strings = numbers.map((n) => 'n' + n);
console.log(numbers.pop(), strings.pop(), numbers.peek(), strings.peek(), numbers.size);
let total = 0;
while (numbers.size > 0) total += numbers.pop()!;
console.log(total, numbers.pop(), strings.map((s) => s.length).pop());
