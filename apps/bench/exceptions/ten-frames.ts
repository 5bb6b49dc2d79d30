// A value that exists already goes through ten frames.
const rounds = Number(process.argv[2]);
const odd = { name: 'odd' };
function below(depth: number): number {
  return depth > 0 ? below(depth - 1) + 1 : throwAndCatch();
}
function descend(depth: number, i: number): number {
  if (depth === 0) {
    if (i >= 0) throw odd;
    return i;
  }
  return descend(depth - 1, i) + 1;
}
function throwAndCatch(): number {
  let caught = 0;
  for (let i = 0; i < rounds; i++) {
    try {
      caught += descend(10, i);
    } catch (e) {
      if (e === odd) caught++;
    }
  }
  return caught;
}
console.log(below(10));
