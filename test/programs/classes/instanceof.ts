class A {}
class B extends A {}
class C {}
const values: unknown[] = [new A(), new B(), new C(), {}, [], () => 1, null, undefined, 1, 's', new Map(), new Error('e'), new TypeError('t')];
for (const v of values) {
  console.log(v instanceof A, v instanceof B, v instanceof Object, v instanceof Array, v instanceof Function, v instanceof Error);
}
