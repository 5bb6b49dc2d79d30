// Throws and catches a new error, whose stack nobody reads, in one function below ten frames.
const rounds = Number(process.argv[2]);
function below(depth: number): number {
  return depth > 0 ? below(depth - 1) + 1 : throwAndCatch();
}
function throwAndCatch(): number {
  let caught = 0;
  for (let i = 0; i < rounds; i++) {
    try {
      throw new Error('odd');
    } catch (e) {
      if (e instanceof Error) caught++;
    }
  }
  return caught;
}
console.log(below(10));
