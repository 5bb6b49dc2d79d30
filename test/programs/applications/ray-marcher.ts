interface Vec { x: number; y: number; z: number }
const v = (x: number, y: number, z: number): Vec => ({ x, y, z });
const add = (a: Vec, b: Vec): Vec => v(a.x + b.x, a.y + b.y, a.z + b.z);
const sub = (a: Vec, b: Vec): Vec => v(a.x - b.x, a.y - b.y, a.z - b.z);
const scale = (a: Vec, k: number): Vec => v(a.x * k, a.y * k, a.z * k);
const dot = (a: Vec, b: Vec): number => a.x * b.x + a.y * b.y + a.z * b.z;
const length = (a: Vec): number => Math.sqrt(dot(a, a));
const normal = (a: Vec): Vec => scale(a, 1 / length(a));
abstract class Solid { abstract distance(p: Vec): number; }
class Sphere extends Solid { constructor(private readonly at: Vec, private readonly r: number) { super(); } distance(p: Vec): number { return length(sub(p, this.at)) - this.r; } }
class Floor extends Solid { distance(p: Vec): number { return p.y + 1; } }
const scene: Solid[] = [new Sphere(v(0, 0, 4), 1), new Sphere(v(1.2, -0.4, 3), 0.6), new Floor()];
const nearest = (p: Vec): number => scene.reduce((d, s) => Math.min(d, s.distance(p)), Infinity);
const light = normal(v(-1, 2, -1));
function shade(origin: Vec, direction: Vec): number {
  let t = 0;
  for (let i = 0; i < 60 && t < 20; i++) {
    const p = add(origin, scale(direction, t));
    const d = nearest(p);
    if (d < 1e-3) {
      const e = 1e-4;
      const n = normal(v(nearest(add(p, v(e, 0, 0))) - d, nearest(add(p, v(0, e, 0))) - d, nearest(add(p, v(0, 0, e))) - d));
      return Math.max(0.1, dot(n, light));
    }
    t += d;
  }
  return 0;
}
const ramp = ' .:-=+*#%@';
for (let y = 0; y < 20; y++) {
  let row = '';
  for (let x = 0; x < 50; x++) row += ramp[Math.min(9, Math.floor(shade(v(0, 0, 0), normal(v((x - 25) / 25, (10 - y) / 14, 1))) * 10))];
  console.log(row.trimEnd());
}
