class Box<T = string> {
  constructor(public content: T) {}
  swap(other: Box<T>): void {
    [this.content, other.content] = [other.content, this.content];
  }
}
const a = new Box('left');
const b: Box = new Box('right');
a.swap(b);
console.log(a.content, b.content);
const n = new Box(1);
n.swap(new Box(2.5));
console.log(n.content);
function zip<A, B>(a: A[], b: B[]): [A, B][] {
  return a.slice(0, Math.min(a.length, b.length)).map((x, i) => [x, b[i]]);
}
console.log(zip([1, 2, 3], ['a', 'b']));
const fold = <T, R>(items: Iterable<T>, start: R, f: (r: R, t: T) => R): R => {
  let result = start;
  for (const item of items) result = f(result, item);
  return result;
};
console.log(fold([1, 2, 3], '', (r, t) => r + t), fold('abc', 0, (r, c) => r + c.charCodeAt(0)), fold(new Set([1.5, 2.5]), 0, (r, t) => r + t));
