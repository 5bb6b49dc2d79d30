// Classes that are made of the class that a function is given.
type Constructor<T = object> = new (...args: any[]) => T;

class Point {
  constructor(public x: number, public y: number) {}
  describe(): string {
    return `(${this.x}, ${this.y})`;
  }
}

const Named = <T extends Constructor<Point>>(Base: T) =>
  class extends Base {
    name = 'unnamed';
    static made = 0;
    rename(name: string): this {
      this.name = name;
      return this;
    }
    override describe(): string {
      return `${this.name}${super.describe()}`;
    }
  };

function Counted<T extends Constructor>(Base: T, step: number) {
  let made = 0;
  return class CountedThing extends Base {
    readonly serial: number;
    constructor(...args: any[]) {
      super(...args);
      made += step;
      this.serial = made;
    }
    static total(): number {
      return made;
    }
    get label(): string {
      return `#${this.serial} of ${made}`;
    }
  };
}

const NamedPoint = Named(Point);
const p = new NamedPoint(1, 2);
console.log(p.describe(), p.rename('p').describe(), p instanceof NamedPoint, p instanceof Point, p.name);

const CountedPoint = Counted(Point, 1);
const CountedNamed = Counted(Named(Point), 10);
const a = new CountedPoint(3, 4);
const b = new CountedPoint(5, 6);
const c = new CountedNamed(7, 8);
console.log(a.serial, b.serial, c.serial, CountedPoint.total(), CountedNamed.total());
console.log(a.label, b.label, c.label, c.rename('c').describe());
console.log(a instanceof CountedPoint, a instanceof CountedNamed, c instanceof CountedPoint, c instanceof CountedNamed, c instanceof Point, c instanceof NamedPoint);

const Twice = Counted(Counted(Point, 1), 2);
const t = new Twice(1, 1);
console.log(t.serial, t.label, Twice.total(), t.describe());
const u = new Twice(2, 1);
console.log(u.serial, u.label, Twice.total());
console.log(Twice.name, CountedNamed.name, Object.keys(a).join());

const things = [a, b, c, t, u, new Point(9, 9), p];
console.log(things.map((thing) => thing.describe()).join(' '));
console.log(things.filter((thing) => thing instanceof CountedPoint).length);
console.log(a.constructor === CountedPoint, a.constructor === CountedNamed, Object.is(c.constructor, CountedNamed));
console.log(a, c);
