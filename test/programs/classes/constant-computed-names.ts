// Class members whose names in brackets are known when compiling.
const KEY = 'dyn';
const OTHER = 'prop';
enum N { A = 'aa' }
class A { [KEY]() { return 1; } static [OTHER] = 2; [N.A] = 3; get ['g' + 1]() { return 4; } static [KEY + 'Static']() { return 5; } }
const x: any = new A();
console.log(x.dyn(), (A as any).prop, x.aa, x.g1, x, A, x.dyn.name, (A as any).dynStatic());
console.log(Object.getOwnPropertyNames(A.prototype));
