class Xorshift {
  private state: number;
  constructor(seed: number) { this.state = seed | 0 || 1; }
  next(): number {
    let x = this.state;
    x ^= x << 13;
    x ^= x >>> 17;
    x ^= x << 5;
    this.state = x;
    return (x >>> 0) / 4294967296;
  }
}
const r = new Xorshift(2024);
const samples = Array.from({ length: 10000 }, () => r.next());
const mean = samples.reduce((a, b) => a + b) / samples.length;
const variance = samples.reduce((a, b) => a + (b - mean) ** 2, 0) / samples.length;
console.log(mean, variance, Math.sqrt(variance), Math.min(...samples), Math.max(...samples));
const buckets = new Array<number>(10).fill(0);
for (const s of samples) buckets[Math.floor(s * 10)]++;
console.log(buckets);
let inside = 0;
for (let i = 0; i < 20000; i++) if (r.next() ** 2 + r.next() ** 2 < 1) inside++;
console.log((4 * inside) / 20000);
