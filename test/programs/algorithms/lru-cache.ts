class Lru<K, V> {
  private readonly map = new Map<K, V>();
  hits = 0;
  constructor(private readonly limit: number) {}
  get(key: K, make: (key: K) => V): V {
    let value = this.map.get(key);
    if (value !== undefined) {
      this.hits++;
      this.map.delete(key);
    } else value = make(key);
    this.map.set(key, value);
    if (this.map.size > this.limit) this.map.delete(this.map.keys().next().value!);
    return value;
  }
  keys(): K[] {
    return [...this.map.keys()];
  }
}
const squares = new Lru<number, number>(3);
for (const n of [1, 2, 3, 1, 4, 2, 1, 1]) squares.get(n, (k) => k * k);
console.log(squares.keys(), squares.hits);
const names = new Lru<string, string[]>(2);
for (const n of ['a', 'b', 'a', 'c', 'b']) names.get(n, (k) => [k, k + k]);
console.log(names.keys(), names.hits, names.get('b', () => ['new']));
