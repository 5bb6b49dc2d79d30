// The same without the try.
const rounds = Number(process.argv[2]);

function below(depth: number): number {
  return depth > 0 ? below(depth - 1) + 1 : count();
}

function check(i: number): number {
  if (i < 0) throw new RangeError('negative');
  return i & 1;
}

function count(): number {
  let counted = 0;
  for (let i = 0; i < rounds; i++) counted += check(i);
  return counted;
}

console.log(below(10));
