// Static members are properties of the class: listed, printed, found by computed names.
class A {
  static count = 1;
  static label = 'a';
  static #hidden = 2;
  static make() { return new A(); }
  static get twice() { return A.count * 2 + A.#hidden; }
  x = 1;
}
class B extends A { static extra: number[] = [1, 2]; static later?: string; }
console.log(A, B, class {}, class extends A {});
console.log(Object.keys(A), Object.keys(B), Object.values(A), Object.entries(B));
for (const k in B) console.log(k);
A.count = 5;
const c: any = B;
for (const k of ['count', 'extra', 'make', 'twice', 'name', 'length', 'prototype', 'nothing', 'later', 'bind']) console.log(k, c[k], k in c, Object.hasOwn(B, k));
console.log(Object.getOwnPropertyNames(A), JSON.stringify(A), Object.getOwnPropertyDescriptor(A, 'count'));
console.log([A], { A });
(A as any).added = 1.5;
console.log(A, (A as any).added);
const Made = (() => { let n = 1; return class Local { static n = n; m() {} }; })();
console.log(Made, Object.keys(Made));
enum E { X = 1 }
console.log(E);
