// What the other programs do beside throwing.
const rounds = Number(process.argv[2]);

function below(depth: number): number {
  return depth > 0 ? below(depth - 1) + 1 : count();
}

function count(): number {
  let counted = 0;
  for (let i = 0; i < rounds; i++) counted += i & 1;
  return counted;
}

console.log(below(10));
