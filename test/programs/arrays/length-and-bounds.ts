// stops: 134
const a: any[] = [1, 2, 3];
for (const bad of [-1, 1.5, NaN, 4294967296]) { try { a.length = bad; } catch (e) { console.log(bad, (e as Error).name, (e as Error).message); } }
a.length = 5;
console.log(a, a.length, a[4], 4 in a);
a[2 ** 32 - 2] = 'last';
console.log(a.length, Object.keys(a));
a.length = 1;
console.log(a, Object.keys(a));
a['4294967295'] = 'not an index';
console.log(a.length, Object.keys(a));
const b = [1, 2, 3];
b[10] = 11;
console.log(b.length, b.indexOf(11), b.filter(() => true).length, b.map((x) => x).length, b.forEach((x, i) => console.log(i)), b.findIndex((x) => x === undefined));
console.log([, 'a'].concat([, 'b']), [1, , 2].reverse(), [3, , 1].sort(), [, 1].flat(), [1, , 2].slice(1), [, ,].length, [1, , 3].lastIndexOf(undefined as any));
