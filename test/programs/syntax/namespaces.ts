// refused: TORO1001
namespace Geometry {
  export const unit = 2;
  const hidden = 3;
  export function area(w: number): number { return w * unit * hidden; }
  export namespace Deep { export const level = area(1); }
  export interface Shape { w: number }
  export class Square implements Shape { constructor(readonly w: number) {} get area(): number { return area(this.w); } }
}
namespace Geometry { export const later = unit + 1; }
console.log(Geometry.unit, Geometry.area(4), Geometry.Deep.level, new Geometry.Square(5).area, Geometry.later);
function counter(): number { return counter.start++; }
namespace counter { export let start = 10; }
console.log(counter(), counter(), counter.start);
