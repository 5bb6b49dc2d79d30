const values: any[] = [1, 'a', true, undefined, null, {}, [], () => 1, class {}, NaN, new Map(), new Error('x')];
console.log(values.map((v) => typeof v).join(' '));
console.log(typeof typeof 1, typeof (undefined as any)?.x, typeof -1, typeof !1, typeof ('a' + 1), typeof null);
declare const neverDeclared: any;
console.log(typeof neverDeclared);
console.log(typeof Math, typeof Math.max, typeof console.log, typeof Infinity);
