// Throws and catches a value that exists already, in one function below ten frames.
const rounds = Number(process.argv[2]);
const odd = { name: 'odd' };
const even = { name: 'even' };

function below(depth: number): number {
  return depth > 0 ? below(depth - 1) + 1 : throwAndCatch();
}

function throwAndCatch(): number {
  let caught = 0;
  for (let i = 0; i < rounds; i++) {
    try {
      throw i % 2 === 0 ? even : odd;
    } catch (e) {
      if (e === odd) caught++;
    }
  }
  return caught;
}

console.log(below(10));
