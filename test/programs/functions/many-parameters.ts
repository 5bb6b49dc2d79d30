// More parameters than there are argument registers, of mixed kinds.
function many(a: number, b: string, c: boolean, d: number, e: string, f: number[], g: number, h: number, i: number, j: number, k: number, l: number, m: string, n: number | undefined): string {
  return [a, b, c, d, e, f.length, g, h, i, j, k, l, m, n].join(' ');
}
console.log(many(1.5, 'two', true, 4, 'five', [6], 7.25, 8, 9, 10, 11, 12, 'thirteen', undefined));
function tenDoubles(a: number, b: number, c: number, d: number, e: number, f: number, g: number, h: number, i: number, j: number): number {
  return a - b + c * d - e / f + g - h * i + j;
}
console.log(tenDoubles(0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 1.1));
const indirect = [tenDoubles, (...all: number[]) => all.length];
for (const call of indirect) console.log(call(1, 2, 3, 4, 5, 6, 7, 8, 9, 10));
