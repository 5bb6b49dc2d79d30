// Classes, prototypes and their chains walked by a program.
function t(f: () => unknown) { try { console.log(f()); } catch (e) { console.log('E', (e as Error).message); } }
abstract class Shape { static registry: Record<string, any> = {}; static register(name: string, c: any) { Shape.registry[name] = c; } abstract area(): number; describe() { return `${this.constructor.name} ${this.area()}`; } }
class Circle extends Shape { constructor(public r = 1) { super(); } area() { return 3 * this.r; } }
class Square extends Shape { constructor(public s = 2) { super(); } area() { return this.s ** 2; } get double() { return this.s * 2; } }
Shape.register('circle', Circle); Shape.register('square', Square);
for (const n of ['circle', 'square']) t(() => new Shape.registry[n](3).describe());
t(() => Shape);
t(() => Shape.registry);
const protos = [Circle.prototype, Square.prototype, Shape.prototype, Object.prototype];
for (const s of [new Circle(), new Square()]) t(() => protos.map((p) => (p as any).isPrototypeOf(s)));
t(() => protos.map((p) => Object.getOwnPropertyNames(p).length > 0));
function chain(o: any): string[] { const r: string[] = []; for (let p = Object.getPrototypeOf(o); p; p = Object.getPrototypeOf(p)) r.push(p.constructor.name); return r; }
for (const o of [new Circle(), new Square(), [], {}, new Map(), new Error('x'), () => 1, 5, 's', Circle]) t(() => chain(o));
function methodsOf(o: any): string[] { const r = new Set<string>(); for (let p = Object.getPrototypeOf(o); p !== Object.prototype; p = Object.getPrototypeOf(p)) for (const n of Object.getOwnPropertyNames(p)) if (typeof o[n] === 'function') r.add(n); return [...r]; }
t(() => methodsOf(new Square()));
for (const n of methodsOf(new Square())) if (n !== 'constructor') t(() => (new Square() as any)[n]());
t(() => Square.prototype.area.call(new Square(5)));
t(() => Object.getPrototypeOf(new Square()).area.call({ s: 4 }));
t(() => Object.prototype.toString.call(Square.prototype));
t(() => Object.hasOwn(Square.prototype, 'double'));
t(() => Square.prototype.double);
t(() => { const d = Object.getOwnPropertyDescriptor(Square.prototype, 'area'); return [d?.enumerable, d?.writable, typeof d?.value]; });
t(() => Object.getOwnPropertyDescriptor(Circle, 'name'));
t(() => new (Object.getPrototypeOf(new Circle()).constructor)(7).r);
t(() => Object.getPrototypeOf(Circle).name);
t(() => (Circle as any).registry === Shape.registry);
t(() => Object.keys(Circle));
t(() => Circle.prototype === Circle.prototype.constructor.prototype);
t(() => { const m = new Map<object, string>([[Circle.prototype, 'c'], [Square.prototype, 's']]); return [m.get(Object.getPrototypeOf(new Square())), m]; });
t(() => JSON.stringify(Circle.prototype));
t(() => ({ ...Circle.prototype }));
t(() => Object.isFrozen(Circle.prototype));
t(() => typeof Circle.prototype);
t(() => { for (const k in new Circle()) console.log(k); return 'done'; });
t(() => `${Circle.prototype}`);
