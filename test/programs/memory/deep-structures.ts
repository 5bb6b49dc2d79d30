// chaos-args: 100
// A structure as deep as a collector that recursed could not mark.
const scale = Number(process.argv[2] ?? 1);
interface Cons { head: number; tail: Cons | null }
let list: Cons | null = null;
for (let i = 0; i < 200000 / scale; i++) list = { head: i, tail: list };
let length = 0;
let sum = 0;
for (let c: Cons | null = list; c; c = c.tail) {
  length++;
  sum += c.head;
}
console.log(length, sum);
let nested: unknown[] = [];
for (let i = 0; i < 50000 / scale; i++) nested = [nested];
let depth = 0;
for (let n = nested; n.length > 0; n = n[0] as unknown[]) depth++;
console.log(depth);
let rope = '';
for (let i = 0; i < 100000 / scale; i++) rope += 'ab'[i % 2];
console.log(rope.length, rope.charCodeAt(rope.length - 1));
