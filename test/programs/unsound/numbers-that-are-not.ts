// Arithmetic, comparison and indexing with values that only claim to be numbers.
const liars: number[] = ['7' as any, true as any, null as any, undefined as any, {} as any, [] as any, [3] as any, 'x' as any, '' as any, { valueOf: () => 42 } as any];
for (const n of liars) {
  console.log(n + 1, n - 1, n * 2, n / 2, n % 4, -n, n | 0, n >>> 0, n < 5, n >= 1, n === 7, Math.floor(n), Math.max(n, 1), isNaN(n), Number.isInteger(n));
}
const list = ['a', 'b', 'c', 'd'];
for (const n of liars) console.log(list[n], list.slice(n).length, list.at(n), 'abcd'.charAt(n), 'ab'.repeat(n > 0 ? n : 0).length);
let counter: number = '5' as any;
counter++;
console.log(counter, typeof counter);
let concat: number = '5' as any;
concat += 1;
console.log(concat, typeof concat);
const sum = (a: number[]): number => { let s = 0; for (const x of a) s += x; return s; };
console.log(sum([1, '2' as any, 3]), sum([1, undefined as any]), sum([null as any, true as any]));
const sw = (n: number): string => { switch (n) { case 7: return 'seven'; case 0: return 'zero'; default: return 'other'; } };
console.log(liars.map(sw));
