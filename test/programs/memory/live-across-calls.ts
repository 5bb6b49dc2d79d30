// Temporaries of several kinds live across calls that allocate.
function allocate(n: number): number[] {
  const a: number[] = [];
  for (let i = 0; i < n; i++) a.push(i);
  return a;
}
function mix(label: string, depth: number): string {
  const left = label + depth;
  const object = { left, depth, half: depth / 2 };
  const list = allocate(depth);
  const middle = depth > 0 ? mix(label + '.', depth - 1) : 'leaf';
  const right = [left, object.left, middle, String(list.length)].join('/');
  return object.left + object.half + (right.length > 60 ? right.slice(0, 60) : right);
}
console.log(mix('m', 6));
let out = '';
for (let i = 0; i < 300; i++) out = mix('x', i % 9).slice(0, 20) + allocate(i % 50).length;
console.log(out);
const f = (a: string, b: number[], c: { n: number }, d: number): string => a + b.length + c.n + d;
console.log(f('a' + out.length, allocate(3), { n: allocate(4).length }, allocate(5).reduce((x, y) => x + y)));
