interface Seq<T> { each(f: (t: T) => boolean | void): void }
const from = <T>(items: Iterable<T>): Seq<T> => ({ each: (f) => { for (const i of items) if (f(i) === false) return; } });
const filter = <T>(s: Seq<T>, p: (t: T) => boolean): Seq<T> => ({ each: (f) => s.each((t) => (p(t) ? f(t) : undefined)) });
const map = <T, U>(s: Seq<T>, g: (t: T) => U): Seq<U> => ({ each: (f) => s.each((t) => f(g(t))) });
const take = <T>(s: Seq<T>, n: number): Seq<T> => ({ each: (f) => { let left = n; s.each((t) => (left-- > 0 ? f(t) : false)); } });
const collect = <T>(s: Seq<T>): T[] => { const out: T[] = []; s.each((t) => void out.push(t)); return out; };
console.log(collect(take(map(filter(from([1, 2, 3, 4, 5, 6, 7]), (n) => n % 2 === 1), (n) => n * n), 3)));
console.log(collect(map(from('abc'), (c) => c + c)), collect(filter(from(new Set(['x', 'yy'])), (s) => s.length > 1)), collect(take(from(new Map([['k', 1]])), 5)));
