const words = ['apple', 'bob', 'cat', 'apple', 'bob', 'apple'];
console.log(words.reduce<Record<string, number>>((m, w) => ({ ...m, [w]: (m[w] ?? 0) + 1 }), {}));
console.log([1, 2, 3, 4].reduce((a, n) => (n % 2 ? [...a, n] : a), [] as number[]), [[1, 2], [3], []].reduce((a, b) => a.concat(b)));
console.log([1, 2, 3].reduceRight((s, n) => s + n, ''), [5].reduce((a, b) => a + b), [3, 1, 2].reduce((a, b) => Math.max(a, b), -Infinity));
console.log([1, 2, 3].reduce((acc, n, i, all) => acc + n * i + all.length, 0.5), ['a', 'b'].reduce((m, k, i) => m.set(k, i), new Map<string, number>()));
const pipe = (...fs: ((n: number) => number)[]) => (x: number): number => fs.reduce((v, f) => f(v), x);
console.log(pipe()(1), pipe((n) => n + 1, (n) => n * 10, Math.sqrt)(2.6));
try { ([] as number[]).reduce((a, b) => a + b); } catch (e) { console.log(String(e)); }
