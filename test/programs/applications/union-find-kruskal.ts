class UnionFind {
  private readonly parent: number[];
  private readonly rank: Uint8Array;
  sets: number;
  constructor(n: number) { this.parent = Array.from({ length: n }, (_, i) => i); this.rank = new Uint8Array(n); this.sets = n; }
  find(x: number): number { while (this.parent[x] !== x) x = this.parent[x] = this.parent[this.parent[x]]; return x; }
  union(a: number, b: number): boolean {
    a = this.find(a);
    b = this.find(b);
    if (a === b) return false;
    if (this.rank[a] < this.rank[b]) [a, b] = [b, a];
    this.parent[b] = a;
    if (this.rank[a] === this.rank[b]) this.rank[a]++;
    this.sets--;
    return true;
  }
}
type Edge = [from: number, to: number, weight: number];
const n = 200;
const edges: Edge[] = [];
let seed = 99;
const random = (limit: number): number => (seed = (seed * 16807) % 2147483647) % limit;
for (let i = 0; i < 800; i++) edges.push([random(n), random(n), random(1000) / 10]);
edges.sort((a, b) => a[2] - b[2] || a[0] - b[0] || a[1] - b[1]);
const uf = new UnionFind(n);
const tree = edges.filter(([a, b]) => uf.union(a, b));
console.log(tree.length, uf.sets, tree.reduce((s, [, , w]) => s + w, 0).toFixed(1), tree.slice(0, 3), uf.find(3) === uf.find(150));
