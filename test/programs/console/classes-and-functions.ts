class Empty {}
class Point {
  constructor(public x: number, public y: number) {}
  get norm(): number { return Math.hypot(this.x, this.y); }
}
class Point3 extends Point { z = 0; #hidden = 1; get h(): number { return this.#hidden; } }
console.log(new Empty(), new Point(1, 2), new Point3(1, 2), [new Point(0, 0)], { p: new Point(3, 4) });
console.log(Point, Empty, Point3, [Point], class {}, { c: Point3 });
console.log(function named() {}, () => 1, [() => 2], { f() {}, g: () => 1, h: function () {} }, Math.max, console.log.name);
const o = { get a() { return 1; }, set a(v) {}, get b() { return 2; }, set c(v: number) {} };
console.log(o);
const weird = Object.assign(() => 1, { prop: 'x' });
console.log(weird);
console.log({ e: [new Error('x').message], n: Object.keys(new Point(1, 2)) });
