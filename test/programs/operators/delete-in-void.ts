// refused: TORO1002
const o: any = { a: 1, b: 2, n: { x: 1 } };
console.log(delete o.a, delete o.zzz, o, 'a' in o, 'b' in o);
console.log(delete o['n'].x, o.n, delete o.n, Object.keys(o));
const a: any[] = [1, 2, 3];
delete a[1];
console.log(a, a.length, 1 in a, 2 in a);
const k = 'b';
delete o[k];
console.log(o, o.b, void o);
o.b = 'again';
console.log(o);
