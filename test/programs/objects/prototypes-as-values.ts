// Prototypes as values: of classes, of the language, none.
const bare: Record<string, number> = Object.create(null);
for (const w of ['a', 'constructor', 'a', 'toString', '__proto_']) bare[w] = (bare[w] ?? 0) + 1;
console.log(bare, 'toString' in bare, Object.getPrototypeOf(bare), bare instanceof Object, Object.keys(bare));
try { console.log(`${bare}`); } catch (e) { console.log((e as Error).message); }
try { (bare as any).hasOwnProperty('a'); } catch (e) { console.log((e as Error).message); }
class A { x = 1; m() { return 1; } get g() { return this.x; } static s() {} }
class B extends A { n() { return this.m(); } }
const a = new A();
const b = new B();
console.log(A.prototype, B.prototype, A.prototype === Object.getPrototypeOf(a), Object.getPrototypeOf(b) === B.prototype);
console.log(Object.getPrototypeOf(B.prototype) === A.prototype, Object.getPrototypeOf(A.prototype) === Object.prototype, Object.getPrototypeOf(B) === A);
console.log(Object.getOwnPropertyNames(A.prototype), Object.getOwnPropertyNames(B.prototype), Object.keys(A.prototype));
console.log(A.prototype.m.call({ x: 2 } as any), A.prototype.constructor === A, A.prototype.g);
console.log(A.prototype.isPrototypeOf(b), B.prototype.isPrototypeOf(a), Object.prototype.isPrototypeOf(a), B.prototype instanceof A);
console.log(A.prototype.hasOwnProperty('m'), Object.hasOwn(A.prototype, 'x'), 'm' in B.prototype);
console.log([].constructor === Array, {}.constructor === Object, (5).constructor === Number, 'a'.constructor === String, a.constructor === A, (() => 1).constructor === Function);
console.log([].constructor.name, ({} as object).constructor.name, b.constructor.name);
console.log(Object.getPrototypeOf([]) === Array.prototype, Object.getPrototypeOf({}) === Object.prototype, Object.getPrototypeOf('s') === String.prototype);
console.log(Object.getPrototypeOf(() => 1) === Function.prototype, Object.getPrototypeOf(Object.prototype), Object.getPrototypeOf(A) === Function.prototype);
class MyError extends Error { constructor(m: string) { super(m); Object.setPrototypeOf(this, MyError.prototype); this.name = 'MyError'; } }
const err = new MyError('boom');
console.log(err instanceof MyError, err.message, err.name, Object.prototype.toString.call([]), Object.prototype.hasOwnProperty.call(a, 'x'));
const isPlain = (v: unknown): boolean => typeof v === 'object' && v !== null && (Object.getPrototypeOf(v) === Object.prototype || Object.getPrototypeOf(v) === null);
console.log([{}, [], a, bare, null, 5, new Map()].map(isPlain));
const proto: any = Object.getPrototypeOf(b);
for (const k of ['n', 'm', 'constructor', 'zip']) console.log(k, proto[k], typeof proto[k]);
for (const k of Object.getOwnPropertyNames(A.prototype)) console.log(k, typeof Object.getOwnPropertyDescriptor(B.prototype, k));
console.log(Object.getOwnPropertyDescriptor(A.prototype, 'm'));
try { Object.create(undefined as any); } catch (e) { console.log((e as Error).message); }
try { Object.getPrototypeOf(null); } catch (e) { console.log((e as Error).message); }
console.log(a instanceof Function, A instanceof Function, typeof Function);
