const a: number[] = [1, 2, 3];
let sum = 0;
for (let i = -1; i < 5; i++) sum += a[i] ?? 100;
console.log(sum, a[3], a[-1], a[0.5], a[NaN], a[3] + 1, a[10] === undefined, typeof a[99]);
const past: number = a[5];
console.log(past, past * 2, -past, Math.max(past, 1), [past], String(past), past === undefined, past | 0, `${past}`);
a[6] = past;
console.log(a, a.length);
const strings: string[] = ['x'];
console.log(strings[1], strings[1] + 'y', strings[7] ?? 'none');
const matrix: number[][] = [[1]];
console.log(matrix[0][5], matrix[0][5] + matrix[0][0]);
try {
  console.log(matrix[3][0]);
} catch (e) {
  console.log(String(e));
}
const f = (x: number): string => (x === undefined ? 'undefined!' : 'number ' + x);
console.log(f(a[100]), f(a[0]), f(a[3]));
let acc: number = a[50];
acc += 1;
console.log(acc, Object.is(a[50], undefined), [a[50], a[0]].includes(undefined as any));
