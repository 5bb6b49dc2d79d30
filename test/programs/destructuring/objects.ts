const o = { a: 1, b: { c: 'two', d: [3, 4] }, e: undefined as number | undefined, f: null as number | null };
const { a, b: { c, d: [first, second, third = 5] }, e = 6, f = 7, g = a + 1 }: typeof o & { g?: number } = o;
console.log(a, c, first, second, third, e, f, g);
const { a: renamed, ...others } = o;
console.log(renamed, others);
const key = 'b';
const { [key]: { c: viaComputed } } = o;
console.log(viaComputed);
let x = 1;
let y = 2;
({ x, y = 10 } = { x: 5 } as { x: number; y?: number });
console.log(x, y);
const target = { p: 0, q: [0, 0] };
({ p: target.p, q: [target.q[1]] } = { p: 9, q: [8] });
console.log(target);
const { length, [0]: head } = 'hello';
console.log(length, head);
function f2({ a, b: { c = 'none' } = {} }: { a: number; b?: { c?: string } }): string {
  return a + c;
}
console.log(f2({ a: 1 }), f2({ a: 2, b: {} }), f2({ a: 3, b: { c: 'c' } }));
