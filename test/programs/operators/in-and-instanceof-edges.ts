const a = [1, , 3];
console.log(0 in a, 1 in a, '2' in a, 'length' in a, -1 in a, 1.5 in a, 'push' in a);
const o = { a: undefined, get b() { return 1; } };
console.log('a' in o, 'b' in o, 'c' in o, 'hasOwnProperty' in o);
try { console.log('x' in ('str' as any)); } catch (e) { console.log((e as Error).constructor.name); }
console.log([] instanceof Object, (() => 1) instanceof Function, ('s' as any) instanceof String, new Error('x') instanceof Object, (null as any) instanceof Object);
class A {} class B extends A {}
const K: any = B;
console.log(new K() instanceof A, B.prototype instanceof A, A.prototype instanceof B, B instanceof Function);
try { console.log(({}) instanceof ({} as any)); } catch (e) { console.log((e as Error).constructor.name); }
const m = new Map(); const s = new Set();
console.log(m instanceof Map, (m as any) instanceof Set, s instanceof Object, typeof m);
