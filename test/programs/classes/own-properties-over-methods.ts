// An assignment over a method of the class makes an own property, which later calls find first.
class A {
  v = 3;
  m(): number { return this.v; }
  toString(): string { return `A${this.v}`; }
}
const plain = new A();
const hidden = new A();
hidden.m = () => 7;
console.log(plain.m(), hidden.m(), Object.keys(hidden), `${plain}`);
const inner = hidden.m;
hidden.m = function (this: A) { return inner.call(this) * 10; };
console.log(hidden.m());
hidden.toString = () => 'own';
console.log(`${hidden} ${String(plain)}`, Object.keys(hidden).join());

class Bound {
  v = 3;
  constructor() {
    this.m = this.m.bind(this);
    this.twice = this.twice.bind(this);
  }
  m(): number { return this.v; }
  twice(k: number): number { return this.m() * k; }
}
const { m, twice } = new Bound();
console.log(m(), twice(2), [1, 2, 3].map(new Bound().twice));

class Shadow extends A {
  constructor() {
    super();
    (this as unknown as { m: number }).m = 5;
  }
}
console.log((new Shadow() as unknown as { m: number }).m, Object.keys(new Shadow()));
try { new Shadow().m(); } catch (error) { console.log((error as Error).message); }

let chain: (...args: number[]) => number = (...args) => args.reduce((sum, n) => sum * 10 + n, 0);
for (let i = 1; i < 4; i++) chain = chain.bind(null, i);
console.log(chain(), chain(9));

const three = (a: number, b: number, c: number): string => `${a} ${b} ${c}`;
const list = [8, 9];
console.log(three.bind(null, 7)(...(list as [number, number])), chain.bind(null, 5, 6)(...list), ((...all: unknown[]) => all).bind(null, 'x')(...list, 'y'));

const dynamic: any = new A();
console.log(dynamic.m());
for (const name of ['m', 'other']) dynamic[name] = () => name + '!';
console.log(dynamic.m(), dynamic.other(), new A().m());
