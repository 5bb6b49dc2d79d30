function knapsack(items: { w: number; v: number }[], capacity: number): { value: number; taken: number[] } {
  const best: number[][] = [new Array<number>(capacity + 1).fill(0)];
  items.forEach(({ w, v }, i) => best.push(best[i].map((old, c) => (c >= w ? Math.max(old, best[i][c - w] + v) : old))));
  const taken: number[] = [];
  for (let i = items.length, c = capacity; i > 0; i--) if (best[i][c] !== best[i - 1][c]) { taken.unshift(i - 1); c -= items[i - 1].w; }
  return { value: best[items.length][capacity], taken };
}
console.log(knapsack([{ w: 1, v: 1 }, { w: 3, v: 4 }, { w: 4, v: 5 }, { w: 5, v: 7 }], 7), knapsack([], 3));
const change = (amount: number, coins: number[]): number => { const ways = new Float64Array(amount + 1); ways[0] = 1; for (const c of coins) for (let a = c; a <= amount; a++) ways[a] += ways[a - c]; return ways[amount]; };
console.log(change(100, [1, 5, 10, 25, 50]), change(1000, [1, 2, 5, 10, 20, 50, 100, 200]), change(3, [2]));
const lis = (a: number[]): number[] => { const len = a.map(() => 1); const from = a.map(() => -1); let end = 0; for (let i = 0; i < a.length; i++) { for (let j = 0; j < i; j++) if (a[j] < a[i] && len[j] + 1 > len[i]) { len[i] = len[j] + 1; from[i] = j; } if (len[i] > len[end]) end = i; } const out: number[] = []; for (let i = end; i >= 0; i = from[i]) out.unshift(a[i]); return out; };
console.log(lis([10, 9, 2, 5, 3, 7, 101, 18, 4, 20]), lis([0.5, 0.25, 0.75]));
const catalan = new Map<number, number>([[0, 1]]);
const c = (n: number): number => { const k = catalan.get(n); if (k !== undefined) return k; let s = 0; for (let i = 0; i < n; i++) s += c(i) * c(n - 1 - i); catalan.set(n, s); return s; };
console.log(c(20), c(30), catalan.size);
const chain = (d: number[]): number => { const n = d.length - 1; const m = Array.from({ length: n }, () => new Array<number>(n).fill(0)); for (let len = 2; len <= n; len++) for (let i = 0; i + len <= n; i++) { const j = i + len - 1; m[i][j] = Infinity; for (let k = i; k < j; k++) m[i][j] = Math.min(m[i][j], m[i][k] + m[k + 1][j] + d[i] * d[k + 1] * d[j + 1]); } return m[0][n - 1]; };
console.log(chain([40, 20, 30, 10, 30]), chain([5, 10]));
