// A copy sees names that are added after it was looked at, whatever their values.
interface Point { x: number; y?: number; z?: string }
const point: Point = { x: 1 };

function copy(): Point {
  return { ...point };
}

function run(): void {
  for (let i = 0; i < 3; i++) {
    console.log(copy());
    step(i);
  }
}

function step(i: number): void {
  if (i === 0) point.y = 1;
}

run();

// A name that only the running program knows may be that of a property that is added later.
const bag: { [name: string]: unknown } = { first: 1 };
function put(name: string, value: unknown): void {
  bag[name] = value;
}
function later(): void {
  (bag as { second?: number }).second = 2;
}
put('third', 'text');
later();
put('sec' + 'ond', 'words');
console.log(bag, bag.second);

// The same where what is added later is a name that only the running program knows.
const open: { [name: string]: number } = { a: 1 };
const copies: unknown[] = [];
for (let i = 0; i < 2; i++) {
  copies.push({ ...open });
  extend('b' + i);
}
function extend(name: string): void {
  open[name] = 1;
}
copies.push({ ...open });
console.log(copies);
