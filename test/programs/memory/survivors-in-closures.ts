// chaos-args: 20
const scale = Number(process.argv[2] ?? 1);
const readers: (() => string)[] = [];
for (let i = 0; i < 200; i++) {
  let text = 'v' + i;
  const garbage: string[] = [];
  for (let j = 0; j < 50; j++) garbage.push(text + j);
  text += garbage.length;
  readers.push(() => text + garbage[i % 50]);
}
let trash = 0;
for (let i = 0; i < 20000 / scale; i++) trash += [i, i + 1].map((x) => x * 2).length;
console.log(trash, readers.length, readers[0](), readers[199](), readers.map((r) => r().length).reduce((a, b) => a + b));
