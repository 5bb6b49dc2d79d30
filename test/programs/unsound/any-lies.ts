// Values that are not what their declared types say.
const n: number = 'actually text' as any;
const s: string = 42 as any;
const b: boolean = 'yes' as any;
const o: { x: number } = { x: 'str' } as any;
console.log(n + 1, n * 2, typeof n, (s as any) + 1, typeof s, b ? 'truthy' : 'falsy', o.x + 1);
function add(a: number, b: number): number {
  return a + b;
}
console.log(add('1' as any, 2), add(1, undefined as any), add(null as any, 5), add([1] as any, [2] as any), add(true as any, 1), add({} as any, 1));
const numbers: number[] = [1, 'two' as any, 3, null as any];
let total = 0;
for (const x of numbers) total += x;
console.log(total, numbers.map((x) => x * 2), numbers);
try {
  console.log(s.toUpperCase());
} catch (e) {
  console.log(String(e));
}
