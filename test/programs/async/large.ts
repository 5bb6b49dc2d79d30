// chaos-args: 50
// Many promises at once, deep chains, and frames that live across collections.
const n = Number(process.argv[2] ?? 3000);
async function pipeline(id: number): Promise<number> {
  const local = [id, id + 1, `${id}`.length];
  let sum = 0;
  for (let i = 0; i < 3; i++) {
    const { length } = await Promise.resolve(`${'x'.repeat(i)}${id}`);
    sum += length + local[i]!;
  }
  return sum;
}
async function* source(): AsyncGenerator<{ id: number; tags: string[] }> {
  for (let id = 0; id < n; id++) yield { id, tags: [`t${id}`, 'x'] };
}
async function deep(depth: number): Promise<number> {
  return depth === 0 ? 0 : 1 + (await deep(depth - 1));
}
async function main(): Promise<void> {
  const all = await Promise.all(Array.from({ length: n }, (_, id) => pipeline(id)));
  console.log(all.reduce((a, b) => a + b, 0));
  let length = 0;
  for await (const { id, tags } of source()) length += tags[0]!.length + (id % 2);
  console.log(length, await deep(n));
  let p: Promise<number> = Promise.resolve(0);
  for (let i = 0; i < n; i++) p = p.then((x) => x + i);
  console.log(await p);
}
void main();
