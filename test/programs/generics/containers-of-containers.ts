class Matrix<T> {
  private constructor(private readonly rows: T[][]) {}
  static of<T>(rows: T[][]): Matrix<T> { return new Matrix(rows.map((r) => [...r])); }
  map<U>(f: (t: T, y: number, x: number) => U): Matrix<U> { return new Matrix(this.rows.map((r, y) => r.map((t, x) => f(t, y, x)))); }
  zip<U, V>(other: Matrix<U>, f: (t: T, u: U) => V): Matrix<V> { return this.map((t, y, x) => f(t, other.rows[y][x])); }
  fold<R>(start: R, f: (r: R, t: T) => R): R { return this.rows.reduce((acc, row) => row.reduce(f, acc), start); }
  get size(): [number, number] { return [this.rows.length, this.rows[0]?.length ?? 0]; }
}
const m = Matrix.of([[1, 2], [3, 4.5]]);
console.log(m.map((n) => n * 2).fold(0, (a, b) => a + b), m.map(String).fold('', (a, b) => a + b), m.zip(m.map((n) => 'v' + n), (n, s) => s + n).fold('', (a, b) => a + ',' + b), m.size);
const tree: Map<string, Map<string, Set<number>>> = new Map();
for (const [a, b, n] of [['x', 'p', 1], ['x', 'q', 2], ['y', 'p', 3], ['x', 'p', 4]] as const) {
  const inner = tree.get(a) ?? new Map<string, Set<number>>();
  tree.set(a, inner);
  inner.set(b, (inner.get(b) ?? new Set()).add(n));
}
console.log(tree, [...tree.get('x')!.get('p')!]);
