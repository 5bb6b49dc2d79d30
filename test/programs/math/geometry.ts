interface P { x: number; y: number }
const cross = (o: P, a: P, b: P): number => (a.x - o.x) * (b.y - o.y) - (a.y - o.y) * (b.x - o.x);
function hull(points: P[]): P[] {
  const s = [...points].sort((a, b) => a.x - b.x || a.y - b.y);
  const build = (list: P[]): P[] => {
    const h: P[] = [];
    for (const p of list) {
      while (h.length >= 2 && cross(h[h.length - 2], h[h.length - 1], p) <= 0) h.pop();
      h.push(p);
    }
    h.pop();
    return h;
  };
  return [...build(s), ...build([...s].reverse())];
}
let seed = 7;
const rnd = (): number => (seed = (seed * 1103515245 + 12345) % 2147483648) / 2147483648;
const pts = Array.from({ length: 60 }, () => ({ x: Math.round(rnd() * 1000) / 10, y: Math.round(rnd() * 1000) / 10 }));
const h = hull(pts);
const area = Math.abs(h.reduce((s, p, i) => s + p.x * h[(i + 1) % h.length].y - h[(i + 1) % h.length].x * p.y, 0)) / 2;
console.log(h.length, h[0], area.toFixed(6), h.reduce((s, p, i) => s + Math.hypot(p.x - h[(i + 1) % h.length].x, p.y - h[(i + 1) % h.length].y), 0).toFixed(6));
