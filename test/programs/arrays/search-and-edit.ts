const a = ['d', 'a', 'c', 'b'];
console.log(a.findIndex((x) => x === 'c'), a.indexOf('z'), a.some((x) => x > 'c'), [...a].sort().join(''), a.lastIndexOf('a'));
console.log(a.splice(1, 0, 'x', 'y'), a, a.splice(0, 1, 'z'), a, a.splice(-2, 1), a, a.splice(2), a, a.splice(5, 3), a);
const removed = [1, 2, 3, 4, 5, 6].filter((n, i, all) => all.indexOf(n) % 2 === 0);
console.log(removed);
const insertSorted = (list: number[], n: number): number[] => { let i = 0; while (i < list.length && list[i] < n) i++; list.splice(i, 0, n); return list; };
console.log([5, 3, 8, 1, 9, 2].reduce<number[]>(insertSorted, []));
function rotate<T>(list: T[], by: number): T[] { const n = list.length; return list.map((_, i) => list[(((i + by) % n) + n) % n]); }
console.log(rotate([1, 2, 3, 4], 1), rotate([1, 2, 3, 4], -1), rotate(['a'], 5));
const chunk = <T>(list: T[], n: number): T[][] => (list.length === 0 ? [] : [list.slice(0, n), ...chunk(list.slice(n), n)]);
console.log(chunk([1, 2, 3, 4, 5], 2), chunk([], 3));
