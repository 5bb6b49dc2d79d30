// The same names in other orders, and optional ones, through one function.
function norm(p: { x: number; y: number; z?: number }): number {
  return p.x * p.x + p.y * p.y + (p.z ?? 0) ** 2;
}
console.log(norm({ x: 1, y: 2 }), norm({ y: 1.5, x: 2 }), norm({ x: 1, y: 2, z: 3 }), norm({ z: 0.5, y: 0, x: 0 }));
class V {
  constructor(public y: number, public x: number, public extra = 'e') {}
}
console.log(norm(new V(3, 4)));
const all = [{ x: 1, y: 1 }, new V(2, 2), { y: 3, x: 3, w: 'w' }];
let total = 0;
for (let i = 0; i < 30; i++) total += norm(all[i % 3]);
console.log(total);
