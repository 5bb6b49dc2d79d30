const m = new Map<string, number>([['a', 1]]);
const v: number = m.get('missing')!;
console.log(v, v + 1, typeof v, v === undefined, [v]);
function find(items: { id: number; tag: string }[], id: number): { id: number; tag: string } {
  return items.find((i) => i.id === id)!;
}
const found = find([{ id: 1, tag: 'x' }], 2);
console.log(found, found?.tag);
try {
  console.log(found.tag);
} catch (e) {
  console.log(String(e));
}
let late!: string;
const use = (): string => late;
console.log(use(), typeof use());
late = 'now';
console.log(use());
const popped: number = ([] as number[]).pop()!;
console.log(popped, popped / 2, Math.floor(popped), isNaN(popped));
let maybe: number | null = null as number | null;
console.log(maybe! + 1, maybe! * 5, maybe!);
